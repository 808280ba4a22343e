#include "core/domain/detector/commitments.h"

#include <algorithm>
#include <array>

#include "core/domain/detector/withdrawals.h"

namespace atrium::domain::detector {
namespace {

constexpr double kSure = 0.95;        // the cue stands beside the value
constexpr double kNear = 0.9;         // the cue refers to the value from the next sentence
constexpr double kLoose = 0.8;        // the cue stands some words away
constexpr double kDeclared = 0.72;    // the value stands alone, as an answer would
constexpr double kNothing = 0.0;

constexpr std::array kCategoryCues = {
    Group::CommitPlatform,  Group::CommitPricing, Group::CommitStructure,
    Group::CommitTimeline,  Group::CommitContent,
};

class Judge {
   public:
    Judge(const Reading& reading, const Moods& moods, const Mentions& mentions, Speaker speaker)
        : reading_(reading), moods_(moods), mentions_(mentions), speaker_(speaker) {}

    double confidence_of(std::size_t index) const {
        const Mention& mention = mentions_[index];
        const auto* content = std::get_if<ContentSlots>(&mention.slots);
        const bool empty = content != nullptr && content->format.empty() && content->cadence.empty();
        const auto* time = std::get_if<TimelineSlots>(&mention.slots);
        const bool rough = time != nullptr && !time->date && !time->weeks && !time->days;
        if (is_built_thing(index) || (rough && !has_topic(index) && !reading_.is_word(end(index), "it"))) {
            return kNothing;
        }
        if (empty || reading_.tokens[mention.span.begin].quoted || is_withdrawn(reading_, mentions_, index)) {
            return kNothing;
        }
        const double found = speaker_ == Speaker::User ? said_by_user(index)
                                                       : recorded_by_assistant(index);
        return std::min(found, is_whole(index) ? kSure : kLoose);
    }

   private:
    // "I opened the Circle space": work done on a thing that bears the platform's name.
    bool is_built_thing(std::size_t index) const {
        if (category(index) != DecisionCategory::Platform) {
            return false;
        }
        const Span clause = reading_.clause_span(begin(index));
        const bool thing = std::any_of(
            reading_.of(Group::Things).begin(), reading_.of(Group::Things).end(),
            [&](const Hit& hit) {
                return hit.begin <= begin(index) && hit.end > end(index) &&
                       language().name_of(hit) == "create-space";
            }
        );
        return thing && !moods_.says(Group::CommitBefore, clause.begin, begin(index)) &&
               !moods_.says(Group::CommitPlatform, clause.begin, begin(index));
    }

    // A bare number, a rough time or half a rhythm is asked about before it is recorded.
    bool is_whole(std::size_t index) const {
        const DecisionSlots& slots = mentions_[index].slots;
        if (const auto* time = std::get_if<TimelineSlots>(&slots)) {
            return time->date || time->weeks || time->days;
        }
        if (const auto* content = std::get_if<ContentSlots>(&slots)) {
            return !content->format.empty() && !content->cadence.empty();
        }
        return !std::holds_alternative<PricingSlots>(slots) || !mentions_[index].needs_context ||
               has_topic(index);
    }

    DecisionCategory category(std::size_t index) const { return category_of(mentions_[index].slots); }

    std::uint32_t begin(std::size_t index) const { return mentions_[index].span.begin; }

    std::uint32_t end(std::size_t index) const { return mentions_[index].span.end; }

    // Tokens between two places that belong to no other mention: in "two tiers on Discord at $29"
    // the price is as near to the verb as the tiers are.
    std::uint32_t distance(std::uint32_t from, std::uint32_t to) const {
        std::uint32_t free = 0;
        for (std::uint32_t i = from; i < to; ++i) {
            const bool filler = language().is_in_set(reading_.tokens[i].word, WordSet::Filler) ||
                                reading_.tokens[i].kind == TokenKind::Symbol;
            free += filler || is_taken(mentions_, i, i + 1) ? 0 : 1;
        }
        return free;
    }

    bool same_category_between(std::size_t index, std::uint32_t from, std::uint32_t to) const {
        return has_other_value(mentions_, index, {from, to});
    }

    // What stands in the way of taking the clause around a token at its word.
    bool is_hedged(std::uint32_t token) const {
        return moods_.is_question(token) || moods_.hangs_on(Group::Condition, token) ||
               has_trailing_condition(token) || moods_.hangs_on(Group::Doubt, token) || moods_.hangs_on(Group::Imagined, token) ||
               moods_.hangs_on(Group::Past, token) || moods_.hangs_on(Group::Earlier, token) ||
               moods_.names_past_year(token) || moods_.is_sarcastic(token);
    }

    // "We open on March 1 unless the baby comes early."
    bool has_trailing_condition(std::uint32_t token) const {
        const Span segment = reading_.segment_span(token);
        const Span sentence = reading_.sentence_span(reading_.sentence_of[token]);
        const std::vector<Hit>& conditions = reading_.of(Group::Condition);
        return std::any_of(conditions.begin(), conditions.end(), [&](const Hit& hit) {
            const bool limits = reading_.is_word(hit.begin, "only") || reading_.is_word(hit.begin, "but");
            return hit.begin > token && hit.end <= (limits ? sentence.end : segment.end) &&
                   (limits || language().is_in_set(
                                  reading_.tokens[hit.begin].word, WordSet::TrailingCondition
                              ));
        });
    }

    // Somebody else's choice or words, unless the author takes it up between there and `at`.
    bool is_others(std::uint32_t token, const Hit& cue) const {
        const Span segment = reading_.segment_span(token);
        const std::uint32_t upto = std::min(std::max(token, cue.begin), segment.end);
        for (const Group group : {Group::Others, Group::Reported}) {
            for (const Hit& hit : reading_.of(group)) {
                const bool in_cue = hit.begin >= cue.begin && hit.end <= cue.end;
                if (hit.begin >= segment.begin && hit.end <= upto && !in_cue &&
                    moods_.says(group, hit.begin, hit.end)) {
                    return true;
                }
            }
        }
        return false;
    }

    // A "not" that reaches the cue or the value: no more than a few words before it, with no other
    // value in between.
    bool is_negated(std::uint32_t at) const {
        constexpr std::uint32_t kReach = 6;
        const Span clause = reading_.clause_span(at);
        for (const Hit& hit : reading_.of(Group::Negation)) {
            if (hit.begin < clause.begin || hit.end > at || at - hit.end > kReach ||
                !moods_.says(Group::Negation, hit.begin, hit.end)) {
                continue;
            }
            const bool spent = std::any_of(
                mentions_.begin(), mentions_.end(),
                [&](const Mention& mention) {
                    return mention.span.begin >= hit.end && mention.span.end <= at;
                }
            );
            if (!spent) {
                return true;
            }
        }
        return false;
    }

    // Whether a cue may carry the mention: neither of the two is hedged, denied or somebody else's.
    bool holds(std::size_t index, const Hit& cue) const {
        const std::uint32_t at = begin(index);
        return !is_hedged(at) && !is_hedged(cue.begin) && !is_negated(cue.begin) &&
               !is_negated(at) && !is_others(at, cue) && !is_elsewhere(index, cue);
    }

    // An amount that is no price, a date that is no launch: the nearer of the two words decides.
    bool is_elsewhere(std::size_t index, const Hit& cue) const {
        const bool price = category(index) == DecisionCategory::Pricing;
        const bool date = category(index) == DecisionCategory::Timeline;
        if (!price && !date) {
            return false;
        }
        const Span segment = reading_.segment_span(begin(index));
        const Group other = price ? Group::OtherMoney : Group::OtherEvent;
        const bool specific = cue.label.group == static_cast<std::uint16_t>(
            price ? Group::CommitPricing : Group::CommitTimeline);
        for (const Hit& hit : reading_.of(other)) {
            if (hit.begin < segment.begin || hit.end > segment.end ||
                (hit.begin >= cue.begin && hit.end <= cue.end) ||
                (hit.begin < end(index) && hit.end > begin(index))) {
                continue;
            }
            const std::uint32_t away = hit.begin >= end(index) ? hit.begin - end(index)
                                                               : begin(index) - hit.end;
            const std::uint32_t cue_away = cue.begin >= end(index) ? cue.begin - end(index)
                                           : cue.end <= begin(index) ? begin(index) - cue.end
                                                                     : 0;
            const bool same_clause = reading_.clause_of[hit.begin] == reading_.clause_of[begin(index)];
            if (same_clause && (!specific || away < cue_away)) {
                return true;
            }
        }
        return false;
    }

    double said_by_user(std::size_t index) const {
        if (mentions_[index].replaces_count && index > 0 && is_withdrawn(reading_, mentions_, index - 1) &&
            holds(index, here(index))) {
            return kNear;
        }
        const double found = std::max(
            {beside(index), referred_back(index), announced(index), labelled(index), alone(index),
             tier_list(index), stated(index), stressed(index), concluded(index)}
        );
        return found > kNothing && is_left_open(index) ? kNothing : found;
    }

    double by_distance(std::uint32_t words, double best) const {
        return words <= 2 ? best : words <= 4 ? kLoose : words <= 7 ? 0.65 : kNothing;
    }

    double beside(std::size_t index) const {
        double best = kNothing;
        const Mention& mention = mentions_[index];
        const auto* content = std::get_if<ContentSlots>(&mention.slots);
        if (content != nullptr && content->format.empty() && !has_topic(index)) {
            return kNothing;
        }
        const Span segment = reading_.segment_span(begin(index));
        const bool timeline = category(index) == DecisionCategory::Timeline;
        const bool rough = mention.needs_context;
        const Group own = kCategoryCues[static_cast<std::size_t>(category(index))];
        for (const Group group : {Group::CommitBefore, Group::CommitClose, Group::CommitImperative,
                                  own, Group::WeakStructure, Group::CommitAfter}) {
            for (const Hit& cue : reading_.of(group)) {
                if (cue.begin < segment.begin || cue.end > segment.end ||
                    (content == nullptr && cue.begin >= mention.span.begin &&
                     cue.begin < mention.span.end)) {
                    continue;
                }
                const bool inside = cue.begin < mention.span.end && cue.end > mention.span.begin;
                const bool before = cue.end <= begin(index) || inside;
                if (before ? group == Group::CommitAfter
                           : group != Group::CommitAfter && !(group == own && timeline)) {
                    continue;
                }
                if ((group == Group::WeakStructure &&
                     category(index) != DecisionCategory::Structure) ||
                    (group == Group::CommitAfter && !ends_clause(cue))) {
                    continue;
                }
                const std::uint32_t words = inside   ? 0
                                            : before ? distance(cue.end, begin(index))
                                                     : distance(end(index), cue.begin);
                if ((group == Group::CommitClose && words > 0) ||
                    (group != own && rough && !touches(index, cue))) {
                    continue;
                }
                if (group == Group::CommitImperative && (words > 2 || !opens_clause(cue))) {
                    continue;
                }
                const double base = group == Group::WeakStructure ? kDeclared
                                    : group == Group::CommitStructure ? kLoose
                                                                      : kSure;
                const double found = std::min(by_distance(words, base), by_subject(cue, group));
                if (found > best && holds(index, cue)) {
                    best = found;
                }
            }
        }
        return best;
    }

    // One word ("final", "sold") settles a value only as the last word of its clause.
    bool ends_clause(const Hit& cue) const {
        const std::uint32_t last = reading_.clause_span(cue.begin).end;
        return cue.end - cue.begin > 1 || cue.end == last ||
               (cue.end + 1 == last && reading_.tokens[cue.end].kind == TokenKind::Symbol);
    }

    // Only small words between the value and a cue that says nothing about its kind.
    bool touches(std::size_t index, const Hit& cue) const {
        const bool before = cue.end <= begin(index);
        const std::uint32_t from = before ? cue.end : end(index);
        const std::uint32_t to = before ? begin(index) : cue.begin;
        for (std::uint32_t i = from; i < to; ++i) {
            if (!language().is_in_set(reading_.tokens[i].word, WordSet::Filler)) {
                return false;
            }
        }
        return true;
    }

    // Who opens, charges or offers: "school starts on the 11th" is no launch, and of a name that
    // the phrases do not know nobody can be sure.
    double by_subject(const Hit& cue, Group group) const {
        const Span clause = reading_.clause_span(cue.begin);
        std::uint32_t at = cue.begin;
        while (at > clause.begin &&
               language().is_in_set(reading_.tokens[at - 1].word, WordSet::Adverb)) {
            --at;
        }
        const bool first_person =
            language().is_in_set(reading_.tokens[cue.begin].word, WordSet::FirstPerson);
        if (at == clause.begin || reading_.tokens[at - 1].kind != TokenKind::Word ||
            group == Group::CommitAfter || first_person) {
            return kSure;
        }
        const Token& subject = reading_.tokens[at - 1];
        for (std::uint32_t i = clause.begin; i < cue.begin; ++i) {
            if (language().is_in_set(reading_.tokens[i].word, WordSet::ForeignSubject)) {
                return kNothing;
            }
        }
        if (group == Group::CommitBefore || group == Group::CommitClose) {
            return subject.word == kUnknownWord && subject.capital ? kNothing : kSure;
        }
        return language().is_in_set(subject.word, WordSet::OwnSubject) ? kSure : kDeclared;
    }

    // An order to the guide stands at the start of its clause: "take January 29".
    bool opens_clause(const Hit& cue) const {
        const Span clause = reading_.clause_span(cue.begin);
        for (std::uint32_t i = clause.begin; i < cue.begin; ++i) {
            const Token& token = reading_.tokens[i];
            if (token.kind == TokenKind::Word &&
                !language().is_in_set(token.word, WordSet::QuestionOpening)) {
                return false;
            }
        }
        return true;
    }

    // "That's the price.", "Put that in.": in the same sentence or one of the next two.
    double referred_back(std::size_t index) const {
        constexpr std::uint32_t kReach = 2;
        const std::uint32_t own = reading_.sentence_of[begin(index)];
        for (const Hit& cue : reading_.of(Group::CommitBack)) {
            const std::uint32_t sentence = reading_.sentence_of[cue.begin];
            if (mentions_[index].needs_context && !has_topic(index) &&
                !topic_in(category(index), reading_.sentence_span(sentence))) {
                continue;
            }
            if (cue.begin < end(index) || sentence < own || sentence > own + kReach ||
                !speaks_for_itself(cue) || replaced_before(index, cue.begin) ||
                is_negated(cue.begin) ||
                moods_.is_question(cue.begin) || moods_.hangs_on(Group::Condition, cue.begin)) {
                continue;
            }
            const std::uint32_t at = begin(index);
            const bool own_words = is_taken_up(cue) || !is_others(at, here(index));
            if (own_words && !is_hedged(at) && !is_negated(at) &&
                !is_elsewhere(index, here(index))) {
                return kNear;
            }
        }
        return kNothing;
    }

    // One word ("closed", "deal") refers back only where it is all that its clause says.
    bool speaks_for_itself(const Hit& cue) const {
        const Span clause = reading_.clause_span(cue.begin);
        return cue.end - cue.begin > 1 || distance(clause.begin, clause.end) <= 2;
    }

    // A later value of the same kind stands between; prices or counts of one sentence are a list
    // and do not replace each other.
    bool replaced_before(std::size_t index, std::uint32_t cue) const {
        const Span sentence = reading_.sentence_span(reading_.sentence_of[begin(index)]);
        return same_category_between(index, is_listable(index) ? sentence.end : end(index), cue);
    }

    // The author takes up what somebody else said: "… So that is what we're asking.", "use it".
    bool is_taken_up(const Hit& cue) const {
        for (std::uint32_t i = reading_.clause_span(cue.begin).begin; i < cue.end; ++i) {
            if (language().is_in_set(reading_.tokens[i].word, WordSet::FirstPerson)) {
                return true;
            }
        }
        return opens_clause(cue);
    }

    // "I'm serious", "we voted", "no excuses": in the sentence of the value or one beside it.
    double stressed(std::size_t index) const {
        const std::uint32_t own = reading_.sentence_of[begin(index)];
        if (mentions_[index].needs_context && !has_topic(index)) {
            return kNothing;
        }
        for (const Hit& cue : reading_.of(Group::Decisive)) {
            const std::uint32_t sentence = reading_.sentence_of[cue.begin];
            const bool beside = sentence <= own + 1 && own <= sentence + 1;
            if (!beside || by_subject(cue, Group::CommitBefore) == kNothing ||
                moods_.is_question(cue.begin) || is_negated(cue.begin) ||
                moods_.hangs_on(Group::Condition, cue.begin)) {
                continue;
            }
            const bool earlier = cue.begin < begin(index);
            if (earlier ? same_category_between(index, cue.end, begin(index))
                        : replaced_before(index, cue.begin)) {
                continue;
            }
            if (holds(index, here(index))) {
                return kNear;
            }
        }
        return kNothing;
    }

    // "So Circle.", "so office hours, every second Thursday": the value as a conclusion.
    double concluded(std::size_t index) const {
        if (replaces_by_now(index)) {
            return holds(index, here(index)) ? kNear : kNothing;
        }
        const Span clause = reading_.clause_span(begin(index));
        const bool opened =
            language().is_in_set(reading_.tokens[clause.begin].word, WordSet::Conclusion) ||
            (reading_.is_symbol(clause.begin, ',') && clause.begin > 0);
        const std::uint32_t first = reading_.segment_span(begin(index)).begin;
        const bool segment_opened =
            language().is_in_set(reading_.tokens[first].word, WordSet::Conclusion);
        if ((!opened && !segment_opened) || mentions_[index].needs_context ||
            distance(first, begin(index)) > 0 || distance(end(index), clause.end) > 0) {
            return kNothing;
        }
        return holds(index, here(index)) ? kNear : kNothing;
    }

    // "It's Circle now", "it's Circle then"
    bool replaces_by_now(std::size_t index) const {
        const Span clause = reading_.clause_span(begin(index));
        const std::uint32_t after = end(index);
        return reading_.is_word(clause.begin, "it") && reading_.is_word(clause.begin + 1, "is") &&
               begin(index) == clause.begin + 2 &&
               (reading_.is_word(after, "now") || reading_.is_word(after, "then") ||
                reading_.is_word(after, "instead"));
    }

    // A cue at the value itself: only the value's own surroundings are judged.
    Hit here(std::size_t index) const { return Hit{{}, begin(index), begin(index)}; }

    bool has_topic(std::size_t index) const {
        const auto* content = std::get_if<ContentSlots>(&mentions_[index].slots);
        const Span sentence = reading_.sentence_span(reading_.sentence_of[begin(index)]);
        const Group own = kCategoryCues[static_cast<std::size_t>(category(index))];
        const bool rhythm_alone = content != nullptr && content->format.empty();
        if (!rhythm_alone && moods_.says(own, sentence.begin, sentence.end)) {
            return true;
        }
        return topic_in(category(index), sentence);
    }

    bool topic_in(DecisionCategory wanted, Span span) const {
        for (const Group group : {Group::Topic, Group::Field}) {
            for (const Hit& hit : reading_.of(group)) {
                if (hit.begin >= span.begin && hit.end <= span.end &&
                    language().name_of(hit) == category_id(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    // "Decision made: …", "Put this in the plan:" before the value.
    double announced(std::size_t index) const {
        constexpr std::uint32_t kReach = 2;
        const std::uint32_t own = reading_.sentence_of[begin(index)];
        if (mentions_[index].needs_context && !has_topic(index)) {
            return kNothing;
        }
        for (const Hit& cue : reading_.of(Group::CommitForward)) {
            const std::uint32_t sentence = reading_.sentence_of[cue.begin];
            if (cue.end > begin(index) || sentence > own || own - sentence > kReach ||
                is_negated(cue.begin) || is_hedged(cue.begin) ||
                by_subject(cue, Group::CommitBefore) == kNothing) {
                continue;
            }
            if (holds(index, here(index))) {
                return kNear;
            }
        }
        return kNothing;
    }

    // "Launch: 2027-03-01", "price is 29"
    double labelled(std::size_t index) const {
        for (const Hit& field : reading_.of(Group::Field)) {
            if (language().name_of(field) != category_id(category(index)) ||
                field.end > begin(index) ||
                reading_.sentence_of[field.begin] != reading_.sentence_of[begin(index)] ||
                (!is_listable(index) && same_category_between(index, field.end, begin(index)))) {
                continue;
            }
            const std::uint32_t start = reading_.clause_span(field.begin).begin;
            const bool line_start =
                field.begin == start ||
                (field.begin == start + 1 &&
                 language().is_in_set(reading_.tokens[start].word, WordSet::Article));
            const bool colon = reading_.is_symbol(field.end, ':') || reading_.is_symbol(field.end, '=') ||
                               reading_.is_symbol(field.end, '-') || reading_.is_symbol(field.end, '\x07');
            const std::uint32_t words = distance(field.end, begin(index));
            if (colon && words <= 4 && holds(index, here(index))) {
                return kSure;
            }
            if (line_start && words == 0 && begin(index) - field.end <= 3 &&
                holds(index, here(index))) {
                return kNear;
            }
        }
        return kNothing;
    }

    // Several counts or prices may stand in one list without replacing each other.
    bool is_listable(std::size_t index) const {
        return category(index) == DecisionCategory::Structure ||
               category(index) == DecisionCategory::Pricing;
    }

    // A sentence, or its opening clause, that is little more than its values, as in an answer:
    // "7 dollars each month.", "Discord, because of the horse".
    double alone(std::size_t index) const {
        const Span clause = reading_.clause_span(begin(index));
        if (mentions_[index].needs_context || has_rival(index) || is_owned(index)) {
            return kNothing;
        }
        const Span sentence = reading_.sentence_span(reading_.sentence_of[begin(index)]);
        const bool declared = std::holds_alternative<PricingSlots>(mentions_[index].slots) &&
                              reading_.has(Group::Free, mentions_[index].span);
        const bool bare = declared || is_bare(sentence.begin, sentence.end) ||
                          is_bare(sentence.begin, clause.end);
        return bare && holds(index, here(index)) ? kDeclared : kNothing;
    }

    // Nothing but values that need no explanation, and small words.
    bool is_bare(std::uint32_t from, std::uint32_t to) const {
        if (distance(from, to) > 0) {
            return false;
        }
        return std::none_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
            return mention.needs_context && mention.span.begin >= from && mention.span.end <= to;
        });
    }

    // "My newsletter goes out every Friday" tells of something that exists already.
    bool is_owned(std::size_t index) const {
        const std::uint32_t at = begin(index);
        return at > 0 && (reading_.is_word(at - 1, "my") || reading_.is_word(at - 1, "our"));
    }

    // Another value of the same kind that is meant as seriously as this one.
    bool has_rival(std::size_t index) const {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            const bool rival = i != index && category(i) == category(index) &&
                               !mentions_[i].needs_context && !is_withdrawn(reading_, mentions_, i) &&
                               !(mentions_[i].slots == mentions_[index].slots);
            const bool listed = is_listable(index) && reading_.sentence_of[begin(i)] ==
                                                          reading_.sentence_of[begin(index)];
            const bool corrected = begin(i) < begin(index) &&
                                   moods_.says(Group::Correction, begin(i), begin(index));
            if (rival && !listed && !corrected) {
                return true;
            }
        }
        return false;
    }

    // "It's 22 euros a month": said of the price, or of nothing else in the sentence.
    // "Platform picked, it's Patreon."
    double stated(std::size_t index) const {
        const bool price = category(index) == DecisionCategory::Pricing;
        if (mentions_[index].needs_context || begin(index) < 2 || (!price && !has_topic(index))) {
            return kNothing;
        }
        const std::uint32_t verb = begin(index) - 1;
        const bool is_stated =
            (reading_.is_word(verb, "is") || reading_.is_word(verb, "be")) &&
            (reading_.is_word(verb - 1, "it") || reading_.is_word(verb - 1, "that") ||
             reading_.is_word(verb - 1, "will"));
        const Span sentence = reading_.sentence_span(reading_.sentence_of[begin(index)]);
        const bool about_platform = price && reading_.has(Group::Platform, sentence);
        if (!is_stated || about_platform || !holds(index, here(index))) {
            return kNothing;
        }
        return has_topic(index) ? kNear : kDeclared;
    }

    // "Taster is free, Regular is $18 and Patron is $60": prices that name their tiers declare
    // them; beside a decision about tiers they carry it on.
    double tier_list(std::size_t index) const {
        if (category(index) != DecisionCategory::Pricing || mentions_[index].tier_name.empty()) {
            return kNothing;
        }
        const std::uint32_t own = reading_.sentence_of[begin(index)];
        const Span sentence = reading_.sentence_span(own);
        std::size_t named = 0;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            named += begin(i) >= sentence.begin && end(i) <= sentence.end &&
                             !mentions_[i].tier_name.empty()
                         ? 1
                         : 0;
        }
        if (named < 2 || !holds(index, here(index))) {
            return kNothing;
        }
        const Span before = own > 0 ? reading_.sentence_span(own - 1) : sentence;
        const bool carried = moods_.says(Group::CommitBefore, before.begin, sentence.end) &&
                             !moods_.is_question(before.begin);
        return carried ? kNear : kDeclared;
    }

    // A later "not sure yet" or "don't save that" takes back what was said before it.
    bool is_left_open(std::size_t index) const {
        const std::uint32_t own = reading_.sentence_of[begin(index)];
        for (const Hit& hit : reading_.of(Group::Unsettled)) {
            const std::uint32_t sentence = reading_.sentence_of[hit.begin];
            if (sentence < own || !moods_.says(Group::Unsettled, hit.begin, hit.end)) {
                continue;
            }
            const Span span = sentence == own ? reading_.clause_span(hit.begin)
                                              : reading_.sentence_span(sentence);
            const bool same_clause = begin(index) >= span.begin && begin(index) < span.end;
            if (!same_clause && (hit.begin < begin(index) || about_other(index, span))) {
                continue;
            }
            return true;
        }
        return false;
    }

    bool about_other(std::size_t index, Span span) const {
        for (const DecisionCategory other : kDecisionCategories) {
            if (other != category(index) && topic_in(other, span)) {
                return true;
            }
        }
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (category(i) != category(index) && begin(i) >= span.begin && end(i) <= span.end) {
                return true;
            }
        }
        return false;
    }

    bool assistant_hedges(std::uint32_t token) const {
        const Span clause = reading_.clause_span(token);
        const Span segment = reading_.segment_span(token);
        return moods_.is_question(token) || moods_.says(Group::Condition, segment.begin, clause.end) ||
               moods_.says(Group::Propose, segment.begin, clause.end) ||
               moods_.says(Group::Unrecord, segment.begin, segment.end);
    }

    double recorded_by_assistant(std::size_t index) const {
        const std::uint32_t at = begin(index);
        const std::uint32_t own = reading_.sentence_of[at];
        if (assistant_hedges(at) || is_negated(at)) {
            return kNothing;
        }
        for (const Hit& cue : reading_.of(Group::Record)) {
            const std::uint32_t sentence = reading_.sentence_of[cue.begin];
            const bool next = sentence == own + 1 && !replaced_before(index, cue.begin);
            if ((sentence != own && !next) || assistant_hedges(cue.begin) || is_negated(cue.begin)) {
                continue;
            }
            if (sentence == own) {
                const std::uint32_t words = cue.end <= at ? distance(cue.end, at)
                                                          : distance(end(index), cue.begin);
                if (words <= 6 && !(mentions_[index].needs_context && words > 2 && !has_topic(index))) {
                    return words <= 3 ? kSure : kNear;
                }
            } else if (!mentions_[index].needs_context && !sentence_has_mention(sentence)) {
                return kNear;
            }
        }
        if (follows_record(index) || settled_by_assistant(index)) {
            return kNear;
        }
        return listed_in_record(index);
    }

    // "Circle it is", said by the assistant, settles the value too.
    bool settled_by_assistant(std::size_t index) const {
        const std::uint32_t at = end(index);
        const bool it_is = reading_.is_word(at, "it") && reading_.is_word(at + 1, "is");
        const Span clause = reading_.clause_span(begin(index));
        const bool last = at + 2 >= clause.end || reading_.is_word(at + 2, "then") ||
                          reading_.is_symbol(at + 2, ',');
        return it_is && last && distance(clause.begin, begin(index)) <= 1;
    }

    // "Saved. You launch on Monday 1 March 2027."
    bool follows_record(std::size_t index) const {
        const std::uint32_t own = reading_.sentence_of[begin(index)];
        if (own == 0 || mentions_[index].needs_context) {
            return false;
        }
        const Span before = reading_.sentence_span(own - 1);
        return distance(before.begin, before.end) <= 2 &&
               moods_.says(Group::Record, before.begin, before.end) &&
               !assistant_hedges(before.begin) && !moods_.says(Group::Negation, before.begin, before.end);
    }

    bool sentence_has_mention(std::uint32_t sentence) const {
        const Span span = reading_.sentence_span(sentence);
        return is_taken(mentions_, span.begin, span.end);
    }

    // In a message that says it has saved everything, the lines of its list are what it saved.
    double listed_in_record(std::size_t index) const {
        const std::uint32_t own = reading_.sentence_of[begin(index)];
        const Sentence& sentence = reading_.sentences[own];
        const bool listed = sentence.line == LineKind::Bullet || labelled_line(index) ||
                            sentence.line == LineKind::TickedBox;
        for (const Hit& cue : reading_.of(Group::Record)) {
            if (listed && opens_list(cue) && !assistant_hedges(cue.begin)) {
                return kSure;
            }
        }
        for (const Hit& cue : reading_.of(Group::RecordAll)) {
            if (assistant_hedges(cue.begin) || is_negated(cue.begin)) {
                continue;
            }
            const std::uint32_t at = reading_.sentence_of[cue.begin];
            const bool beside_cue = (at == own || at + 1 == own) &&
                                    (!mentions_[index].needs_context || has_topic(index));
            if (listed || beside_cue) {
                return listed ? kSure : kNear;
            }
        }
        return kNothing;
    }

    // "## Saved just now" or "Decided and saved:" above the list
    bool opens_list(const Hit& cue) const {
        const Sentence& sentence = reading_.sentences[reading_.sentence_of[cue.begin]];
        return sentence.line == LineKind::Heading || reading_.is_symbol(sentence.end - 1, ':');
    }

    bool labelled_line(std::size_t index) const {
        const Span sentence = reading_.sentence_span(reading_.sentence_of[begin(index)]);
        for (const Hit& field : reading_.of(Group::Field)) {
            if (field.begin == sentence.begin) {
                return true;
            }
        }
        return false;
    }

    const Reading& reading_;
    const Moods& moods_;
    const Mentions& mentions_;
    Speaker speaker_;
};

}  // namespace

std::vector<Commitment> commitments_in(
    const Reading& reading,
    const Moods& moods,
    const Mentions& mentions,
    Speaker speaker
) {
    const Judge judge(reading, moods, mentions, speaker);
    std::vector<Commitment> found;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const double confidence = judge.confidence_of(i);
        if (confidence > kNothing) {
            found.push_back({i, confidence});
        }
    }
    return found;
}

}  // namespace atrium::domain::detector
