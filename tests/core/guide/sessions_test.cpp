// Replays the scripted sessions of tests/sessions against their golden transcripts.
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "core/domain/project_plan.h"
#include "tests/core/guide/conversation.h"
#include "tests/core/guide/creators.h"

using namespace atrium::domain;
using namespace atrium::domain::testing;

namespace {

constexpr const char* kFolder = ATRIUM_SOURCE_DIR "/tests/sessions/";

std::string records_of(const Conversation::Turn& turn) {
    std::string text;
    for (const Decision& decision : turn.decisions) {
        text += "  * " + category_id(category_of(decision.slots)) + " " +
                slots_json(decision.slots) + " " +
                std::to_string(static_cast<int>(decision.confidence * 100 + 0.5)) + "%\n" + "    " +
                decision.rationale + "\n";
    }
    for (const Suggestion& suggestion : turn.suggestions) {
        const auto* decision = std::get_if<ProposedDecision>(&suggestion.action);
        text += "  ? " +
                (decision != nullptr ? decision_label(decision->slots)
                                     : std::get<ProposedTask>(suggestion.action).task_id) +
                "\n";
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

// Decisions with their values and the plan's days: what differs between two creators.
std::string plan_of(const Conversation& talk) {
    std::string text;
    for (const DecisionCategory category : kDecisionCategories) {
        text += talk.decided(category) + "; ";
    }
    const Schedule plan = project_schedule(talk.workspace(), talk.project(), talk.context());
    for (const ScheduledTask& task : plan.tasks) {
        text += task.id + " " + iso_from_date(task.end) + "; ";
    }
    return text;
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

TEST_CASE("sessions: different creators end with different plans") {
    std::set<std::string> plans;
    std::size_t count = 0;
    for (const Creator& creator : creators()) {
        if (creator.name == "demo") {
            continue;
        }
        Conversation talk(creator.profile);
        transcript_of(creator, talk);
        plans.insert(plan_of(talk));
        ++count;
    }
    CHECK(plans.size() == count);
}
