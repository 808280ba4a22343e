#include "core/domain/event_origin.h"

namespace atrium::domain {
namespace {

struct OriginOf {
    MessageId operator()(const DecisionRecorded& event) const { return event.decision.message; }

    MessageId operator()(const TaskCompleted& event) const { return event.message; }

    MessageId operator()(const PlanChangeNoted& event) const { return event.message; }

    MessageId operator()(const SuggestionMade& event) const { return event.suggestion.message; }

    MessageId operator()(const DocumentSaved& event) const { return event.message; }

    template <typename Other>
    MessageId operator()(const Other&) const {
        return {};
    }
};

}  // namespace

MessageId origin_of(const Event& event) {
    return std::visit(OriginOf{}, event);
}

}  // namespace atrium::domain
