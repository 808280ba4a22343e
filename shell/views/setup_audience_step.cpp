#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/number_text.h"
#include "shell/ui/buttons.h"
#include "shell/ui/choices.h"
#include "shell/views/setup_field.h"
#include "shell/views/setup_steps.h"

namespace atrium::shell {
namespace {

constexpr double kMostHours = 20;

// What creators are asked for most often.
constexpr std::array kUsualSignals = {"Feedback on their work",
                                      "A place to ask questions",
                                      "Step-by-step lessons",
                                      "Live sessions",
                                      "Meeting each other",
                                      "Behind the scenes"};

void target_and_experience(View& view, Flow& flow) {
    SetupDraft& draft = view.memory.setup;
    static const std::vector<std::string> labels = [] {
        std::vector<std::string> all;
        for (const domain::OfferExperience experience : domain::kOfferExperiences) {
            all.push_back(domain::experience_label(experience));
        }
        return all;
    }();
    static const std::vector<std::string_view> options(labels.begin(), labels.end());
    int experience = static_cast<int>(draft.profile.experience);
    SetupChoice choice{
        "experience",
        options,
        experience,
        {.label = "Paid offers so far", .why = "Decides how much testing the plan contains."}};
    setup_pair(view,
               flow,
               SetupText{"monthly_target",
                         draft.texts["monthly_target"],
                         {.label = "Monthly target",
                          .why = "Tells you how many members you need.",
                          .prefix = draft.profile.currency,
                          .unit = "after fees",
                          .kind = FieldKind::Integer,
                          .max_length = 15}},
               choice);
    if (choice.changed) {
        draft.profile.experience = static_cast<domain::OfferExperience>(experience);
    }
}

void hours_slider(View& view, Flow& flow) {
    double& hours = view.memory.setup.profile.hours_per_week;
    const SliderSpec spec{.label = "Hours a week for this",
                          .value_text = domain::hours_text(hours, view.formats),
                          .minimum = 1,
                          .maximum = std::max(kMostHours, hours),
                          .step = 0.5};
    const Rect place = flow.next(slider_height(view.ui, spec, flow.width()));
    slider(view.ui, "hours_per_week", place, hours, spec);
    flow.skip(-16);
    setup_help(view, flow, "hours_per_week", "Every date in the plan comes from this number.");
}

// The usual ones, then the creator's own: each keeps its place, whether it is chosen or not.
const std::vector<std::string>& offered_signals(SetupDraft& draft) {
    std::vector<std::string>& offered = draft.offered_signals;
    if (offered.empty()) {
        offered.assign(kUsualSignals.begin(), kUsualSignals.end());
    }
    for (const std::string& signal : draft.profile.signals) {
        if (std::find(offered.begin(), offered.end(), signal) == offered.end()) {
            offered.push_back(signal);
        }
    }
    return offered;
}

void signal_chips(View& view, Flow& flow) {
    SetupDraft& draft = view.memory.setup;
    std::vector<std::string>& chosen = draft.profile.signals;
    setup_label(view, flow, "What do people ask you for?");
    flow.skip(-16);
    const Rect area = flow.next(0);
    Wrap wrap(area, tokens().h_2, 8);
    for (const std::string& signal : offered_signals(draft)) {
        const auto found = std::find(chosen.begin(), chosen.end(), signal);
        const ChipSpec spec{.label = signal, .on = found != chosen.end(), .toggles = true};
        if (chip(view.ui, signal, wrap.next(chip_width(spec)), spec)) {
            if (found != chosen.end()) {
                chosen.erase(found);
            } else {
                chosen.push_back(signal);
            }
        }
    }
    const ChipSpec add{.label = "Add", .icon = kIconPlus, .name = "Add what people ask for"};
    if (!draft.adding_signal && chip(view.ui, "add-signal", wrap.next(chip_width(add)), add)) {
        draft.adding_signal = true;
        view.ui.semantics().request_focus(view.ui.id("new_signal"));
        view.ui.wake_in(0);
    }
    // From this very frame on: only what is there can get the focus.
    if (draft.adding_signal) {
        const FieldAnswer answer = field(view.ui,
                                         "new_signal",
                                         wrap.next(scaled(220)),
                                         draft.texts["new_signal"],
                                         {.label = "What else",
                                          .placeholder = "What else?",
                                          .label_hidden = true,
                                          .max_length = 80,
                                          .small = true,
                                          .submits_on_enter = true});
        if (answer.submitted || answer.left) {
            add_signal(draft);
        }
    }
    flow.skip(wrap.used() - 16);
    setup_help(view, flow, "signals", "Becomes the promise you make to members.");
}

std::string absence_label(const domain::Absence& absence, const domain::Formats& formats) {
    return absence.first == absence.last ? domain::day_month(absence.first, formats)
                                         : domain::day_month(absence.first, formats) + " to " +
                                               domain::day_month(absence.last, formats);
}

void absence_fields(View& view, Flow& flow) {
    SetupDraft& draft = view.memory.setup;
    const float top = flow.y();
    setup_pair(view,
               flow,
               SetupText{"away_first",
                         draft.texts["away_first"],
                         {.label = "First day away", .kind = FieldKind::Date}},
               SetupText{"away_last",
                         draft.texts["away_last"],
                         {.label = "Last day away", .kind = FieldKind::Date}});
    Rect row = flow.next(scaled(32));
    // They open below the form's lower edge; the buttons are to be seen with them.
    if (view.ui.semantics().focus_arrived(view.ui.id("away_first"))) {
        view.ui.reveal({row.x, top, flow.width(), row.bottom() - top});
    }
    const ButtonSpec add{.label = "Add these days", .kind = ButtonKind::Soft};
    const ButtonSpec cancel{.label = "Cancel", .kind = ButtonKind::Quiet};
    if (button(view.ui, "save-absence", cut_left(row, button_width(add), 8), add)) {
        add_absence(draft);
    }
    if (button(view.ui, "cancel-absence", cut_left(row, button_width(cancel)), cancel)) {
        draft.adding_absence = false;
    }
}

void absence_chips(View& view, Flow& flow) {
    SetupDraft& draft = view.memory.setup;
    std::vector<domain::Absence>& away = draft.profile.away;
    setup_label(view, flow, "When are you away?");
    flow.skip(-16);
    Wrap wrap(flow.next(0), tokens().h_2, 8);
    std::size_t removed = away.size();
    for (std::size_t i = 0; i < away.size(); ++i) {
        auto scope = view.ui.push(static_cast<std::uint64_t>(i));
        const std::string text = absence_label(away[i], view.formats);
        const std::string name = "Remove " + text;
        const ChipSpec spec{
            .label = text, .icon = kIconCalendarDays, .removable = true, .name = name};
        if (chip(view.ui, "away", wrap.next(chip_width(spec)), spec)) {
            removed = i;
        }
    }
    const ChipSpec add{.label = "Add", .icon = kIconPlus, .name = "Add days away"};
    if (chip(view.ui, "add-absence", wrap.next(chip_width(add)), add)) {
        draft.adding_absence = true;
        view.ui.semantics().request_focus(view.ui.id("away_first"));
    }
    if (removed < away.size()) {
        away.erase(away.begin() + static_cast<std::ptrdiff_t>(removed));
    }
    flow.skip(wrap.used() - 16);
    setup_help(view, flow, "away", "Nothing is planned on those days.");
    if (draft.adding_absence) {
        absence_fields(view, flow);
    }
}

}  // namespace

void setup_audience_fields(View& view, Flow& flow) {
    SetupDraft& draft = view.memory.setup;
    const std::string audience = domain::audience_label(draft.profile.primary_platform);
    const std::string engaged = domain::engaged_label(draft.profile.engaged_source);
    const bool are_readers = draft.profile.engaged_source == domain::EngagedSource::Readers;
    setup_pair(
        view,
        flow,
        SetupText{"followers",
                  draft.texts["followers"],
                  {.label = audience,
                   .why = "Context only. Nobody publishes how many of them pay.",
                   .placeholder = "48,200",
                   .kind = FieldKind::Integer,
                   .max_length = 15}},
        SetupText{"engaged_audience",
                  draft.texts["engaged_audience"],
                  {.label = engaged,
                   .why = are_readers ? "Those who open it. The forecast counts on them."
                                      : "People you can really reach. The forecast counts on them.",
                   .placeholder = "3,900",
                   .kind = FieldKind::Integer,
                   .max_length = 15}});
    setup_label(view, flow, "What does the second number count?");
    flow.skip(-16);
    const Rect chips = flow.next(0);
    Wrap wrap(chips, tokens().h_2, 8);
    {
        auto group = view.ui.group("engaged_source",
                                   Role::Group,
                                   "What the second number counts",
                                   Rect{chips.x, chips.y, flow.width(), 32});
        for (const domain::EngagedSource source : domain::kEngagedSources) {
            const std::string text = domain::engaged_label(source);
            const ChipSpec spec{
                .label = text, .on = draft.profile.engaged_source == source, .toggles = true};
            if (chip(view.ui, text, wrap.next(chip_width(spec)), spec)) {
                draft.profile.engaged_source = source;
            }
        }
    }
    flow.skip(wrap.used());
    target_and_experience(view, flow);
    hours_slider(view, flow);
    signal_chips(view, flow);
    absence_chips(view, flow);
}

}  // namespace atrium::shell
