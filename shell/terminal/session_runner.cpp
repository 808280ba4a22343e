#include "shell/terminal/session_runner.h"

#include <cmath>
#include <utility>
#include <variant>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/decision_words.h"
#include "core/domain/journal.h"
#include "core/domain/project_plan.h"
#include "core/domain/staleness.h"

namespace atrium::shell {
namespace {

std::string percent(double share) {
    return std::to_string(static_cast<int>(std::lround(share * 100))) + "%";
}

// The transcript's line for an event; empty for those that a reader need not see.
struct Describe {
    const domain::Workspace& workspace;

    std::string operator()(const domain::MessageAdded& added) const {
        const domain::Message& message = added.message;
        if (message.author == domain::Author::Creator) {
            return "\nYou: " + message.text + "\n";
        }
        std::string text =
            message.author == domain::Author::Guide ? "\nGuide: " : "\n" + message.model + ": ";
        text += message.text + "\n";
        if (!message.problem.empty()) {
            text += "  ! " + message.problem + "\n";
        }
        for (const std::string& reply : message.quick_replies) {
            text += "  > " + reply + "\n";
        }
        return text;
    }

    std::string operator()(const domain::DecisionRecorded& recorded) const {
        const domain::Decision& decision = recorded.decision;
        return "  * " + domain::category_id(domain::category_of(decision.slots)) + ": " +
               label(decision.slots) + ", " + percent(decision.confidence) + "\n";
    }

    std::string operator()(const domain::TaskCompleted& completed) const {
        return "  * done: " + title(completed.task_id) + ", " + percent(completed.confidence) +
               "\n";
    }

    std::string operator()(const domain::SuggestionMade& made) const {
        if (const auto* decision = std::get_if<domain::ProposedDecision>(&made.suggestion.action)) {
            return "  ? " + label(decision->slots) + ", " + percent(decision->confidence) +
                   " (/confirm or /dismiss)\n";
        }
        if (const auto* plan = std::get_if<domain::ProposedPlanChange>(&made.suggestion.action)) {
            const domain::Project* project = domain::active_project(workspace);
            return "  ? " +
                   (project != nullptr ? domain::plan_change_words(*project, plan->change) : "") +
                   ", " + percent(plan->confidence) + " (/confirm or /dismiss)\n";
        }
        const auto& task = std::get<domain::ProposedTask>(made.suggestion.action);
        return "  ? done: " + title(task.task_id) + ", " + percent(task.confidence) +
               " (/confirm or /dismiss)\n";
    }

    std::string operator()(const domain::PlanChangeNoted& noted) const {
        return "  * " + noted.words + ", " + percent(noted.confidence) + "\n";
    }

    std::string operator()(const domain::DocumentSaved& saved) const {
        return "  * document: " + saved.title + "\n";
    }

    std::string operator()(const domain::MilestoneReached& reached) const {
        return "  + milestone: " + reached.milestone + "\n";
    }

    std::string operator()(const domain::BatchUndone&) const { return "  - undone\n"; }

    std::string operator()(const domain::BatchRedone&) const { return "  - redone\n"; }

    template <typename Other>
    std::string operator()(const Other&) const {
        return "";
    }

 private:
    std::string label(const domain::DecisionSlots& slots) const {
        const domain::Project* project = domain::active_project(workspace);
        return project != nullptr ? domain::decision_label(*project, slots)
                                  : domain::decision_label(slots);
    }

    std::string title(const std::string& task_id) const {
        const domain::Project* project = domain::active_project(workspace);
        return project != nullptr ? domain::task_title(*project, task_id) : task_id;
    }
};

std::pair<std::string, std::string> split_word(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) {
        return {std::string(text), ""};
    }
    return {std::string(text.substr(0, space)), std::string(text.substr(space + 1))};
}

const domain::Suggestion* open_suggestion(const domain::Project* project) {
    if (project == nullptr) {
        return nullptr;
    }
    for (auto it = project->suggestions.rbegin(); it != project->suggestions.rend(); ++it) {
        if (it->state == domain::Suggestion::State::Open) {
            return &*it;
        }
    }
    return nullptr;
}

}  // namespace

Result<std::unique_ptr<SessionRunner>> SessionRunner::open(SessionOptions options) {
    Result<StoredFiles> files = read_state_folder(options.state);
    if (!files) {
        return files.error();
    }
    domain::LoadedJournal loaded = domain::load_journal(files.value());
    const std::string report = domain::journal_report(loaded.problems);
    if (!report.empty()) {
        options.print("! " + report + "\n");
    }
    std::unique_ptr<SessionRunner> runner(new SessionRunner(std::move(options), std::move(loaded)));
    if (!runner->options_.proxy.empty()) {
        const Result<std::string> config = runner->claude_.ask_config();
        runner->connection_.proxy_answered(config);
        if (!config) {
            runner->options_.print("! " + config.error().message +
                                   " The built-in guide answers.\n");
        }
    }
    return runner;
}

SessionRunner::SessionRunner(SessionOptions options, domain::LoadedJournal loaded)
    : options_(std::move(options)),
      engine_(loaded.history),
      storage_(options_.state, inbox_),
      saver_(storage_, loaded),
      guide_(
          inbox_,
          [this]() -> const domain::Workspace& { return engine_.workspace(); },
          options_.context,
          GuideChat::Pace::Immediate),
      claude_(options_.proxy, options_.token, inbox_) {
    printed_ = engine_.store().history().size();
    carry_out(engine_.wake(options_.context()));
    settle();
}

Result<Done> SessionRunner::begin(const domain::CreatorProfile& profile) {
    if (domain::active_project(engine_.workspace()) != nullptr) {
        return Done{};
    }
    if (Result<Done> saved = dispatch(domain::SaveProfile{profile}); !saved) {
        return saved;
    }
    const std::string& name =
        profile.community_name.empty() ? profile.name : profile.community_name;
    return dispatch(domain::StartProject{name});
}

Result<Done> SessionRunner::take_line(std::string_view line) {
    if (line.empty() || line.front() == '#') {
        return Done{};
    }
    Result<domain::Command> command = command_from_line(line);
    return command ? dispatch(command.value()) : Result<Done>(command.error());
}

Result<domain::Command> SessionRunner::command_from_line(std::string_view line) const {
    if (line.front() != '/') {
        return domain::Command(domain::SendMessage{std::string(line)});
    }
    const auto [word, rest] = split_word(line.substr(1));
    const domain::Suggestion* suggestion =
        open_suggestion(domain::active_project(engine_.workspace()));
    const domain::SuggestionId suggestion_id =
        suggestion != nullptr ? suggestion->id : domain::SuggestionId{};
    if (word == "undo") {
        return domain::Command(domain::Undo{});
    }
    if (word == "redo") {
        return domain::Command(domain::Redo{});
    }
    if (word == "stop") {
        return domain::Command(domain::StopReply{});
    }
    if (word == "confirm") {
        return domain::Command(domain::ConfirmSuggestion{suggestion_id});
    }
    if (word == "dismiss") {
        return domain::Command(domain::DismissSuggestion{suggestion_id});
    }
    if (word == "done") {
        return domain::Command(domain::CompleteTask{rest, ""});
    }
    if (word == "reopen") {
        return domain::Command(domain::ReopenTask{rest});
    }
    if (word == "skip") {
        const auto [task, reason] = split_word(rest);
        return domain::Command(domain::SkipTask{task, reason});
    }
    if (word == "move") {
        const auto [task, before] = split_word(rest);
        return domain::Command(domain::MoveTask{task, before});
    }
    if (word == "remove") {
        return domain::Command(domain::RemoveTask{rest});
    }
    if (word == "refit") {
        return refit_all();
    }
    return Error{"line-unknown", "There is no \"/" + word + "\".", ""};
}

Result<domain::Command> SessionRunner::refit_all() const {
    domain::RefitDocuments refit;
    if (const domain::Project* project = domain::active_project(engine_.workspace())) {
        for (const domain::StaleDocument& stale : domain::stale_documents(*project)) {
            if (stale.can_refit) {
                refit.ids.push_back(stale.id);
            }
        }
    }
    return domain::Command(std::move(refit));
}

Result<Done> SessionRunner::dispatch(const domain::Command& command) {
    engine_.set_partner(connection_.partner(engine_.workspace().settings));
    Result<domain::Output> output = engine_.dispatch(command, options_.context());
    if (!output) {
        return output.error();
    }
    carry_out(std::move(output).value());
    settle();
    print_news();
    if (saver_.error()) {
        return *saver_.error();
    }
    return Done{};
}

void SessionRunner::carry_out(domain::Output output) {
    saver_.keep(output.recorded, engine_.store().history());
    for (const domain::Effect& effect : output.effects) {
        if (const auto* start = std::get_if<domain::StartStream>(&effect)) {
            ChatPort& chat = start->partner == domain::Partner::Kind::Guide
                                 ? static_cast<ChatPort&>(guide_)
                                 : static_cast<ChatPort&>(claude_);
            chat.start(start->stream, start->request);
        }
    }
}

// Until the reply has ended and everything is on disk.
void SessionRunner::settle() {
    while (!inbox_.empty()) {
        for (OutsideEvent& event : inbox_.drain()) {
            if (const auto* arrived = std::get_if<StreamArrived>(&event)) {
                carry_out(engine_.receive(arrived->stream, arrived->event, options_.context()));
            } else if (const auto* finished = std::get_if<CommitFinished>(&event)) {
                saver_.commit_finished(finished->ticket, finished->outcome, options_.context().now);
            }
        }
    }
}

void SessionRunner::print_news() {
    const std::vector<domain::RecordedEvent>& history = engine_.store().history();
    for (; printed_ < history.size(); ++printed_) {
        const std::string line = std::visit(Describe{engine_.workspace()}, history[printed_].event);
        if (!line.empty()) {
            options_.print(line);
        }
    }
}

void SessionRunner::print_summary() {
    const domain::Project* project = domain::active_project(engine_.workspace());
    if (project == nullptr) {
        options_.print("\nNo launch is open.\n");
        return;
    }
    const domain::Context context = options_.context();
    std::string text = "\n== " + project->name + " ==\n";
    for (const domain::DecisionCategory category : domain::kDecisionCategories) {
        const domain::Decision* decision = domain::current_decision(*project, category);
        text += domain::category_id(category) + ": " +
                (decision != nullptr ? domain::decision_label(*project, decision->slots) : "open") +
                "\n";
    }
    const domain::Progress progress =
        domain::project_progress(engine_.workspace(), *project, context);
    const domain::Schedule schedule =
        domain::project_schedule(engine_.workspace(), *project, context);
    text += "planning " + percent(progress.planning) + ", execution " +
            percent(progress.execution) + ", overall " + percent(progress.overall) + "\n";
    text += "timeline: " + domain::timeline_state_label(schedule.state) + "\n";
    for (const domain::ScheduledTask& task : schedule.tasks) {
        text += domain::iso_from_date(task.start) + " to " + domain::iso_from_date(task.end) +
                "  " + domain::task_title(*project, task.id) + "\n";
    }
    options_.print(text);
}

}  // namespace atrium::shell
