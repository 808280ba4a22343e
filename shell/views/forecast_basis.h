// The year as the screen shows it: the launch's own, or with the figures that are being tried out.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Null when there is no project or it cannot be reckoned; memory.forecast.problem then says why.
const domain::Forecast* shown_forecast(View& view);

// Makes what was tried the launch's own: a price becomes the decision, the rest own figures; so does
// the average price of several tiers, which decides nothing.
void use_tried_figures(View& view);

// Forgets what was tried, and the creator's own figures.
void reset_figures(View& view);

// What the sliders stand at, to be saved as a case.
[[nodiscard]] std::vector<domain::CaseFigure> slider_position(const domain::Forecast& year);

// What entering one figure changes: a tier's share moves those of the other tiers.
[[nodiscard]] std::vector<domain::CaseFigure> entered_figures(const domain::Forecast& year,
                                                              std::string_view key,
                                                              double value);

[[nodiscard]] bool has_own_figures(const View& view);

// A figure's value as a person reads it: "$29", "3%", "40".
[[nodiscard]] std::string figure_text(const domain::NamedFigure& named,
                                      double value,
                                      const domain::Formats& formats);

// "Our estimate, 1% to 5%", or the source.
[[nodiscard]] std::string figure_source(const domain::NamedFigure& named,
                                        const domain::Formats& formats);

}  // namespace atrium::shell
