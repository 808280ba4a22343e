// Decisions: the five at the left, the chosen one's page beside them.
#include <string>

#include "core/domain/decision_words.h"
#include "shell/ui/cards.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/decision_page.h"
#include "shell/views/screens.h"
#include "shell/views/words.h"

namespace atrium::shell {
namespace {

using domain::DecisionCategory;

constexpr float kListWidth = 288;
constexpr float kEdge = 16;
constexpr float kCard = 52;

void decision_list(View& view, Rect rect) {
    const FiveArches five = five_arches(*view.project);
    // On the phone a card leads to its page; beside the page one of them is the shown one.
    const bool beside_page = view.arrangement != Arrangement::Phone;
    ScrollArea area(view.ui, "decision-list", rect, view.memory.scrolls["decisions"]);
    Flow flow(inset(area.content(), kEdge, kEdge, kEdge, 0), 8);
    arches(view.ui,
           flow.next(arches_height(ArchSize::Large)),
           ArchSize::Large,
           five.states,
           five.name);
    flow.skip(4);
    auto list = view.ui.group("decisions", Role::Group, "Decisions", rect);
    for (const DecisionCategory category : domain::kDecisionCategories) {
        const domain::Decision* decision = domain::current_decision(*view.project, category);
        const domain::Suggestion* asked = open_suggestion_for(*view.project, category);
        const auto* proposed =
            asked != nullptr ? std::get_if<domain::ProposedDecision>(&asked->action) : nullptr;
        const std::string value =
            decision != nullptr ? domain::decision_label(*view.project, *decision, view.formats)
            : proposed != nullptr
                ? domain::decision_label(*view.project, proposed->slots, view.formats) + "?"
                : "Not decided";
        const std::string sure =
            decision != nullptr ? share_text(decision->confidence, view.formats) : "";
        const DecisionCardSpec spec{
            .icon = decision_icon(category),
            .label = decision_name(category),
            .value = value,
            .state = decision != nullptr   ? DecisionState::Decided
                     : proposed != nullptr ? DecisionState::Waiting
                                           : DecisionState::Open,
            .percent =
                decision != nullptr ? static_cast<int>(decision->confidence * 100 + 0.5) : -1,
            .sure = sure,
            .selected = beside_page && view.memory.shown_decision == category,
            .listed = beside_page};
        const float height = decision_card_height(view.ui, spec, flow.width(), scaled(kCard));
        const DecisionCardAnswer answer =
            decision_card(view.ui, domain::category_id(category), flow.next(height), spec);
        if (answer.opened) {
            view.memory.shown_decision = category;
            view.memory.decision_chosen = true;
        }
        if (answer.confirmed && asked != nullptr) {
            view.send(domain::ConfirmSuggestion{asked->id});
        }
    }
    area.end(flow.used() + 2 * kEdge);
}

}  // namespace

void decisions_ui(View& view, Rect rect) {
    if (view.project == nullptr) {
        return;
    }
    const bool narrow = view.arrangement == Arrangement::Phone;
    if (narrow && view.memory.decision_chosen) {
        decision_page_ui(view, rect, true);
        return;
    }
    Rect list = narrow ? rect : cut_left(rect, scaled(kListWidth));
    fill(view.ui, list, tokens().surface_0);
    const int made = domain::decisions_made(*view.project);
    Rect rest = pane_head(view.ui, list, "Decisions");
    label(view.ui,
          rest,
          TextStyle::Meta,
          tokens().text_3,
          std::to_string(made) + " of 5",
          Align::Right);
    decision_list(view, list);
    if (!narrow) {
        vertical_rule(
            view.ui, list.right() - 1, list.y - tokens().h_bar, list.height + tokens().h_bar);
        decision_page_ui(view, rect, false);
    }
}

}  // namespace atrium::shell
