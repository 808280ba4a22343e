#include "core/domain/versions.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace atrium::domain {
namespace {

MessageId id_before(const Project& project, std::size_t place) {
    return place == 0 ? MessageId{} : project.messages[place - 1].id;
}

bool holds(const std::vector<Message>& messages, MessageId id) {
    return std::any_of(
        messages.begin(), messages.end(), [&](const Message& message) { return message.id == id; });
}

void set_aside_from(Project& project, std::size_t place) {
    if (place >= project.messages.size()) {
        return;
    }
    const auto from = project.messages.begin() + static_cast<std::ptrdiff_t>(place);
    Branch branch{id_before(project, place), {}};
    branch.messages.assign(std::make_move_iterator(from),
                           std::make_move_iterator(project.messages.end()));
    project.messages.erase(from, project.messages.end());
    project.branches.push_back(std::move(branch));
}

// Shows a branch where the message before it is shown; else it stays aside.
void put_in_place(Project& project, Branch branch) {
    std::size_t place = 0;
    if (branch.after) {
        const auto before = std::find_if(project.messages.begin(),
                                         project.messages.end(),
                                         [&](const Message& m) { return m.id == branch.after; });
        if (before == project.messages.end()) {
            project.branches.push_back(std::move(branch));
            return;
        }
        place = static_cast<std::size_t>(before - project.messages.begin()) + 1;
    }
    set_aside_from(project, place);
    std::move(branch.messages.begin(), branch.messages.end(), std::back_inserter(project.messages));
}

}  // namespace

Versions versions_at(const Project& project, std::size_t place) {
    const MessageId shown = project.messages[place].id;
    Versions versions{{shown}, 0};
    if (project.branches.empty()) {
        return versions;
    }
    const MessageId before = id_before(project, place);
    for (const Branch& branch : project.branches) {
        if (branch.after == before && !branch.messages.front().text.empty()) {
            versions.ids.push_back(branch.messages.front().id);
        }
    }
    std::sort(versions.ids.begin(), versions.ids.end());
    const auto found = std::find(versions.ids.begin(), versions.ids.end(), shown);
    versions.shown = static_cast<std::size_t>(found - versions.ids.begin());
    return versions;
}

void set_aside(Project& project, MessageId from) {
    const auto found = std::find_if(project.messages.begin(),
                                    project.messages.end(),
                                    [&](const Message& message) { return message.id == from; });
    set_aside_from(project, static_cast<std::size_t>(found - project.messages.begin()));
}

void show_message(Project& project, MessageId id) {
    // The branch that holds it, the one that this one stands in, and so on outwards.
    std::vector<Branch> chain;
    const auto take_branch_with = [&](MessageId wanted) {
        const auto found = std::find_if(project.branches.begin(),
                                        project.branches.end(),
                                        [&](const Branch& b) { return holds(b.messages, wanted); });
        if (found == project.branches.end()) {
            return false;
        }
        chain.push_back(std::move(*found));
        project.branches.erase(found);
        return true;
    };
    if (!take_branch_with(id)) {
        return;
    }
    while (take_branch_with(chain.back().after)) {
    }
    for (; !chain.empty(); chain.pop_back()) {
        put_in_place(project, std::move(chain.back()));
    }
}

const Message* find_in_versions(const Project& project, MessageId id) {
    if (const Message* shown = find_message(project, id)) {
        return shown;
    }
    for (const Branch& branch : project.branches) {
        for (const Message& message : branch.messages) {
            if (message.id == id) {
                return &message;
            }
        }
    }
    return nullptr;
}

std::int64_t conversation_cost_nano_usd(const Project& project) {
    const auto cost_of = [](const std::vector<Message>& messages) {
        std::int64_t cost = 0;
        for (const Message& message : messages) {
            cost += message.cost_nano_usd;
        }
        return cost;
    };
    std::int64_t cost = cost_of(project.messages);
    for (const Branch& branch : project.branches) {
        cost += cost_of(branch.messages);
    }
    return cost;
}

MessageId version_without_successor(const Project& project) {
    const MessageId last = id_before(project, project.messages.size());
    MessageId newest;
    for (const Branch& branch : project.branches) {
        if (branch.after == last) {
            newest = std::max(newest, branch.messages.front().id);
        }
    }
    return newest;
}

}  // namespace atrium::domain
