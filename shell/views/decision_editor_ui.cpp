// The dialog in which a decision is made or changed by hand.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/domain/decision_words.h"
#include "core/domain/plan_template.h"
#include "shell/ui/buttons.h"
#include "shell/ui/fields.h"
#include "shell/ui/overlays.h"
#include "shell/ui/text.h"
#include "shell/views/decision_effects.h"
#include "shell/views/decision_form.h"
#include "shell/views/screens.h"

namespace atrium::shell {
namespace {

using domain::DecisionCategory;

constexpr float kGap = 16;
constexpr float kThreeFields = 380;  // narrower, three do not stand side by side
constexpr std::size_t kMostLines = 3;

struct Choice {
    std::string_view value;
    std::string_view label;
};

constexpr std::array kPlatforms = {Choice{"discord", "Discord"},
                                   Choice{"circle", "Circle"},
                                   Choice{"skool", "Skool"},
                                   Choice{"patreon", "Patreon"},
                                   Choice{"whop", "Whop"},
                                   Choice{"mighty", "Mighty Networks"},
                                   Choice{"other", "Another one"}};
constexpr std::array kIntervals = {
    Choice{"month", "a month"}, Choice{"year", "a year"}, Choice{"once", "once"}};
constexpr std::array kCadences = {Choice{"daily", "Every day"},
                                  Choice{"weekly", "Every week"},
                                  Choice{"biweekly", "Every two weeks"},
                                  Choice{"monthly", "Every month"}};

// A menu over values that are kept as text.
template <std::size_t Count>
void choice_field(View& view,
                  const char* name,
                  std::string_view label,
                  const std::array<Choice, Count>& choices,
                  Rect rect) {
    std::array<std::string_view, Count> labels;
    int selected = -1;
    std::string& text = view.memory.edit_fields[name];
    for (std::size_t i = 0; i < Count; ++i) {
        labels[i] = choices[i].label;
        if (choices[i].value == text) {
            selected = static_cast<int>(i);
        }
    }
    if (select(view.ui, name, rect, labels, selected, {.label = label, .placeholder = "Choose"})) {
        text = choices[static_cast<std::size_t>(selected)].value;
    }
}

void text_field(View& view, const char* name, Rect rect, FieldSpec spec) {
    const bool is_wrong = view.memory.edit_fields["wrong"] == name;
    spec.error = is_wrong ? std::string_view(view.memory.edit_error) : std::string_view();
    field(view.ui, name, rect, view.memory.edit_fields[name], spec);
}

float line_height_of(View& view, float width) {
    // Room for a message below, so that the dialog does not jump when one appears.
    return field_height(view.ui, {.label = "x", .why = "x"}, width);
}

bool is_narrow(float width) {
    return width < scaled(kThreeFields);
}

// Several prices stood when the dialog opened: they are one line of words.
bool has_tiers(View& view) {
    return view.memory.edit_fields["amount_before"].find(';') != std::string::npos;
}

// On the phone a choice of words has a row of its own below the others, and so it has below the prices
// of several tiers.
bool has_second_row(View& view, DecisionCategory category, float width) {
    return category == DecisionCategory::Pricing
               ? is_narrow(width) || has_tiers(view)
               : is_narrow(width) && category == DecisionCategory::Content;
}

int columns_of(View& view, DecisionCategory category, float width) {
    if (has_second_row(view, category, width)) {
        return category == DecisionCategory::Pricing && !has_tiers(view) ? 2 : 1;
    }
    switch (category) {
        case DecisionCategory::Pricing:
        case DecisionCategory::Structure:
            return 3;
        case DecisionCategory::Content:
            return 2;
        case DecisionCategory::Platform:
        case DecisionCategory::Timeline:
            break;
    }
    return 1;
}

// Of the fields beside each other: a long complaint below a narrow one gets its room.
float first_row_height(View& view, DecisionCategory category, float width) {
    const auto columns = static_cast<float>(columns_of(view, category, width));
    const bool complains = view.memory.edit_fields["wrong"] != "why";
    const FieldSpec worst{.label = "x",
                          .error = complains ? std::string_view(view.memory.edit_error) : ""};
    return std::max(line_height_of(view, width),
                    field_height(view.ui, worst, (width - (columns - 1) * kGap) / columns));
}

void draw_tier_fields(View& view, Flow& flow, float row) {
    text_field(view,
               "amount",
               flow.next(row),
               {.label = "Prices", .placeholder = "Basic 9; Pro 49", .max_length = 200});
    const Rect line = flow.next(row);
    text_field(view,
               "currency",
               column(line, 0, 2, kGap),
               {.label = "Currency", .placeholder = "USD", .max_length = 3});
    choice_field(view, "interval", "Paid", kIntervals, column(line, 1, 2, kGap));
}

void draw_fields(View& view, DecisionCategory category, Flow& flow) {
    const float row = first_row_height(view, category, flow.width());
    switch (category) {
        case DecisionCategory::Platform:
            choice_field(view, "name", "Platform", kPlatforms, flow.next(row));
            break;
        case DecisionCategory::Pricing: {
            if (has_tiers(view)) {
                draw_tier_fields(view, flow, row);
                break;
            }
            const Rect line = flow.next(row);
            const bool narrow = is_narrow(flow.width());
            const int count = narrow ? 2 : 3;
            text_field(view,
                       "amount",
                       column(line, 0, count, kGap),
                       {.label = "Price", .kind = FieldKind::Decimal, .max_length = 40});
            text_field(view,
                       "currency",
                       column(line, 1, count, kGap),
                       {.label = "Currency", .placeholder = "USD", .max_length = 3});
            const Rect paid = narrow ? flow.next(row) : column(line, 2, count, kGap);
            choice_field(view, "interval", "Paid", kIntervals, paid);
            break;
        }
        case DecisionCategory::Structure: {
            const Rect line = flow.next(row);
            const FieldSpec number{.kind = FieldKind::Integer, .max_length = 3};
            const bool spaces = domain::room_word(*view.project) == "space";
            const char* rooms = spaces ? "Spaces" : "Channels";
            for (const auto& [index, name, label] : {std::tuple{0, "tiers", "Tiers"},
                                                     std::tuple{1, "channels", rooms},
                                                     std::tuple{2, "roles", "Roles"}}) {
                FieldSpec spec = number;
                spec.label = label;
                text_field(view, name, column(line, index, 3, kGap), spec);
            }
            break;
        }
        case DecisionCategory::Timeline:
            text_field(
                view, "date", flow.next(row), {.label = "Opening day", .kind = FieldKind::Date});
            break;
        case DecisionCategory::Content: {
            const Rect line = flow.next(row);
            const bool narrow = is_narrow(flow.width());
            const Rect often = narrow ? line : column(line, 0, 2, kGap);
            choice_field(view, "cadence", "How often", kCadences, often);
            text_field(view,
                       "format",
                       narrow ? flow.next(row) : column(line, 1, 2, kGap),
                       {.label = "What", .placeholder = "live call", .max_length = 60});
            break;
        }
    }
    text_field(view,
               "why",
               flow.next(line_height_of(view, flow.width())),
               {.label = "Why",
                .why = "Left empty, it is worked out from your numbers.",
                .max_length = 500});
}

void open_editor(View& view, DecisionCategory category) {
    const domain::Decision* decision = domain::current_decision(*view.project, category);
    if (decision != nullptr) {
        view.memory.edit_fields = texts_from_slots(decision->slots, view.formats);
        // Only the person's own reason goes on to another value.
        if (decision->source == domain::DecisionSource::Manual) {
            view.memory.edit_fields["why"] = decision->rationale;
        }
    }
    if (view.memory.edit_fields["currency"].empty() && view.workspace.profile) {
        view.memory.edit_fields["currency"] = view.workspace.profile->currency;
    }
    view.memory.edit_fields["open"] = domain::category_id(category);
}

void close_editor(View& view) {
    view.memory.editing.reset();
    view.memory.edit_fields.clear();
    view.memory.edit_error.clear();
}

// Where a complaint about the whole decision is shown: at the field that is typed freely.
const char* free_text_field(DecisionCategory category) {
    switch (category) {
        case DecisionCategory::Pricing:
            return "currency";
        case DecisionCategory::Structure:
            return "tiers";
        case DecisionCategory::Content:
            return "format";
        case DecisionCategory::Timeline:
            return "date";
        case DecisionCategory::Platform:
            break;
    }
    return "why";
}

Result<domain::DecisionSlots> typed_slots(View& view, DecisionCategory category) {
    Result<domain::DecisionSlots> slots =
        slots_from_texts(category, view.memory.edit_fields, view.formats);
    // The same check that guards every way in, so that the sentence below the field is its own.
    return slots ? domain::slots_from_json(category, domain::slots_json(slots.value()))
                 : std::move(slots);
}

// What saving would touch; empty while the fields are as they were, or wrong.
std::string preview_words(View& view, DecisionCategory category) {
    const domain::Decision* standing = domain::current_decision(*view.project, category);
    const Result<domain::DecisionSlots> slots = typed_slots(view, category);
    if (!slots || standing == nullptr || standing->slots == slots.value()) {
        return "";
    }
    const DecisionEffects* effects = effects_of_typed(view, slots.value());
    std::string words;
    for (std::size_t i = 0; effects != nullptr && i < effects->lines.size() && i < kMostLines;
         ++i) {
        words += (words.empty() ? "" : " ") + effects->lines[i];
    }
    return words;
}

void save(View& view, DecisionCategory category) {
    const Result<domain::DecisionSlots> slots = typed_slots(view, category);
    if (!slots) {
        view.memory.edit_error = slots.error().message;
        view.memory.edit_fields["wrong"] = view.memory.edit_fields.count(slots.error().detail) != 0
                                               ? slots.error().detail
                                               : free_text_field(category);
        return;
    }
    view.send(domain::RecordDecision{slots.value(), view.memory.edit_fields["why"]});
    close_editor(view);
}

}  // namespace

void decision_editor_ui(View& view) {
    if (!view.memory.editing || view.project == nullptr) {
        return;
    }
    const DecisionCategory category = *view.memory.editing;
    if (view.memory.edit_fields["open"] != domain::category_id(category)) {
        view.memory.edit_fields.clear();
        open_editor(view, category);
    }
    const domain::DecisionPoint& point = domain::built_in_template().decision(category);
    constexpr float kWidth = 480;
    constexpr float kPadding = 24;
    const float inner = std::min(scaled(kWidth), view.ui.screen().width - 32) - 2 * kPadding;
    const float question = paragraph_height(view.ui, TextStyle::Body, point.question, inner);
    const std::string touched = preview_words(view, category);
    const float effects =
        touched.empty() ? 0 : paragraph_height(view.ui, TextStyle::Dense, touched, inner) + kGap;
    const float more =
        has_second_row(view, category, inner) ? kGap + first_row_height(view, category, inner) : 0;
    const float fields =
        first_row_height(view, category, inner) + more + kGap + line_height_of(view, inner);
    const float height = question + kGap + fields + effects;
    Dialog dialog(
        view.ui, "decision-editor", {.title = point.title, .width = kWidth, .body_height = height});
    Flow flow(dialog.body(), kGap);
    const Rect text = flow.next(question);
    paragraph(view.ui,
              "question",
              text.x,
              text.y,
              text.width,
              TextStyle::Body,
              tokens().text_2,
              point.question);
    draw_fields(view, category, flow);
    if (!touched.empty()) {
        const Rect place = flow.next(effects - kGap);
        paragraph(view.ui,
                  "touched",
                  place.x,
                  place.y,
                  place.width,
                  TextStyle::Dense,
                  tokens().warning,
                  touched);
    }
    Rect buttons = dialog.buttons();
    const ButtonSpec save_button{
        .label = "Save", .kind = ButtonKind::Primary, .size = ButtonSize::Large};
    const bool saves =
        button(view.ui, "save", cut_right(buttons, button_width(save_button), 8), save_button) ||
        dialog.entered();
    const bool cancels = cancel_button(view.ui, buttons);
    if (saves) {
        save(view, category);
    } else if (cancels || dialog.dismissed()) {
        close_editor(view);
    }
}

}  // namespace atrium::shell
