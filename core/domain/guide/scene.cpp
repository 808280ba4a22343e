#include "core/domain/guide/scene.h"

#include <algorithm>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/bare_day.h"
#include "core/domain/offered_replies.h"

namespace atrium::domain::guide {
namespace {

constexpr std::size_t kShortReplyWords = 6;

// Nothing but a yes: it names no value of its own and asks for nothing.
bool is_bare_yes(std::string_view text) {
    if (words_of(text).size() > kShortReplyWords || answer_of(text) != Answer::Yes) {
        return false;
    }
    static const Pattern kSeveral("(both|either|neither)");
    if (kSeveral.found_in(words_of(text))) {
        return false;
    }
    static const std::vector<std::string> kAgreeing = {"ready_to_go", "thanks", "praise"};
    const Reading reading = read_message(text);
    return !reading.indifferent && reading.platforms.empty() && reading.numbers.empty() &&
           reading.subjects.empty() && reading.tasks.empty() &&
           std::all_of(
               reading.intents.begin(), reading.intents.end(), [](const std::string& intent) {
                   return std::find(kAgreeing.begin(), kAgreeing.end(), intent) != kAgreeing.end();
               });
}

// "29ish" is "roughly 29".
std::string without_ish(std::string_view text) {
    std::string plain(text);
    std::size_t end = plain.find("ish");
    while (end != std::string::npos) {
        std::size_t begin = end;
        while (begin > 0 && plain[begin - 1] >= '0' && plain[begin - 1] <= '9') {
            --begin;
        }
        if (begin < end) {
            plain = plain.substr(0, begin) + "roughly " + plain.substr(begin, end - begin) +
                    plain.substr(end + 3);
        }
        end = plain.find("ish", end + 3);
    }
    return plain;
}

// The first quick reply is always the one that agrees: a bare yes means it.
std::string words_agreed_to(const Talk& talk, std::string_view text) {
    if (is_bare_yes(text) && talk.last_answer != nullptr) {
        const std::vector<std::string> offered = offered_replies(*talk.project, *talk.last_answer);
        if (!offered.empty()) {
            return offered.front();
        }
    }
    return with_month(without_ish(text), talk);
}

}  // namespace

Scene scene_of(const Talk& talk, std::string_view creator_text) {
    Scene scene;
    scene.talk = talk;
    scene.numbers = numbers_of(talk);
    scene.facts = facts_of(talk, scene.numbers);
    scene.text = words_agreed_to(talk, creator_text);
    scene.reading = read_message(scene.text);
    return scene;
}

std::string Scene::say(std::string_view key, const Facts& extra) const {
    if (extra.empty()) {
        return phrase(key, facts, talk.turn);
    }
    Facts together = extra;
    together.insert(facts.begin(), facts.end());
    return phrase(key, together, talk.turn);
}

}  // namespace atrium::domain::guide
