#include "shell/views/activity_words.h"

#include <algorithm>
#include <vector>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/decision_words.h"
#include "core/domain/plan_template.h"
#include "core/domain/versions.h"
#include "core/protocol/ascii.h"
#include "shell/theme/icons.h"
#include "shell/ui/markdown_blocks.h"
#include "shell/views/words.h"

namespace atrium::shell {
namespace {

// The words of the first line, without the marks of Markdown.
std::string first_line(const std::string& text) {
    constexpr std::size_t kLongest = 400;
    std::vector<Block> blocks;
    parse_markdown(std::string_view(text).substr(0, std::min(text.find('\n'), kLongest)), blocks);
    return blocks.empty() ? "" : blocks.front().content.text;
}

struct Words {
    const domain::Project* project;
    const domain::Formats& formats;

    std::string task_title(const std::string& id) const {
        return project != nullptr ? domain::task_title(*project, id) : id;
    }

    std::string message_text(domain::MessageId id) const {
        const domain::Message* message =
            project != nullptr ? domain::find_in_versions(*project, id) : nullptr;
        return message != nullptr ? first_line(message->text) : "";
    }

    std::string decision_text(const domain::DecisionSlots& slots) const {
        return project != nullptr ? domain::decision_label(*project, slots, formats)
                                  : domain::decision_label(slots, formats);
    }

    // What is suggested: "launch date, Fri 22 Jan 2027".
    std::string suggestion_text(const domain::Suggestion& suggestion) const {
        if (const auto* made = std::get_if<domain::ProposedDecision>(&suggestion.action)) {
            return ascii::lower_first(decision_name(domain::category_of(made->slots))) + ", " +
                   decision_text(made->slots);
        }
        if (const auto* task = std::get_if<domain::ProposedTask>(&suggestion.action)) {
            return "done, " + task_title(task->task_id);
        }
        const auto& plan = std::get<domain::ProposedPlanChange>(suggestion.action);
        return project != nullptr ? domain::plan_change_words(*project, plan.change) : "";
    }

    std::string suggestion_text(domain::SuggestionId id) const {
        if (project != nullptr) {
            for (const domain::Suggestion& suggestion : project->suggestions) {
                if (suggestion.id == id) {
                    return suggestion_text(suggestion);
                }
            }
        }
        return "";
    }

    ActivityWords operator()(const domain::ProfileSaved&) const {
        return {kIconUser, "Profile saved", ""};
    }

    ActivityWords operator()(const domain::ProjectStarted& event) const {
        return {kIconSignpost, "Launch started", event.name};
    }

    ActivityWords operator()(const domain::ProjectRenamed& event) const {
        return {kIconPencil, "Launch renamed", event.name};
    }

    ActivityWords operator()(const domain::ProjectArchived&) const {
        return {kIconPackage, "Launch archived", ""};
    }

    ActivityWords operator()(const domain::ProjectReopened&) const {
        return {kIconPackage, "Launch reopened", ""};
    }

    ActivityWords operator()(const domain::MessageAdded& event) const {
        const bool is_creator = event.message.author == domain::Author::Creator;
        return {kIconMessageCircle,
                is_creator ? "You wrote" : "Atrium answered",
                first_line(event.message.text)};
    }

    ActivityWords operator()(const domain::DecisionRecorded& event) const {
        const domain::DecisionCategory category = domain::category_of(event.decision.slots);
        const std::string& title = domain::built_in_template().decision(category).title;
        return {kIconCheck,
                title + " recorded",
                decision_text(event.decision.slots) + ", " +
                    share_text(event.decision.confidence, formats)};
    }

    ActivityWords operator()(const domain::TaskCompleted& event) const {
        return {kIconListChecks, "Task done", task_title(event.task_id)};
    }

    ActivityWords operator()(const domain::TaskReopened& event) const {
        return {kIconListChecks, "Task reopened", task_title(event.task_id)};
    }

    ActivityWords operator()(const domain::TaskSkipped& event) const {
        return {kIconListChecks, "Task skipped", task_title(event.task_id)};
    }

    ActivityWords operator()(const domain::TaskRestored& event) const {
        return {kIconListChecks, "Task back in the plan", task_title(event.task_id)};
    }

    ActivityWords operator()(const domain::TaskEstimated& event) const {
        return {kIconClock, "Hours changed", task_title(event.task_id)};
    }

    ActivityWords operator()(const domain::TaskAdded& event) const {
        return {kIconListChecks, "Task added", event.task.title};
    }

    ActivityWords operator()(const domain::TaskEdited& event) const {
        return {kIconPencil, "Task changed", event.task.title};
    }

    ActivityWords operator()(const domain::TaskRemoved& event) const {
        return {kIconListChecks, "Task removed", task_title(event.task_id)};
    }

    ActivityWords operator()(const domain::TaskMoved& event) const {
        return {kIconListChecks, "Task moved", task_title(event.task_id)};
    }

    ActivityWords operator()(const domain::SuggestionMade& event) const {
        return {kIconCircleHelp, "Suggestion", suggestion_text(event.suggestion)};
    }

    ActivityWords operator()(const domain::SuggestionResolved& event) const {
        const bool confirmed = event.state == domain::Suggestion::State::Confirmed;
        return {kIconCircleHelp,
                confirmed ? "Suggestion confirmed" : "Suggestion put aside",
                suggestion_text(event.id)};
    }

    ActivityWords operator()(const domain::DocumentSaved& event) const {
        return {kIconFileText, "Document saved", event.title};
    }

    ActivityWords operator()(const domain::DocumentAccepted& event) const {
        const domain::Document* document =
            project != nullptr ? domain::find_document(*project, event.id) : nullptr;
        return {
            kIconFileText, "Document kept as it is", document != nullptr ? document->title : ""};
    }

    ActivityWords operator()(const domain::SessionResumed&) const {
        return {kIconClock, "Session running", ""};
    }

    ActivityWords operator()(const domain::SessionPaused&) const {
        return {kIconPause, "Session paused", ""};
    }

    ActivityWords operator()(const domain::SettingsChanged&) const {
        return {kIconSettings2, "Settings changed", ""};
    }

    ActivityWords operator()(const domain::BatchUndone&) const {
        return {kIconUndo2, "Undone", ""};
    }

    ActivityWords operator()(const domain::BatchRedone&) const {
        return {kIconRedo2, "Redone", ""};
    }

    ActivityWords operator()(const domain::AssumptionChanged& event) const {
        return {kIconPencil, event.value ? "Figure changed" : "Figure reset", event.key};
    }

    ActivityWords operator()(const domain::MessageShown&) const {
        return {kIconHistory, "Another version shown", ""};
    }

    ActivityWords operator()(const domain::MessagePinned& event) const {
        return {kIconPin, "Message pinned", message_text(event.id)};
    }

    ActivityWords operator()(const domain::MessageUnpinned& event) const {
        return {kIconPin, "Message unpinned", message_text(event.id)};
    }

    ActivityWords operator()(const domain::MessageSent& event) const {
        return {kIconSend, "Waiting message sent", message_text(event.id)};
    }

    ActivityWords operator()(const domain::MessageWithdrawn&) const {
        return {kIconX, "Waiting message cancelled", ""};
    }

    // The new version has its line.
    ActivityWords operator()(const domain::MessagesSetAside&) const { return {}; }

    ActivityWords operator()(const domain::CaseSaved& event) const {
        return {kIconChartLine, "Case saved", event.saved.name};
    }

    ActivityWords operator()(const domain::CaseRemoved& event) const {
        return {kIconChartLine, "Case removed", event.name};
    }

    ActivityWords operator()(const domain::CaseRenamed& event) const {
        return {kIconChartLine, "Case renamed", event.from + " is now " + event.to};
    }

    // Nothing that one would look for or take back.
    ActivityWords operator()(const domain::TourSeen&) const { return {}; }

    // Shown elsewhere (a celebration, the header's badge) or not understood by this version.
    ActivityWords operator()(const domain::ProjectStatusChanged&) const { return {}; }

    ActivityWords operator()(const domain::MilestoneReached&) const { return {}; }

    // The change itself has its line.
    ActivityWords operator()(const domain::PlanChangeNoted&) const { return {}; }

    ActivityWords operator()(const domain::UnknownEvent&) const { return {}; }
};

}  // namespace

ActivityWords activity_words(const domain::Event& event,
                             const domain::Project* project,
                             const domain::Formats& formats) {
    return std::visit(Words{project, formats}, event);
}

}  // namespace atrium::shell
