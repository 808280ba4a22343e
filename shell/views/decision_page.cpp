#include "shell/views/decision_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/domain/decision_words.h"
#include "core/domain/guide/decision_choices.h"
#include "core/domain/plan_template.h"
#include "core/protocol/ascii.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/decision_effects.h"
#include "shell/views/document_stale.h"
#include "shell/views/words.h"

namespace atrium::shell {
namespace {

using domain::DecisionCategory;

constexpr float kColumn = 648;
constexpr float kPadding = 24;

std::string source_words(const domain::Decision& decision) {
    switch (decision.source) {
        case domain::DecisionSource::User:
            return "in your own words";
        case domain::DecisionSource::Guide:
            return "recorded by the built-in guide";
        case domain::DecisionSource::Ai:
            return "recorded by Claude";
        case domain::DecisionSource::Manual:
            return "entered by you";
    }
    return "";
}

class DecisionPage {
 public:
    DecisionPage(View& view, DecisionCategory category, Flow flow)
        : view_(view),
          category_(category),
          point_(domain::built_in_template().decision(category)),
          flow_(flow) {}

    float draw() {
        reckon();
        value();
        section("Why it matters", view_.memory.choices.reason);
        section("What follows from it", point_.changes);
        touched();
        options();
        history();
        return flow_.used();
    }

 private:
    void text(const std::string& key, TextStyle style, Color color, const std::string& words) {
        const Rect place = flow_.next(paragraph_height(view_.ui, style, words, flow_.width()));
        paragraph(view_.ui, key, place.x, place.y, place.width, style, color, words);
    }

    void title(const char* words) {
        flow_.skip(28);
        heading(view_.ui, flow_.next(scaled(24)), 3, TextStyle::Heading, tokens().text_1, words);
        flow_.skip(4);
    }

    void section(const char* name, const std::string& words) {
        if (!words.empty()) {
            title(name);
            text(name, TextStyle::Body, tokens().text_2, words);
        }
    }

    void value() {
        const Tokens& t = tokens();
        const domain::Decision* decision = domain::current_decision(*view_.project, category_);
        text("value",
             TextStyle::Display,
             t.text_1,
             decision != nullptr ? domain::decision_label(*view_.project, *decision, view_.formats)
                                 : point_.question);
        flow_.skip(8);
        if (decision != nullptr) {
            if (!view_.memory.choices.standing.empty()) {
                text("rationale", TextStyle::Read, t.text_2, view_.memory.choices.standing);
                flow_.skip(4);
            }
            text("source",
                 TextStyle::Meta,
                 t.text_3,
                 share_text(decision->confidence, view_.formats) + " sure, " +
                     source_words(*decision) + ", " +
                     domain::day_month(decision->on, view_.formats) + " at " +
                     local_time(view_, decision->at));
        }
        flow_.skip(16);
        Rect row = flow_.next(scaled(40));
        const ButtonSpec edit{.label = decision != nullptr ? "Change it" : "Decide it here",
                              .kind = decision != nullptr ? ButtonKind::Line : ButtonKind::Primary,
                              .size = ButtonSize::Large,
                              .icon = kIconPencil};
        const ButtonSpec talk{.label = "Talk about it",
                              .kind = ButtonKind::Quiet,
                              .size = ButtonSize::Large,
                              .icon = kIconMessageCircle};
        if (button(view_.ui, "edit", cut_left(row, button_width(edit), 8), edit)) {
            view_.memory.editing = category_;
        }
        if (view_.engine.turn() == nullptr &&
            button(view_.ui, "talk", cut_left(row, button_width(talk)), talk)) {
            view_.send(domain::SendMessage{"What would you do about the " +
                                           ascii::lower_first(decision_name(category_)) +
                                           ", and why?"});
            view_.memory.screen = Screen::Session;
        }
    }

    // What recording this decision, or changing it, has touched, with a way to follow.
    void touched() {
        const DecisionEffects* effects = effects_of_standing(view_, category_);
        if (effects == nullptr) {
            return;
        }
        title("What it touched");
        for (const std::string& line : effects->lines) {
            text(line, TextStyle::Body, tokens().text_2, line);
        }
        std::vector<domain::DocumentId> stale;
        for (const domain::DocumentId id : effects->can_refit) {
            if (find_stale(view_, id) != nullptr) {
                stale.push_back(id);
            }
        }
        if (stale.empty() || !view_.may_write) {
            return;
        }
        flow_.skip(8);
        const std::string words = stale.size() == 1
                                      ? "Rewrite the document"
                                      : "Rewrite " + std::to_string(stale.size()) + " documents";
        const ButtonSpec refit{.label = words, .kind = ButtonKind::Soft, .icon = kIconRefreshCw};
        Rect row = flow_.next(tokens().h_2);
        if (button(view_.ui, "refit", cut_left(row, button_width(refit)), refit)) {
            refit_documents(view_, stale);
        }
    }

    // Reasons and options in the creator's numbers, again only when these have changed.
    void reckon() {
        DecisionChoices& kept = view_.memory.choices;
        const std::size_t history = view_.engine.store().history().size();
        if (kept.history != history || kept.category != category_) {
            const domain::Decision* decision = domain::current_decision(*view_.project, category_);
            kept = {history,
                    category_,
                    domain::decision_reason(view_.workspace, category_, view_.context),
                    decision == nullptr
                        ? std::string()
                        : domain::standing_reason(
                              view_.workspace, *view_.project, *decision, view_.context),
                    domain::decision_choices(view_.workspace, category_, view_.context)};
        }
    }

    void options() {
        const DecisionChoices& kept = view_.memory.choices;
        if (kept.choices.empty()) {
            return;
        }
        title("Options");
        for (const domain::guide::Choice& choice : kept.choices) {
            flow_.skip(8);
            option_card(choice);
        }
    }

    // Prices and days in the person's formats; the reason beside them is the guide's own sentence.
    std::string option_title(const domain::guide::Choice& option) const {
        const bool figures = category_ == domain::DecisionCategory::Pricing ||
                             category_ == domain::DecisionCategory::Timeline;
        return figures ? domain::decision_label(*view_.project, option.slots, view_.formats)
                       : option.label;
    }

    void option_card(const domain::guide::Choice& option) {
        const Tokens& t = tokens();
        const domain::Decision* decision = domain::current_decision(*view_.project, category_);
        const bool chosen = decision != nullptr && decision->slots == option.slots;
        const ButtonSpec choose{.label = chosen            ? "Chosen"
                                         : option.possible ? "Choose"
                                                           : "Choose anyway",
                                .kind = option.possible ? ButtonKind::Soft : ButtonKind::Quiet,
                                .disabled = chosen || !view_.may_write};
        const float width = flow_.width() - 32 - button_width(choose) - 16;
        const float reason = paragraph_height(view_.ui, TextStyle::Dense, option.reason, width);
        auto scope = view_.ui.push(option.label);
        const std::string title = option_title(option);
        Rect inside = card(view_.ui, flow_.next(32 + scaled(20) + 2 + reason), chosen);
        const std::string name = std::string(choose.label) + " " + title;
        ButtonSpec named = choose;
        named.name = name;
        if (button(view_.ui, "choose", cut_right(inside, button_width(choose), 16), named)) {
            view_.send(domain::RecordDecision{option.slots, ""});
        }
        label(view_.ui, cut_top(inside, scaled(20), 2), TextStyle::BodyMedium, t.text_1, title);
        paragraph(view_.ui,
                  "reason",
                  inside.x,
                  inside.y,
                  width,
                  TextStyle::Dense,
                  t.text_2,
                  option.reason);
    }

    void history() {
        std::vector<const domain::Decision*> entries;
        for (const domain::Decision& decision : view_.project->decisions) {
            if (domain::category_of(decision.slots) == category_) {
                entries.insert(entries.begin(), &decision);
            }
        }
        if (entries.empty()) {
            return;
        }
        title("History");
        for (const domain::Decision* decision : entries) {
            history_row(*decision, decision == entries.front());
        }
    }

    void history_row(const domain::Decision& decision, bool holds) {
        const Tokens& t = tokens();
        auto scope = view_.ui.push(decision.id.value);
        Rect row = flow_.next(scaled(44));
        horizontal_rule(view_.ui, row.x, row.bottom() - 1, row.width);
        dot(view_.ui, cut_left(row, 8, 12), holds ? t.accent : t.chart_mute);
        const std::string value = domain::decision_label(*view_.project, decision, view_.formats);
        const std::string name = (holds ? "Undo " : "Restore ") + value;
        const ButtonSpec act{.label = holds ? "Undo" : "Restore",
                             .kind = ButtonKind::Quiet,
                             .size = ButtonSize::Small,
                             .disabled = !view_.may_write,
                             .name = name};
        if (button(view_.ui, "act", cut_right(row, button_width(act), 12), act)) {
            if (holds) {
                view_.send(domain::UndoBatch{decision.batch});
            } else {
                const bool ours = decision.source == domain::DecisionSource::Guide;
                view_.send(domain::RecordDecision{decision.slots,
                                                  ours ? std::string() : decision.rationale});
            }
        }
        label(view_.ui,
              cut_right(row, scaled(140), 12),
              TextStyle::Meta,
              t.text_3,
              domain::day_month(decision.on, view_.formats) + ", " + local_time(view_, decision.at),
              Align::Right);
        label(view_.ui, row, TextStyle::DenseMedium, holds ? t.text_1 : t.text_2, value);
    }

    View& view_;
    DecisionCategory category_;
    const domain::DecisionPoint& point_;
    Flow flow_;
};

}  // namespace

void decision_page_ui(View& view, Rect rect, bool can_go_back) {
    const Tokens& t = tokens();
    courtyard(view.ui, rect);
    const DecisionCategory category = view.memory.shown_decision;
    const float padding = view.arrangement == Arrangement::Phone ? 16.0f : kPadding;
    Rect head = cut_top(rect, t.h_bar);
    horizontal_rule(view.ui, head.x, head.bottom() - 1, head.width);
    head = inset(head, padding, 0);
    if (can_go_back && icon_button(view.ui,
                                   "back",
                                   cut_left(head, scaled(32), 8),
                                   {.icon = kIconArrowLeft, .name = "Back to the decisions"})) {
        view.memory.decision_chosen = false;
    }
    const std::string& name = decision_name(category);
    const float width = heading(view.ui, head, 2, TextStyle::Heading, t.text_1, name);
    const bool decided = domain::current_decision(*view.project, category) != nullptr;
    badge(view.ui,
          Rect{head.x + width + 8, head.y, head.width - width - 8, head.height},
          decided ? "Decided" : "Open",
          decided ? Tone::Accent : Tone::Plain,
          decided ? kIconCheck : nullptr);
    const std::string key = "decision " + domain::category_id(category);
    auto scope = view.ui.push(key);
    ScrollArea area(view.ui, "page", rect, view.memory.scrolls[key]);
    const Rect content = area.content();
    const float column = std::min(scaled(kColumn), content.width - 2 * padding);
    const float used =
        DecisionPage(
            view, category, Flow(Rect{content.x + padding, content.y + kPadding, column, 0}))
            .draw();
    area.end(used + 2 * kPadding);
}

}  // namespace atrium::shell
