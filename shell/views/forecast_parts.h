// The pieces of the forecast screen, each drawn below one another or side by side by forecast_ui.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// The sliders, below one another; returns the height used.
float forecast_sliders_ui(View& view, const domain::Forecast& year, Rect rect);

// "Use these" and what it does; true height from forecast_use_height.
void forecast_use_ui(View& view, Rect rect);
float forecast_use_height(View& view, float width);

// The sentence that answers the question, and three figures beside or below it; returns the height.
float forecast_headline_ui(View& view, const domain::Forecast& year, Rect rect);

void forecast_members_ui(View& view, const domain::Forecast& year, Rect card);
void forecast_money_ui(View& view, const domain::Forecast& year, Rect card);

// What each platform leaves of the same payments. The height depends on an opened condition.
void forecast_platforms_ui(View& view, const domain::Forecast& year, Rect card);
float forecast_platforms_height(View& view, const domain::Forecast& year, float width);

// How the twelfth month changes with price and conversion.
void forecast_grid_ui(View& view, const domain::Forecast& year, Rect card);
float forecast_grid_height(const domain::Forecast& year, float width);

// Low, base and high beside the cases of the creator's own.
void forecast_cases_ui(View& view, const domain::Forecast& year, Rect card);
float forecast_cases_height(const View& view);

// The dialog that gives a case its name, while it is open.
void forecast_case_dialog_ui(View& view, const domain::Forecast& year);

// Every figure with its source and date; pressing one edits it.
void forecast_figures_ui(View& view, const domain::Forecast& year, Rect card);
float forecast_figures_height(View& view, const domain::Forecast& year, float width);

// The dialog of the figure that is being edited, if any.
void forecast_editor_ui(View& view, const domain::Forecast& year);

}  // namespace atrium::shell
