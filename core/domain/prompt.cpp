#include "core/domain/prompt.h"

#include <cassert>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/assumptions.h"
#include "core/domain/briefing.h"
#include "core/domain/creator_task.h"
#include "core/domain/decision_words.h"
#include "core/domain/guide/decision_choices.h"
#include "core/domain/market.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "core/domain/project_plan.h"
#include "core/domain/session_clock.h"
#include "core/domain/staleness.h"
#include "embedded_assets.h"

namespace atrium::domain {
namespace {

using protocol::ChatMessage;
using protocol::ContentBlock;
using protocol::Role;
using protocol::TextBlock;

std::string join(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : ", ") + part;
    }
    return text;
}

// Role, method, rules and the 22 tasks: the same for every creator.
const std::string& fixed_instructions() {
    static const std::string text = [] {
        std::string all;
        for (const std::string_view part : {assets::role_md, assets::method_md, assets::rules_md}) {
            all += part;
            all += "\n\n";
        }
        all += "# The plan template\n";
        for (const TaskSpec& task : built_in_template().tasks) {
            all += "- " + task.id + " (phase " + std::to_string(task.phase) + "): " + task.title +
                   ". Document kind: " + task.document_kind +
                   ". Done when: " + task.definition_of_done + "\n";
        }
        return all;
    }();
    return text;
}

std::string describe_decisions(const Workspace& workspace,
                               const Project& project,
                               const Context& context) {
    std::string text = "# Decisions\n";
    for (const DecisionCategory category : kDecisionCategories) {
        const Decision* decision = current_decision(project, category);
        text += "- " + category_id(category) + ": ";
        text += decision == nullptr
                    ? "open"
                    : decision_label(project, decision->slots) + " (" +
                          standing_reason(workspace, project, *decision, context) + ")";
        text += "\n";
    }
    return text;
}

std::string line_of(const char* label, const std::vector<std::string>& parts) {
    return std::string(label) + (parts.empty() ? "none" : join(parts)) + "\n";
}

// What differs from the template; the schedule has the dates.
std::string describe_tasks(const Project& project) {
    std::vector<std::string> done;
    std::vector<std::string> skipped;
    for (const std::string& id : ordered_task_ids(project)) {
        const auto record = project.tasks.find(id);
        if (record != project.tasks.end() && record->second.done) {
            done.push_back(id);
        } else if (record != project.tasks.end() && record->second.skipped) {
            skipped.push_back(id + " (" + record->second.skip_reason + ")");
        }
    }
    std::string text = "# Tasks\n" + line_of("Done: ", done) + line_of("Skipped: ", skipped);
    for (const AddedTask& task : project.added_tasks) {
        text += "Added by the creator: " + task.id + ", phase " + std::to_string(task.phase) +
                ", " + hours_text(task.hours) + ": " + task.title + "\n";
    }
    return text;
}

std::string describe_documents(const Project& project) {
    std::string text = "# Documents\n";
    for (const Document& document : project.documents) {
        text += "- " + document.kind + " \"" + document.title + "\"";
        for (const StaleReason& reason : stale_reasons(project, document)) {
            text += " STALE: " + reason.sentence;
        }
        text += "\n";
    }
    return project.documents.empty() ? "" : text + "\n";
}

// The figures Claude may quote: the rules forbid every other number.
std::string describe_figures(const Workspace& workspace,
                             const Project& project,
                             const Context& context) {
    Result<Assumptions> basis = assumptions_of(workspace, project, context);
    if (!basis) {
        return "";
    }
    BriefingQuestion question{*workspace.profile, std::move(basis).value(), "", {}};
    if (const auto* platform = current_slots<PlatformSlots>(project)) {
        question.platform = platform->name;
    }
    question.plan = project_schedule_request(workspace, project, context);
    return figures_briefing(question);
}

// What is sent of one kept message; empty for nothing.
std::string sendable_text(const Message& message) {
    if (message.text.empty()) {
        return "";
    }
    return message.status == MessageStatus::Stopped && message.author != Author::Creator
               ? message.text + " […]"
               : message.text;
}

// The API wants alternating roles that begin with the user; answers in a row (a retry, the welcome)
// are joined.
void push_message(std::vector<ChatMessage>& messages, Role role, std::string text) {
    if (!messages.empty() && messages.back().role == role) {
        std::get<TextBlock>(messages.back().content.back()).text += "\n\n" + text;
        return;
    }
    messages.push_back({role, {TextBlock{std::move(text)}}});
}

std::vector<ChatMessage> recent_conversation(const Project& project) {
    std::size_t first = project.messages.size();
    std::size_t characters = 0;
    while (first > 0) {
        characters += project.messages[first - 1].text.size();
        if (characters > kHistoryCharacters && first < project.messages.size()) {
            break;
        }
        --first;
    }
    std::vector<ChatMessage> messages;
    for (std::size_t i = first; i < project.messages.size(); ++i) {
        const Message& message = project.messages[i];
        std::string text = sendable_text(message);
        if (text.empty()) {
            continue;
        }
        const Role role = message.author == Author::Creator ? Role::User : Role::Assistant;
        if (messages.empty() && role == Role::Assistant) {
            push_message(messages, Role::User, "Let us go on.");
        }
        push_message(messages, role, std::move(text));
    }
    return messages;
}

}  // namespace

const std::vector<protocol::ToolSpec>& partner_tools() {
    static const std::vector<protocol::ToolSpec> tools = [] {
        using nlohmann::json;
        const json parsed = json::parse(assets::tools_json, nullptr, false);
        assert(parsed.is_array() && "assets/prompts/tools.json is checked by a test");
        std::vector<protocol::ToolSpec> specs;
        for (const json& tool : parsed) {
            specs.push_back({tool.value("name", ""),
                             tool.value("description", ""),
                             tool["input_schema"].dump()});
        }
        return specs;
    }();
    return tools;
}

std::string describe_state(const Workspace& workspace, const Context& context) {
    std::string text = "# Today\n" + long_date(context.today) + " (" +
                       iso_from_date(context.today) + ")\n\n# The creator\n";
    if (workspace.profile) {
        text += profile_json(*workspace.profile) + "\n";
    }
    const Project* project = active_project(workspace);
    if (project == nullptr) {
        return text;
    }
    text += "\n# The launch\nName: " + project->name + "\nMinute of the session: " +
            std::to_string(session_minute(project->clock, context.now)) + " of 30\n\n";
    text += describe_decisions(workspace, *project, context) + "\n" + describe_tasks(*project) +
            "\n" + describe_documents(*project);
    if (workspace.profile) {
        text += describe_figures(workspace, *project, context);
    }
    return text;
}

protocol::MessagesRequest build_request(const Workspace& workspace,
                                        const std::string& model,
                                        int max_tokens,
                                        const std::vector<ChatMessage>& tool_history,
                                        const Context& context) {
    protocol::MessagesRequest request;
    request.model = model;
    request.max_tokens = max_tokens;
    request.system.push_back({fixed_instructions(), true});
    request.system.push_back({describe_state(workspace, context), false});
    request.tools = partner_tools();
    if (const Project* project = active_project(workspace)) {
        request.messages = recent_conversation(*project);
    }
    // A retry asks the last question again: what follows it is the failed attempt.
    while (!request.messages.empty() && request.messages.back().role == Role::Assistant) {
        request.messages.pop_back();
    }
    request.messages.insert(request.messages.end(), tool_history.begin(), tool_history.end());
    return request;
}

}  // namespace atrium::domain
