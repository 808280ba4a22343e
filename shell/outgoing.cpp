#include "shell/outgoing.h"

namespace atrium::shell {

domain::Delivery delivery_now(const domain::Workspace& workspace, const Connection& connection) {
    if (workspace.settings.partner == domain::PartnerChoice::GuideOnly) {
        return domain::Delivery::AtOnce;
    }
    // What follows a message that waits must not overtake it.
    const domain::Project* project = domain::active_project(workspace);
    const bool queues = project != nullptr && !project->waiting.empty() && connection.is_away();
    return queues || connection.awaits_claude() ? domain::Delivery::WhenConnected
                                                : domain::Delivery::AtOnce;
}

domain::Command with_delivery(domain::Command command, domain::Delivery delivery) {
    if (auto* message = std::get_if<domain::SendMessage>(&command)) {
        message->delivery = delivery;
    } else if (auto* edited = std::get_if<domain::EditMessage>(&command)) {
        edited->delivery = delivery;
    }
    return command;
}

domain::MessageId next_to_send(const domain::Engine& engine, const Connection& connection) {
    const domain::Project* project = domain::active_project(engine.workspace());
    if (project == nullptr || project->waiting.empty() || engine.turn() != nullptr) {
        return {};
    }
    const bool failed = !project->messages.empty() &&
                        project->messages.back().status == domain::MessageStatus::Failed;
    const bool guide_leads =
        engine.workspace().settings.partner == domain::PartnerChoice::GuideOnly ||
        connection.state() == Connection::State::NoKey;
    return !failed && (guide_leads || connection.claude_answers()) ? project->waiting.front().id
                                                                   : domain::MessageId{};
}

}  // namespace atrium::shell
