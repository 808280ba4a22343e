#include "core/domain/guide/talk.h"

#include <algorithm>
#include <cmath>

#include "core/domain/guide/plan_words.h"
#include "core/domain/guide/reading.h"

namespace atrium::domain::guide {
namespace {

// A longer message is not just a wish to move on.
constexpr std::size_t kSkipBytes = 80;

// A wish to move on, or a second "whatever" to the same question, puts the question aside.
void remember_skips(Talk& talk) {
    std::optional<DecisionCategory> asked;
    std::optional<DecisionCategory> shrugged;
    for (const Message& message : talk.project->messages) {
        if (message.author != Author::Creator) {
            asked = category_from_id(message.topic);
            continue;
        }
        talk.resigned = false;
        if (!asked || message.text.size() > kSkipBytes) {
            continue;
        }
        const bool shrugs = is_indifferent(message.text);
        talk.resigned = shrugs && shrugged == asked;
        shrugged = shrugs && !talk.resigned ? asked : std::nullopt;
        const bool skips =
            says("skip", message.text) && plan_changes_said(*talk.project, message.text).empty();
        if (skips || talk.resigned) {
            talk.put_aside.push_back(*asked);
        }
    }
}

}  // namespace

std::shared_ptr<const CreatorProfile> profile_in(const Workspace& workspace,
                                                 const Project& project) {
    if (!workspace.profile) {
        return nullptr;
    }
    CreatorProfile profile = *workspace.profile;
    const auto own = project.own_figures.find("audience");
    if (own != project.own_figures.end()) {
        profile.engaged_audience = std::llround(own->second.value);
    }
    return std::make_shared<const CreatorProfile>(std::move(profile));
}

std::optional<Talk> talk_of(const Workspace& workspace, const Context& context) {
    Talk talk;
    talk.workspace = &workspace;
    talk.project = active_project(workspace);
    if (talk.project == nullptr || !workspace.profile) {
        return std::nullopt;
    }
    talk.profile = profile_in(workspace, *talk.project);
    talk.context = context;
    const Message* newest_answer = nullptr;
    for (const Message& message : talk.project->messages) {
        if (message.author == Author::Creator) {
            talk.last_creator = &message;
            talk.last_answer = newest_answer;
        } else {
            newest_answer = &message;
            ++talk.turn;
        }
    }
    // Asked again, it says the same in other words.
    const MessageId question = talk.last_creator != nullptr ? talk.last_creator->id : MessageId{};
    talk.turn += static_cast<std::size_t>(std::count_if(
        talk.project->branches.begin(), talk.project->branches.end(), [&](const Branch& branch) {
            return question && branch.after == question;
        }));
    talk.last_answer = talk.last_creator == nullptr ? newest_answer : talk.last_answer;
    if (talk.last_answer != nullptr) {
        talk.topic = talk.last_answer->topic;
        talk.asked = category_from_id(talk.topic);
    }
    // An answer that was stopped or came from Claude may name no topic: the open question is meant.
    if (talk.topic.empty()) {
        talk.asked = next_question(talk);
    }
    remember_skips(talk);
    const SessionClock& clock = talk.project->clock;
    const Millis running = clock.running ? context.now - clock.running_since : 0;
    talk.minutes_used = static_cast<int>((clock.elapsed + std::max<Millis>(running, 0)) / 60'000);
    return talk;
}

std::optional<DecisionCategory> next_question(const Talk& talk) {
    const DecisionCategory* best = nullptr;
    std::ptrdiff_t fewest_skips = 0;
    for (const DecisionCategory& category : kDecisionCategories) {
        if (current_decision(*talk.project, category) != nullptr) {
            continue;
        }
        const auto skips = std::count(talk.put_aside.begin(), talk.put_aside.end(), category);
        if (best == nullptr || skips < fewest_skips) {
            best = &category;
            fewest_skips = skips;
        }
    }
    return best == nullptr ? std::nullopt : std::optional<DecisionCategory>(*best);
}

int minutes_left(const Talk& talk) {
    return std::max(0, kSessionMinutes - talk.minutes_used);
}

std::vector<const Decision*> decisions_now(const Talk& talk) {
    std::vector<const Decision*> decisions;
    for (const Decision& decision : talk.project->decisions) {
        if (talk.last_creator != nullptr && decision.message == talk.last_creator->id) {
            decisions.push_back(&decision);
        }
    }
    return decisions;
}

std::vector<const Suggestion*> suggestions_now(const Talk& talk) {
    std::vector<const Suggestion*> suggestions;
    for (const Suggestion& suggestion : talk.project->suggestions) {
        if (talk.last_creator != nullptr && suggestion.message == talk.last_creator->id &&
            suggestion.state == Suggestion::State::Open) {
            suggestions.push_back(&suggestion);
        }
    }
    return suggestions;
}

std::vector<std::string> tasks_done_now(const Talk& talk) {
    std::vector<std::string> ids;
    for (const auto& [id, record] : talk.project->tasks) {
        if (talk.last_creator != nullptr && record.done &&
            record.message == talk.last_creator->id) {
            ids.push_back(id);
        }
    }
    return ids;
}

std::vector<const PlanNote*> plan_notes_now(const Talk& talk) {
    std::vector<const PlanNote*> notes;
    for (const PlanNote& note : talk.project->plan_notes) {
        if (talk.last_creator != nullptr && note.message == talk.last_creator->id) {
            notes.push_back(&note);
        }
    }
    return notes;
}

const Decision* replaced_by(const Project& project, const Decision& decision) {
    const Decision* before = nullptr;
    for (const Decision& other : project.decisions) {
        if (other.id == decision.id) {
            return before;
        }
        if (category_of(other.slots) == category_of(decision.slots)) {
            before = &other;
        }
    }
    return before;
}

const Suggestion* open_suggestion(const Project& project, DecisionCategory category) {
    const auto found = std::find_if(
        project.suggestions.rbegin(), project.suggestions.rend(), [&](const Suggestion& s) {
            const auto* proposed = std::get_if<ProposedDecision>(&s.action);
            return s.state == Suggestion::State::Open && proposed != nullptr &&
                   category_of(proposed->slots) == category;
        });
    return found == project.suggestions.rend() ? nullptr : &*found;
}

}  // namespace atrium::domain::guide
