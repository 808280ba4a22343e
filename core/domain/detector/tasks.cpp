#include "core/domain/detector/tasks.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace atrium::domain::detector {
namespace {

constexpr double kSure = 0.95;       // thing and finish stand together
constexpr double kTold = 0.9;        // told in words that only fit the finished task
constexpr double kLoose = 0.8;       // some words between, or a pronoun refers back
constexpr std::uint32_t kReach = 6;  // words between a thing and its finish

constexpr std::array kBlockers = {
    Group::Negation,
    Group::Doubt,
    Group::Imagined,
    Group::Later,
    Group::Ongoing,
    Group::Partial,
};

class TaskFinder {
 public:
    TaskFinder(const Reading& reading, const Moods& moods, Speaker speaker)
        : reading_(reading), moods_(moods), speaker_(speaker) {
        for (const Hit& hit : reading.of(Group::Things)) {
            const bool inside =
                std::any_of(reading.of(Group::Things).begin(),
                            reading.of(Group::Things).end(),
                            [&](const Hit& other) {
                                return other.begin < hit.end && other.end > hit.begin &&
                                       (other.end - other.begin > hit.end - hit.begin ||
                                        (other.end - other.begin == hit.end - hit.begin &&
                                         other.begin > hit.begin));
                            });
            if (!inside) {
                things_.push_back(hit);
            }
        }
    }

    std::vector<DetectedTask> run() {
        for (const Hit& thing : things_) {
            consider_thing(thing);
        }
        for (const Hit& outcome : reading_.of(Group::Outcomes)) {
            if (is_told(outcome) && !is_part_of_longer(outcome) &&
                stands(outcome.begin, outcome.end, outcome)) {
                raise(outcome, kTold);
            }
        }
        if (speaker_ == Speaker::Assistant) {
            consider_document();
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
    void raise(const Hit& hit, double confidence) {
        double& known = confidence_[language().name_of(hit)];
        known = std::max(known, confidence);
    }

    bool is_planning(const Hit& thing) const {
        return language().is_in_set(language().vocabulary.find(language().name_of(thing)),
                                    WordSet::PlanningTask);
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

    // The assistant explains as often as it reports ("newcomers see the rules first"): only beside
    // words that finish something is such a sentence a report.
    bool is_told(const Hit& outcome) const {
        if (speaker_ == Speaker::User) {
            return true;
        }
        for (const Group group : {Group::FinishBefore, Group::FinishAfter}) {
            for (const Hit& cue : reading_.of(group)) {
                if (is_strict(cue) && !moods_.is_question(cue.begin) &&
                    reading_.sentence_of[cue.begin] <= reading_.sentence_of[outcome.begin] + 2) {
                    return true;
                }
            }
        }
        return false;
    }

    LineKind line(std::uint32_t token) const {
        return reading_.sentences[reading_.sentence_of[token]].line;
    }

    // Words between that are no part of a list: the tokens of other things and small words do not
    // count.
    std::uint32_t distance(std::uint32_t from, std::uint32_t to) const {
        std::uint32_t words = 0;
        for (std::uint32_t i = from; i < to; ++i) {
            const bool small = reading_.tokens[i].kind == TokenKind::Symbol ||
                               language().is_in_set(reading_.tokens[i].word, WordSet::TaskFiller);
            words += small || is_thing(i) ? 0 : 1;
        }
        return words;
    }

    bool is_thing(std::uint32_t token) const {
        return std::any_of(things_.begin(), things_.end(), [&](const Hit& thing) {
            return thing.begin <= token && token < thing.end;
        });
    }

    // A clause that is only an item of a list.
    bool is_bare(const Clause& clause) const { return distance(clause.begin, clause.end) == 0; }

    // Whether thing and cue belong to one statement: in one clause, or joined by list items, or by
    // a clause without a subject of its own ("the rules, two pages of them, are finished").
    bool are_joined(std::uint32_t thing, std::uint32_t cue) const {
        std::uint32_t first = reading_.clause_of[thing];
        const std::uint32_t last = reading_.clause_of[cue];
        if (reading_.sentence_of[thing] != reading_.sentence_of[cue]) {
            return false;
        }
        if (first == last) {
            return true;
        }
        const Clause& cue_clause = reading_.clauses[last];
        if (first < last && cue_clause.segment == reading_.clauses[first].segment &&
            language().is_in_set(reading_.tokens[cue_clause.begin].word, WordSet::Predicate)) {
            return true;
        }
        if (first < last && distance(cue_clause.begin, cue) > 0) {
            return false;
        }
        for (const std::uint32_t step = first < last ? 1U : ~0U; first != last; first += step) {
            if (!is_bare(reading_.clauses[first])) {
                return false;
            }
        }
        return true;
    }

    // Nothing in the statement [begin, end) asks, denies, delays or halves it. What lies inside the
    // cue itself ("no longer empty") says so on purpose.
    bool stands(std::uint32_t begin, std::uint32_t end, const Hit& cue) const {
        const std::uint32_t from = reading_.clause_span(begin).begin;
        const std::uint32_t to = reading_.clause_span(end - 1).end;
        if (line(begin) == LineKind::OpenBox || reading_.tokens[begin].quoted ||
            moods_.is_question(begin) || moods_.is_question(end - 1) ||
            moods_.is_sarcastic(begin) ||
            blocks(Group::Condition, reading_.segment_span(begin).begin, to, cue) ||
            moods_.hangs_on(Group::Past, begin)) {
            return false;
        }
        if (blocks(Group::Subordinate, reading_.segment_span(begin).begin, begin, cue)) {
            return false;
        }
        for (const Group group : kBlockers) {
            // What is denied after the statement ("… without crying") does not deny it.
            if (blocks(group, from, group == Group::Negation ? end : to, cue)) {
                return false;
            }
        }
        return (is_rehearsal(cue) || !is_others(from, begin, end)) && !has_exception(to);
    }

    // Joining is rehearsed by somebody else as well as by the creator.
    static bool is_rehearsal(const Hit& cue) { return language().name_of(cue) == "rehearse-join"; }

    // "… are done, except for the part about selling"
    bool has_exception(std::uint32_t clause_end) const {
        return clause_end < reading_.tokens.size() &&
               language().is_in_set(reading_.tokens[clause_end].word, WordSet::Exception);
    }

    bool blocks(Group group, std::uint32_t from, std::uint32_t to, const Hit& cue) const {
        for (const Hit& hit : reading_.of(group)) {
            const bool whole = group == Group::Partial && hit.begin > 0 &&
                               (reading_.is_word(hit.begin - 1, "all") ||
                                reading_.is_word(hit.begin - 1, "every"));
            // "finished setting up"
            const bool completed = group == Group::Ongoing && hit.begin == cue.end;
            if (whole || completed || hit.begin < from || hit.end > to ||
                (!cue.gapped && hit.begin >= cue.begin && hit.end <= cue.end)) {
                continue;
            }
            if (!is_inside_finish(hit)) {
                return true;
            }
        }
        return false;
    }

    bool is_inside_finish(const Hit& hit) const {
        for (const Group group :
             {Group::FinishAfter, Group::Outcomes, Group::Things, Group::Standing, Group::Idiom}) {
            for (const Hit& shield : reading_.of(group)) {
                if (!shield.gapped && shield.begin <= hit.begin && shield.end >= hit.end &&
                    (group == Group::Things || shield.end - shield.begin > hit.end - hit.begin)) {
                    return true;
                }
            }
        }
        return false;
    }

    // The work of somebody else: "her beta", "Nina's waitlist", "my friend finished".
    bool is_others(std::uint32_t from, std::uint32_t begin, std::uint32_t end) const {
        const std::uint32_t sentence = reading_.sentence_span(reading_.sentence_of[begin]).begin;
        for (const Hit& hit : reading_.of(Group::Others)) {
            if (hit.begin >= sentence && hit.begin < end && names_person(hit) &&
                !is_inside_outcome(hit) &&
                (hit.begin >= from || !has_first_person(hit.end, begin))) {
                return true;
            }
        }
        for (const Group group : {Group::Reported}) {
            if (moods_.says(group, from, begin)) {
                return true;
            }
        }
        for (std::uint32_t i = begin; i < end; ++i) {
            const bool owned = reading_.is_word(i, "'s") && i > 0 &&
                               reading_.tokens[i - 1].capital && i + 1 < end &&
                               reading_.tokens[i - 1].word == kUnknownWord;
            if (owned) {
                return true;
            }
        }
        return begin >= 2 && reading_.is_word(begin - 1, "'s") &&
               reading_.tokens[begin - 2].capital &&
               reading_.tokens[begin - 2].word == kUnknownWord;
    }

    bool names_person(const Hit& hit) const {
        for (std::uint32_t i = hit.begin; i < hit.end; ++i) {
            if (language().is_in_set(reading_.tokens[i].word, WordSet::Person)) {
                return true;
            }
        }
        return false;
    }

    bool has_first_person(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t i = from; i < to; ++i) {
            if (language().is_in_set(reading_.tokens[i].word, WordSet::FirstPerson)) {
                return true;
            }
        }
        return false;
    }

    bool is_inside_outcome(const Hit& hit) const {
        const std::vector<Hit>& outcomes = reading_.of(Group::Outcomes);
        return std::any_of(outcomes.begin(), outcomes.end(), [&](const Hit& outcome) {
            return outcome.begin <= hit.begin && outcome.end >= hit.end;
        });
    }

    bool is_strict(const Hit& cue) const {
        for (std::uint32_t i = cue.begin; i < cue.end; ++i) {
            if (language().is_in_set(reading_.tokens[i].word, WordSet::StrictFinish)) {
                return true;
            }
        }
        return false;
    }

    void consider_thing(const Hit& thing) {
        if (line(thing.begin) == LineKind::TickedBox) {
            raise(thing, kSure);
            return;
        }
        for (const Group group :
             {Group::FinishBefore, Group::FinishAfter, Group::Made, Group::Standing}) {
            for (const Hit& cue : reading_.of(group)) {
                const bool own = group == Group::FinishBefore || group == Group::FinishAfter ||
                                 cue.label.name == thing.label.name;
                if (own && (group == Group::Made || group == Group::Standing ||
                            !is_planning(thing) || is_strict(cue))) {
                    consider_pair(thing, cue, group);
                }
            }
        }
        consider_pronoun(thing);
    }

    void consider_pair(const Hit& thing, const Hit& cue, Group group) {
        const bool forward = cue.end <= thing.begin;
        const bool backward = thing.end <= cue.begin;
        if ((!forward && !backward) ||
            (forward && (group == Group::FinishAfter || group == Group::Standing)) ||
            (backward && group == Group::FinishBefore) || !are_joined(thing.begin, cue.begin)) {
            return;
        }
        const std::uint32_t words =
            forward ? distance(cue.end, thing.begin) : distance(thing.end, cue.begin);
        const std::uint32_t reach = is_planning(thing) ? 2 : kReach;
        const bool order = speaker_ == Speaker::Assistant && group == Group::Made && forward &&
                           cue.begin == reading_.clause_span(cue.begin).begin;
        // "Our vicar has opened": somebody else did it, where the creator would say "I have".
        const bool third = group == Group::Made && forward && cue.begin > 0 &&
                           reading_.is_word(cue.begin - 1, "has");
        const bool indirect = forward && group == Group::Made && is_indirect(cue, thing);
        const bool subject_before = forward && group == Group::FinishBefore && follows_thing(cue);
        const bool infinitive = cue.begin > 0 && reading_.is_word(cue.begin - 1, "to");
        if (words > reach || infinitive || indirect || subject_before || order || third ||
            is_half_denied(thing) ||
            (backward && group != Group::FinishAfter && !has_verb_between(thing, cue))) {
            return;
        }
        const bool theirs =
            thing.begin > 0 &&
            language().is_in_set(reading_.tokens[thing.begin - 1].word, WordSet::Possessor);
        const std::uint32_t begin = std::min(thing.begin, cue.begin);
        const std::uint32_t end = std::max(thing.end, cue.end);
        if (!theirs && stands(begin, end, cue)) {
            raise(thing, words <= 2 ? kSure : kLoose);
        }
    }

    // "Sent the invitations to the first members": the verb belongs to the invitations.
    bool is_indirect(const Hit& cue, const Hit& thing) const {
        for (const Hit& other : things_) {
            if (other.label.name == thing.label.name || other.begin < cue.end ||
                other.end > thing.begin) {
                continue;
            }
            for (std::uint32_t i = other.end; i < thing.begin; ++i) {
                if (language().is_in_set(reading_.tokens[i].word, WordSet::Link)) {
                    return true;
                }
            }
        }
        return false;
    }

    // "Promise finished and platform picked": what is finished stands before the word.
    bool follows_thing(const Hit& cue) const {
        return cue.begin > 0 && is_thing(cue.begin - 1) &&
               reading_.clause_of[cue.begin - 1] == reading_.clause_of[cue.begin];
    }

    // "The channels exist, the permissions don't", "the message is written, the bot isn't set up":
    // another part of the same task is missing.
    bool is_half_denied(const Hit& thing) const {
        for (const Group group : {Group::Things, Group::Made, Group::Standing}) {
            for (const Hit& other : reading_.of(group)) {
                const Span clause = reading_.clause_span(other.begin);
                if (other.label.name == thing.label.name && other.begin >= thing.end &&
                    reading_.sentence_of[other.begin] == reading_.sentence_of[thing.begin] &&
                    clause.begin > thing.begin &&
                    moods_.says(Group::Negation, clause.begin, clause.end)) {
                    return true;
                }
            }
        }
        return false;
    }

    // "Stripe is connected", "Stripe connected", but not "Stripe, which I connected my …".
    bool has_verb_between(const Hit& thing, const Hit& cue) const {
        const bool active =
            cue.end < reading_.tokens.size() &&
            language().is_in_set(reading_.tokens[cue.end].word, WordSet::ObjectStart);
        if (distance(thing.end, cue.begin) == 0 && !active) {
            return true;
        }
        for (std::uint32_t i = thing.end; i < cue.begin; ++i) {
            if (language().is_in_set(reading_.tokens[i].word, WordSet::BeOrHave)) {
                return true;
            }
        }
        const WordId first = reading_.tokens[cue.begin].word;
        return language().is_in_set(first, WordSet::BeOrHave) ||
               language().is_in_set(first, WordSet::FiniteState);
    }

    // "The guidelines took all day. They're finished now."
    void consider_pronoun(const Hit& thing) {
        const std::uint32_t next = reading_.sentence_of[thing.begin] + 1;
        const bool counted =
            thing.begin > 0 &&
            language().is_in_set(reading_.tokens[thing.begin - 1].word, WordSet::Number);
        if (next >= reading_.sentences.size() || is_planning(thing) || counted) {
            return;
        }
        const Span span = reading_.sentence_span(next);
        const bool short_reply = distance(span.begin, span.end) <= 1;
        const bool pronoun =
            language().is_in_set(reading_.tokens[span.begin].word, WordSet::Pronoun);
        if ((!pronoun && !short_reply) ||
            std::any_of(things_.begin(), things_.end(), [&](const Hit& other) {
                return (other.begin >= span.begin && other.end <= span.end) ||
                       (other.begin > thing.begin && other.begin < span.begin &&
                        other.label.name != thing.label.name);
            })) {
            return;
        }
        for (const Group group : {Group::FinishAfter, Group::Made, Group::Standing}) {
            for (const Hit& cue : reading_.of(group)) {
                const bool own = group == Group::FinishAfter || cue.label.name == thing.label.name;
                if (own && cue.begin >= span.begin && cue.end <= span.end &&
                    distance(span.begin, cue.begin) <= 2 && stands(cue.begin, cue.end, cue) &&
                    !moods_.hangs_on(Group::Others, thing.begin)) {
                    raise(thing, kLoose);
                }
            }
        }
    }

    // The assistant hands over a whole document: its title in a heading or the opening words, and
    // words that call it complete. A draft, a part or a choice between versions is none.
    void consider_document() {
        const auto count = static_cast<std::uint32_t>(reading_.sentences.size());
        if (count < 4) {
            return;
        }
        bool delivered = false;
        for (std::uint32_t s = 0; s < count; ++s) {
            const Sentence& sentence = reading_.sentences[s];
            const bool frame = s < 4 || s + 4 >= count || sentence.line == LineKind::Heading;
            if (!frame) {
                continue;
            }
            if (moods_.says(Group::Draft, sentence.begin, sentence.end) ||
                (sentence.mark == '?' && s + 4 >= count && false)) {
                return;
            }
            delivered = delivered || moods_.says(Group::Deliver, sentence.begin, sentence.end);
        }
        if (!delivered) {
            return;
        }
        for (const Hit& title : reading_.of(Group::Titles)) {
            const std::uint32_t sentence = reading_.sentence_of[title.begin];
            if (sentence < 2) {
                raise(title, kTold);
            }
        }
    }

    const Reading& reading_;
    const Moods& moods_;
    Speaker speaker_;
    std::vector<Hit> things_;
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
