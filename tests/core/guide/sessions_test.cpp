// Replays the scripted sessions of tests/sessions against their golden transcripts.
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/domain/change_plan.h"
#include "core/domain/creator_task.h"
#include "core/domain/guide/readiness_facts.h"
#include "core/domain/project_plan.h"
#include "tests/core/guide/conversation.h"
#include "tests/core/guide/creators.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

constexpr const char* kFolder = ATRIUM_SOURCE_DIR "/tests/sessions/";

template <typename... Kinds>
struct Overloaded : Kinds... {
    using Kinds::operator()...;
};

template <typename... Kinds>
Overloaded(Kinds...) -> Overloaded<Kinds...>;

const Overloaded kSuggested{
    [](const ProposedDecision& decision) { return decision_label(decision.slots); },
    [](const ProposedTask& task) { return task.task_id; },
    [](const ProposedPlanChange& plan) {
        return plan_change_words(Project{}, plan.change);
    }};

std::string records_of(const Conversation::Turn& turn) {
    std::string text;
    for (const Decision& decision : turn.decisions) {
        text += "  * " + category_id(category_of(decision.slots)) + " " +
                slots_json(decision.slots) + " " +
                std::to_string(static_cast<int>(decision.confidence * 100 + 0.5)) + "%\n" + "    " +
                decision.rationale + "\n";
    }
    for (const Suggestion& suggestion : turn.suggestions) {
        text += "  ? " + std::visit(kSuggested, suggestion.action) + "\n";
    }
    for (const std::string& change : turn.plan) {
        text += "  * plan: " + change + "\n";
    }
    for (const std::string& task : turn.tasks) {
        text += "  * done " + task + "\n";
    }
    for (const std::string& document : turn.documents) {
        text += "  * document " + document + "\n";
    }
    return text;
}

std::string replies_of(const Message& message) {
    std::string text;
    for (const std::string& reply : message.quick_replies) {
        text += "  > " + reply + "\n";
    }
    return text;
}

std::string transcript_of(const Creator& creator, Conversation& talk) {
    std::string text = "Guide: " + talk.last().text + "\n" + replies_of(talk.last());
    std::istringstream lines(file_text(kFolder + creator.name + ".txt"));
    std::string line;
    while (std::getline(lines, line)) {
        const Conversation::Turn turn = talk.say(line);
        text += "\nCreator: " + line + "\n" + records_of(turn) + "\nGuide: " + turn.text + "\n" +
                replies_of(talk.last());
    }
    return text;
}

struct Ended {
    const Creator* creator;
    std::string decisions;
    std::vector<std::string> hours_and_steps;  // one for each task
    std::vector<Date> days;
};

Ended ended(const Creator& creator) {
    Conversation talk(creator.profile);
    transcript_of(creator, talk);
    Ended end{&creator, "", {}, {}};
    for (const DecisionCategory category : kDecisionCategories) {
        end.decisions += talk.decided(category) + "; ";
    }
    const std::vector<PlannedTask> planned = project_tasks(talk.workspace(), talk.project());
    const std::vector<CreatorTask> tasks = creator_tasks(talk.workspace(), talk.project());
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        std::string text = tasks[i].spec.id + " " + std::to_string(planned[i].hours);
        for (const auto& steps : {tasks[i].platform_steps, tasks[i].steps}) {
            for (const std::string& step : steps) {
                text += "\n" + step;
            }
        }
        end.hours_and_steps.push_back(std::move(text));
    }
    const Schedule plan = project_schedule(talk.workspace(), talk.project(), talk.context());
    for (const ScheduledTask& task : plan.tasks) {
        end.days.push_back(task.end);
    }
    return end;
}

}  // namespace

TEST_CASE("sessions: each scripted creator has the transcript that was agreed on") {
    int scripted = 0;
    for (const Creator& creator : creators()) {
        if (creator.name == "demo") {
            continue;
        }
        ++scripted;
        Conversation talk(creator.profile);
        const std::string transcript = transcript_of(creator, talk);
        const std::string path = kFolder + creator.name + ".golden";
        if (std::getenv("ATRIUM_RENEW_GOLDEN") != nullptr) {
            std::ofstream(path) << transcript;
        }
        CAPTURE(creator.name);
        CHECK(transcript == file_text(path));
        CHECK(decisions_made(talk.project()) == 5);
        CHECK(target_date(talk.project()).has_value());
    }
    CHECK(scripted >= 10);
}

TEST_CASE("sessions: ten creators end with ten plans that differ in tasks, hours and days") {
    std::vector<Ended> all;
    for (const Creator& creator : creators()) {
        if (creator.name != "demo") {
            all.push_back(ended(creator));
        }
    }
    REQUIRE(all.size() >= 10);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            CAPTURE(all[i].creator->name);
            CAPTURE(all[j].creator->name);
            CHECK(all[i].decisions != all[j].decisions);
            CHECK(all[i].days != all[j].days);
            // Platform, primary place, size or experience differ in each pair: so do the tasks.
            int differ = 0;
            for (std::size_t task = 0; task < kTaskIds.size(); ++task) {
                differ += all[i].hours_and_steps[task] != all[j].hours_and_steps[task] ? 1 : 0;
            }
            CHECK(differ >= 5);
        }
    }
}

TEST_CASE("sessions: whoever is not ready is told so first and last") {
    for (const Creator& creator : creators()) {
        Conversation talk(creator.profile);
        const auto scene = guide::scene_of(*guide::talk_of(talk.workspace(), talk.context()), "");
        if (guide::verdict_key(scene) != "not_yet") {
            continue;
        }
        const std::string transcript = transcript_of(creator, talk);
        CAPTURE(creator.name);
        CHECK(transcript.find("ot yet") < transcript.find("Creator: "));
    }
}
