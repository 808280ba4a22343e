// The pieces of the usage screen, each drawn below one another or side by side by usage_ui.
#pragma once

#include "shell/usage_figures.h"
#include "shell/views/view.h"

namespace atrium::shell {

// What the pieces are drawn from.
struct UsageShown {
    const UsageOverview& overview;
    const UsageFigures& figures;
    UsageRange range;
};

// "today", "7 days", "30 days"
[[nodiscard]] std::string_view range_words(UsageRange range);

// The model's name as the proxy offers it, else its id; "Other models" for the rest.
[[nodiscard]] std::string model_words(const View& view, const std::string& model);

// The colour of the model at this place of UsageFigures::models.
[[nodiscard]] Color model_color(std::size_t index);

// Today, the range, messages, cache: below or beside one another; returns the height.
float usage_headline_ui(View& view, const UsageShown& shown, Rect rect);

void usage_chart_ui(View& view, const UsageShown& shown, Rect card);
float usage_chart_height(View& view, const UsageShown& shown, float width);

void usage_people_ui(View& view, const UsageShown& shown, Rect card);
float usage_people_height(const View& view, const UsageShown& shown, float width);

void usage_models_ui(View& view, const UsageShown& shown, Rect card);
float usage_models_height(View& view, const UsageShown& shown, float width);

void usage_limits_ui(View& view, const UsageShown& shown, Rect card);
float usage_limits_height(View& view, float width);

void usage_alerts_ui(View& view, const UsageShown& shown, Rect card);
float usage_alerts_height(const UsageShown& shown);

}  // namespace atrium::shell
