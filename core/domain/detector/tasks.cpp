#include "core/domain/detector/tasks.h"

#include <algorithm>
#include <map>

#include "core/domain/detector/task_evidence.h"
#include "core/domain/detector/task_pairs.h"
#include "core/domain/detector/task_statements.h"

namespace atrium::domain::detector {
namespace {

constexpr double kSure = 0.95;   // a ticked box
constexpr double kTold = 0.87;   // told in words that only fit the finished task
constexpr double kHeard = 0.65;  // guessed from the words that meet in a sentence
constexpr double kLoose = 0.75;  // some words stand in between

bool is_strict(const Reading& reading, const Hit& cue) {
    for (std::uint32_t i = cue.begin; i < cue.end; ++i) {
        if (language().is_in_set(reading.tokens[i].word, WordSet::StrictFinish)) {
            return true;
        }
    }
    return false;
}

class TaskFinder {
 public:
    TaskFinder(const Reading& reading, const Moods& moods, Speaker speaker)
        : reading_(reading), moods_(moods), speaker_(speaker), things_(things_in(reading)) {}

    std::vector<DetectedTask> run() {
        for (const Hit& thing : things_) {
            consider_thing(thing);
            consider_named_task(thing);
        }
        for (const Hit& outcome : reading_.of(Group::Outcomes)) {
            if (is_told(outcome) && !is_assistants_own(outcome) && !is_part_of_longer(outcome) &&
                !is_about_other(outcome) && on_.stands(outcome.begin, outcome.end, outcome)) {
                raise(outcome, outcome.gapped || !on_.is_plain(outcome) ? kLoose : kTold);
            }
        }
        if (speaker_ == Speaker::Assistant && hands_over_document()) {
            for (const Hit& title : reading_.of(Group::Titles)) {
                if (reading_.sentence_of[title.begin] < kTitleSentences) {
                    raise(title, kTold);
                }
            }
        }
        if (speaker_ == Speaker::User && confidence_.empty()) {
            for (const TaskEvidence& evidence : evidence_in(on_)) {
                double& known = confidence_[evidence.task_id];
                known = std::max(known, kHeard);
            }
        }
        std::vector<DetectedTask> found;
        for (const std::string& id : task_order()) {
            if (const auto at = confidence_.find(id); at != confidence_.end()) {
                found.push_back({id, at->second});
            }
        }
        return found;
    }

 private:
    static constexpr std::uint32_t kTitleSentences = 2;
    static constexpr std::uint32_t kFrameSentences = 4;

    void raise(const Hit& hit, double confidence) {
        double& known = confidence_[language().name_of(hit)];
        known = std::max(known, confidence);
    }

    // "Every channel has its first post" tells more than "every channel has its".
    bool is_part_of_longer(const Hit& outcome) const {
        const std::vector<Hit>& outcomes = reading_.of(Group::Outcomes);
        return std::any_of(outcomes.begin(), outcomes.end(), [&](const Hit& other) {
            return other.begin <= outcome.begin && other.end >= outcome.end &&
                   other.end - other.begin > outcome.end - outcome.begin &&
                   other.label.name != outcome.label.name;
        });
    }

    // "I signed up as a test" is no work of the creator's where the assistant says it.
    bool is_assistants_own(const Hit& outcome) const {
        return speaker_ == Speaker::Assistant && outcome.begin > 0 &&
               reading_.is_word(outcome.begin - 1, "i");
    }

    // "The welcome mails are written" is not about any mails.
    bool is_about_other(const Hit& outcome) const {
        return std::any_of(things_.begin(), things_.end(), [&](const Hit& thing) {
            return thing.label.name != outcome.label.name && thing.begin < outcome.begin &&
                   thing.end > outcome.begin;
        });
    }

    // The assistant explains as often as it reports ("newcomers see the rules first"): only beside
    // words that finish something is such a sentence a report.
    bool is_told(const Hit& outcome) const {
        if (speaker_ == Speaker::User) {
            return true;
        }
        for (const Group group : {Group::FinishBefore, Group::FinishAfter, Group::Record}) {
            for (const Hit& cue : reading_.of(group)) {
                if ((group == Group::Record || is_strict(reading_, cue)) &&
                    !moods_.is_question(cue.begin) &&
                    reading_.sentence_of[cue.begin] <= reading_.sentence_of[outcome.begin] + 2) {
                    return true;
                }
            }
        }
        return false;
    }

    void consider_thing(const Hit& thing) {
        if (reading_.sentences[reading_.sentence_of[thing.begin]].line == LineKind::TickedBox) {
            // "[x] Structure: two tiers" tells what was decided, "[x] Launch: 1 March" no month's plan.
            const std::uint32_t line = reading_.sentences[reading_.sentence_of[thing.begin]].begin;
            const bool decided = is_planning_task(thing) && reading_.is_symbol(thing.end, ':');
            if (!decided && on_.distance(line, thing.begin) == 0) {
                raise(thing, kSure);
            }
            return;
        }
        if (is_listed_as_done(thing)) {
            raise(thing, kTold);
            return;
        }
        for (const Group group :
             {Group::FinishBefore, Group::FinishAfter, Group::Made, Group::Standing}) {
            for (const Hit& cue : reading_.of(group)) {
                const bool own = group == Group::Made || group == Group::Standing;
                if (fits(thing, cue, group) && (!own || (is_told(cue) && !is_planned(thing)))) {
                    const double found = finished_together(on_, thing, cue, group, speaker_);
                    if (found > 0.0) {
                        raise(thing, found);
                    }
                }
            }
        }
    }

    // "I've set the launch date, 11 March 2027, and marked the task as done."
    void consider_named_task(const Hit& thing) {
        const std::uint32_t sentence = reading_.sentence_of[thing.begin];
        for (const Group group : {Group::FinishBefore, Group::FinishAfter}) {
            for (const Hit& cue : reading_.of(group)) {
                if (cue.begin >= thing.end && reading_.sentence_of[cue.begin] == sentence &&
                    is_strict(reading_, cue) && speaks_of_task(thing, cue) &&
                    on_.stands(cue.begin, cue.end, cue)) {
                    raise(thing, kTold);
                }
            }
        }
    }

    // The cue's clause says "task" or "step", and nothing else that it could mean stands between.
    bool speaks_of_task(const Hit& thing, const Hit& cue) const {
        const Span clause = reading_.clause_span(cue.begin);
        bool named = false;
        for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
            named = named || reading_.is_word(i, "task") || reading_.is_word(i, "step");
        }
        return named && std::none_of(things_.begin(), things_.end(), [&](const Hit& other) {
                   return other.begin >= thing.end && other.end <= clause.end;
               });
    }

    // "I've added nine channels to your plan": what an assistant counts is decided and not built.
    bool is_planned(const Hit& thing) const {
        return speaker_ == Speaker::Assistant && thing.begin > 0 &&
               language().is_in_set(reading_.tokens[thing.begin - 1].word, WordSet::Number);
    }

    // "Done today:" above a list whose items are things
    bool is_listed_as_done(const Hit& thing) const {
        const std::uint32_t own = reading_.sentence_of[thing.begin];
        std::uint32_t above = own;
        while (above > 0 && reading_.sentences[above].line == LineKind::Bullet) {
            --above;
        }
        const Span line = reading_.sentence_span(own);
        const Span opening = reading_.sentence_span(above);
        if (above == own || !reading_.is_symbol(opening.end - 1, ':') ||
            on_.distance(line.begin, line.end) > 0) {
            return false;
        }
        const std::vector<Hit>& cues = reading_.of(Group::FinishAfter);
        return std::any_of(cues.begin(), cues.end(), [&](const Hit& cue) {
            return cue.begin == opening.begin && is_strict(reading_, cue);
        });
    }

    // Verbs and states belong to one task; words such as "done" to all, but a task of phase 1 takes
    // only the strict ones.
    bool fits(const Hit& thing, const Hit& cue, Group group) const {
        if (group == Group::Made || group == Group::Standing) {
            return cue.label.name == thing.label.name;
        }
        return !is_planning_task(thing) || is_strict(reading_, cue);
    }

    // The assistant hands over a whole document: words that call it complete in its headings or
    // around it, and none that call it a draft, a part or a choice between versions.
    bool hands_over_document() const {
        const auto count = static_cast<std::uint32_t>(reading_.sentences.size());
        bool delivered = false;
        for (std::uint32_t s = 0; s < count; ++s) {
            const Sentence& sentence = reading_.sentences[s];
            const bool frame = s < kFrameSentences || s + kFrameSentences >= count ||
                               sentence.line == LineKind::Heading;
            if (frame && moods_.says(Group::Draft, sentence.begin, sentence.end)) {
                return false;
            }
            delivered =
                delivered || (frame && moods_.says(Group::Deliver, sentence.begin, sentence.end));
        }
        return delivered && count >= kFrameSentences;
    }

    const Reading& reading_;
    const Moods& moods_;
    Speaker speaker_;
    std::vector<Hit> things_;
    TaskStatements on_{reading_, moods_, things_};
    std::map<std::string, double> confidence_;
};

}  // namespace

std::vector<DetectedTask> finished_tasks_in(const Reading& reading,
                                            const Moods& moods,
                                            Speaker speaker) {
    return TaskFinder(reading, moods, speaker).run();
}

std::vector<std::string> next_steps_in(const Reading& reading,
                                       const std::vector<DetectedTask>& finished) {
    std::vector<std::string> steps;
    for (const Hit& thing : reading.of(Group::Things)) {
        const Span clause = reading.segment_span(thing.begin);
        const std::string& id = language().name_of(thing);
        const bool known =
            std::any_of(finished.begin(), finished.end(), [&](const DetectedTask& task) {
                return task.task_id == id;
            });
        if (!known && reading.has(Group::Next, clause) &&
            std::find(steps.begin(), steps.end(), id) == steps.end()) {
            steps.push_back(id);
        }
    }
    return steps;
}

}  // namespace atrium::domain::detector
