// The assumptions that one tries out by moving them.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/domain/number_text.h"
#include "shell/ui/buttons.h"
#include "shell/ui/choices.h"
#include "shell/ui/text.h"
#include "shell/views/forecast_basis.h"
#include "shell/views/forecast_parts.h"

namespace atrium::shell {

namespace {

struct SliderRange {
    std::string_view key;
    std::string_view label;
    double minimum, maximum, step;
};

constexpr std::array kSliders = {
    SliderRange{"price", "Price a month", 1, 60, 1},
    SliderRange{"conversion", "People who join", 0.5, 10, 0.5},
    SliderRange{"churn", "Leave each month", 1, 20, 0.5},
    SliderRange{"audience-growth", "Your audience grows by", 0, 10, 0.5},
    SliderRange{"founding.cap", "Founding seats", 0, 100, 5},
    SliderRange{"join-at-launch", "Join at launch", 10, 100, 5},
};
constexpr float kBetween = 20;
constexpr int kSourceLines = 4;

const domain::Assumption* assumption_of(const domain::Forecast& year, std::string_view key) {
    const auto& list = year.basis.list;
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& assumption) {
        return assumption.named.id == key;
    });
    return found == list.end() ? nullptr : &*found;
}

// What holds without trying anything: the tick on the track.
double settled_value(const View& view, const domain::Assumption& assumption) {
    const std::string& key = assumption.named.id;
    const auto own = view.project->own_figures.find(key);
    if (own != view.project->own_figures.end()) {
        return own->second.value;
    }
    const auto* price = domain::current_slots<domain::PricingSlots>(*view.project);
    if (key == "price" && price != nullptr && price->amount) {
        return *price->amount;
    }
    const std::vector<domain::TierShare> tiers = domain::tier_shares(*view.project);
    if (key == "price" && !tiers.empty()) {
        return domain::average_amount(tiers);
    }
    return assumption.named.figure.value;
}

constexpr float kSourceGap = 4;

// Below the slider; the height of both.
float source_ui(View& view, std::string_view words, Rect place) {
    const float above = place.height + kSourceGap;
    return above + paragraph(view.ui,
                             "source",
                             place.x,
                             place.y + above,
                             place.width,
                             TextStyle::Meta,
                             tokens().text_3,
                             words,
                             Align::Left,
                             kSourceLines);
}

// A tier's share of the new members; the others give or take what it moves by. The price that a
// creator entered for all of them leaves the shares without a use.
float tier_slider_ui(View& view,
                     const domain::Forecast& year,
                     const domain::TierShare& tier,
                     Rect place) {
    double percent = tier.percent;
    const bool used = year.basis.averages_tiers();
    const std::string label = "Share of " + tier.name + ", " +
                              domain::money_text(tier.amount, year.basis.currency, view.formats);
    const std::string value_text = domain::with_percent_sign(tier.percent, view.formats);
    const SliderSpec spec{.label = label, .value_text = value_text, .step = 5, .disabled = !used};
    place.height = slider_height(view.ui, spec, place.width);
    if (slider(view.ui, "share", place, percent, spec)) {
        for (const domain::CaseFigure& share :
             domain::shares_with(year.basis.tiers, tier.key, percent)) {
            view.memory.forecast.tried[share.key] = share.value;
        }
    }
    const domain::Assumption* assumption = assumption_of(year, tier.key);
    const bool tried = view.memory.forecast.tried.count(tier.key) > 0;
    return source_ui(view,
                     assumption == nullptr ? "Not used: one average price applies to all tiers"
                     : tried               ? "Tried out"
                                           : figure_source(assumption->named, view.formats),
                     place);
}

// The tiers below their average price; nothing where one price holds for everybody.
float tier_sliders_ui(View& view, const domain::Forecast& year, Rect rect) {
    const std::vector<domain::TierShare>& tiers = year.basis.tiers;
    float y = rect.y;
    for (std::size_t i = 0; tiers.size() > 1 && i < tiers.size(); ++i) {
        const auto scope = view.ui.push(tiers[i].key);
        y += tier_slider_ui(view, year, tiers[i], {rect.x, y, rect.width, 0}) + kBetween;
    }
    return y - rect.y;
}

float slider_ui(View& view, const domain::Assumption& assumption, SliderRange range, Rect place) {
    const domain::NamedFigure& named = assumption.named;
    double value = named.figure.value;
    // A price of 300 or 90 seats more than usual still has its place on the track.
    range.maximum = std::max(range.maximum, std::ceil(value * 2 / 10) * 10);
    const bool tried = view.memory.forecast.tried.count(named.id) > 0;
    const std::string label = range.key == "price" && named.label.find(',') == std::string::npos
                                  ? named.label
                                  : std::string(range.label);
    const SliderSpec spec{.label = label,
                          .value_text = figure_text(named, value, view.formats),
                          .minimum = range.minimum,
                          .maximum = range.maximum,
                          .step = range.step,
                          .suggested = tried ? settled_value(view, assumption) : -1};
    place.height = slider_height(view.ui, spec, place.width);
    if (slider(view.ui, range.key, place, value, spec)) {
        view.memory.forecast.tried[named.id] = value;
    }
    const std::string source = tried ? "Tried out" : figure_source(named, view.formats);
    return source_ui(view, source, place);
}

constexpr std::string_view kUseWords =
    "Moving a slider tries it out. Only **Use these** changes the plan.";

}  // namespace

std::vector<domain::CaseFigure> slider_position(const domain::Forecast& year) {
    std::vector<domain::CaseFigure> figures;
    for (const SliderRange& range : kSliders) {
        const domain::Assumption* assumption = assumption_of(year, range.key);
        // The seats follow from the other figures until somebody sets them, and the average price
        // from the tiers.
        const bool follows =
            (range.key == "founding.cap" && assumption != nullptr && !assumption->own) ||
            (range.key == "price" && year.basis.averages_tiers());
        if (assumption != nullptr && !follows) {
            figures.push_back({std::string(range.key), assumption->named.figure.value});
        }
    }
    if (year.basis.averages_tiers()) {
        for (const domain::TierShare& tier : year.basis.tiers) {
            figures.push_back({tier.key, tier.percent});
        }
    }
    return figures;
}

float forecast_sliders_ui(View& view, const domain::Forecast& year, Rect rect) {
    float y = rect.y;
    for (const SliderRange& range : kSliders) {
        if (const domain::Assumption* assumption = assumption_of(year, range.key)) {
            const auto scope = view.ui.push(range.key);
            y += slider_ui(view, *assumption, range, {rect.x, y, rect.width, 0}) + kBetween;
        }
        if (range.key == "price") {
            y += tier_sliders_ui(view, year, {rect.x, y, rect.width, 0});
        }
    }
    return y - rect.y - kBetween;
}

float forecast_use_height(View& view, float width) {
    return emphasised_height(view.ui, TextStyle::Meta, kUseWords, width) + 12 + tokens().h_2;
}

void forecast_use_ui(View& view, Rect rect) {
    const float words = emphasised(view.ui,
                                   "use-words",
                                   rect.x,
                                   rect.y,
                                   rect.width,
                                   TextStyle::Meta,
                                   tokens().text_2,
                                   kUseWords);
    Rect row{rect.x, rect.y + words + 12, rect.width, tokens().h_2};
    const bool tried = !view.memory.forecast.tried.empty();
    const ButtonSpec use{
        .label = "Use these", .kind = ButtonKind::Primary, .disabled = !tried || !view.may_write};
    if (button(view.ui, "use", cut_left(row, button_width(use), 8), use)) {
        use_tried_figures(view);
    }
    const ButtonSpec forget{.label = "Discard", .kind = ButtonKind::Line};
    if (tried && button(view.ui, "forget", cut_left(row, button_width(forget)), forget)) {
        view.memory.forecast.tried.clear();
    }
}

}  // namespace atrium::shell
