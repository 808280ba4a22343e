#include "core/domain/detector/task_evidence.h"

#include <algorithm>
#include <map>
#include <optional>

namespace atrium::domain::detector {
namespace {

constexpr int kSign = 2;         // a word that is mostly said of this task
constexpr int kHint = 1;         // one that is said of others too
constexpr int kEnough = 5;       // a sign and three hints, two signs and a hint
constexpr int kEnoughInTwo = 6;  // in two sentences together
constexpr int kLead = 2;         // over the next task

struct Points {
    int sum = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::vector<WordId> words;  // counted once each
};

using PointsByTask = std::map<std::uint16_t, Points>;

void count(const Reading& reading, Group group, Span sentence, PointsByTask& points) {
    const std::vector<Hit>& hits = reading.of(group);
    const auto before = [](const Hit& hit, std::uint32_t token) {
        return hit.begin < token;
    };
    for (auto hit = std::lower_bound(hits.begin(), hits.end(), sentence.begin, before);
         hit != hits.end() && hit->end <= sentence.end;
         ++hit) {
        Points& task = points[hit->label.name];
        const WordId word = reading.tokens[hit->begin].word;
        if (std::find(task.words.begin(), task.words.end(), word) != task.words.end()) {
            continue;
        }
        task.first = task.words.empty() ? hit->begin : std::min(task.first, hit->begin);
        task.last = std::max(task.last, hit->end);
        task.words.push_back(word);
        task.sum += group == Group::Signs ? kSign : kHint;
    }
}

bool reports(const Reading& reading, Span sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        if (language().is_in_set(reading.tokens[i].word, WordSet::Report)) {
            return true;
        }
    }
    return false;
}

// "Every second Thursday a live demo", "a weekly call": what happens again and again is a plan and no
// report of something that is over.
bool tells_rhythm(const Reading& reading, Span span) {
    const auto after_each = [&](const Hit& hit) {
        constexpr std::uint32_t kBetween = 2;  // "every other Monday"
        for (std::uint32_t back = 0; back <= kBetween && hit.begin >= span.begin + back; ++back) {
            if (language().is_in_set(reading.tokens[hit.begin - back].word, WordSet::Each)) {
                return true;
            }
        }
        return false;
    };
    const auto is_rhythm = [&](const Hit& hit) {
        return hit.begin >= span.begin && hit.end <= span.end && after_each(hit);
    };
    return std::any_of(
               reading.of(Group::Cadence).begin(), reading.of(Group::Cadence).end(), is_rhythm) ||
           std::any_of(
               reading.of(Group::Weekday).begin(), reading.of(Group::Weekday).end(), is_rhythm);
}

// The task that the words of the span point to, where it is far enough ahead of the others.
std::optional<std::uint16_t> task_told_in(const TaskStatements& on, Span span, int enough) {
    if (!reports(on.reading, span) || tells_rhythm(on.reading, span)) {
        return std::nullopt;
    }
    PointsByTask points;
    count(on.reading, Group::Signs, span, points);
    count(on.reading, Group::Hints, span, points);
    int best = 0;
    int second = 0;
    std::uint16_t name = 0;
    for (const auto& [task, sum] : points) {
        second = std::max(second, std::min(best, sum.sum));
        if (sum.sum > best) {
            best = sum.sum;
            name = task;
        }
    }
    const Points& winner = points[name];
    const bool told = best >= enough && best - second >= kLead &&
                      on.stands(winner.first, winner.last, Hit{{}, winner.first, winner.first});
    return told ? std::optional<std::uint16_t>(name) : std::nullopt;
}

}  // namespace

std::vector<TaskEvidence> evidence_in(const TaskStatements& on) {
    std::vector<TaskEvidence> found;
    const auto count = static_cast<std::uint32_t>(on.reading.sentences.size());
    for (std::uint32_t s = 0; s < count; ++s) {
        for (std::uint32_t last = s; last < std::min(s + 2, count); ++last) {
            const Span span{on.reading.sentences[s].begin, on.reading.sentences[last].end};
            const std::optional<std::uint16_t> task =
                task_told_in(on, span, last == s ? kEnough : kEnoughInTwo);
            if (task) {
                found.push_back({s, language().names[*task]});
            }
        }
    }
    return found;
}

}  // namespace atrium::domain::detector
