// The phrase data of assets/detector, read once: detector_words.json (word sets, numbers, spellings),
// detector_cues.json (how things are said: moods, commitments, an assistant's records),
// detector_values.json (what can be decided) and detector_tasks.json (what each task is called and
// how people say that it is finished). A new phrase is a new line there; a new group of phrases
// needs a Group here as well.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/domain/detector/phrase_set.h"
#include "core/domain/detector/tokens.h"
#include "core/domain/detector/vocabulary.h"

namespace atrium::domain::detector {

// In the data the names are in snake_case: "commit_before". What each group does to a message is
// told where it is used: moods.cpp, the rules, tasks.cpp, task_evidence.cpp.
enum class Group : std::uint16_t {
    Negation,
    Doubt,
    Condition,
    Question,
    Imagined,
    Others,
    Past,
    Earlier,
    Sarcasm,
    Reported,
    Withdrawn,
    WithdrawnBack,
    Unsettled,
    Correction,
    CommitBefore,
    CommitClose,
    CommitImperative,
    CommitAfter,
    CommitBack,
    CommitForward,
    Order,
    CommitPlatform,
    CommitPricing,
    CommitStructure,
    WeakStructure,
    WeakContent,
    CommitTimeline,
    CommitContent,
    Accept,
    OtherMoney,
    OtherEvent,
    Vague,
    Idiom,
    Record,
    RecordAll,
    Unrecord,
    Propose,
    ReplyYes,
    ReplyNo,
    ReplyUnsure,
    Platform,
    Currency,
    Interval,
    Free,
    Counted,
    Cadence,
    Format,
    Holiday,
    Month,
    Weekday,
    Unit,
    Season,
    RelativeDay,
    Field,
    Topic,
    Founders,
    FinishBefore,
    FinishAfter,
    Later,
    Subordinate,
    Ongoing,
    Partial,
    Deliver,
    Draft,
    Next,
    Things,
    Made,
    Standing,
    Outcomes,
    Signs,
    Hints,
    Titles,
    Count
};

// The sets of detector_words.json that code asks about; there in snake_case ("after_price").
enum class WordSet : std::uint16_t {
    Abbreviation,
    About,
    Adverb,
    AfterDuration,
    AfterPrice,
    Article,
    BeOrHave,
    BeforeDuration,
    BeforeMonth,
    BeforePrice,
    Conclusion,
    ClauseStart,
    DateAbbreviation,
    Definite,
    Determiner,
    Each,
    Exception,
    EverydayMonth,
    EverydayPlatform,
    Filler,
    FiniteState,
    ForeignSubject,
    FirstPerson,
    Joint,
    NeverBeforeCounted,
    NoTierName,
    PlanningTask,
    MonthName,
    Number,
    ObjectStart,
    OrderVerb,
    OrderOpening,
    OwnSubject,
    Person,
    Predicate,
    Praise,
    PriceAt,
    QuestionOpening,
    ReplyOpening,
    Report,
    StrictFinish,
    Subject,
    TaskFiller,
    They,
    TrailingCondition,
    Turn,
    Count
};

struct Language {
    Vocabulary vocabulary;
    PhraseSet phrases;
    Replacements replacements;
    std::unordered_map<WordId, int> numbers;   // "twenty" is 20
    std::unordered_map<WordId, int> ordinals;  // "fifteenth" is 15
    std::vector<std::string> names;            // by Label::name
    std::vector<std::uint64_t> set_bits;       // by word: the WordSets it belongs to
    std::vector<std::string> problems;  // phrases that are malformed; none in the data shipped

    [[nodiscard]] const std::string& name_of(const Hit& hit) const { return names[hit.label.name]; }

    [[nodiscard]] bool is_in_set(WordId word, WordSet set) const {
        return word < set_bits.size() && ((set_bits[word] >> static_cast<unsigned>(set)) & 1U) != 0;
    }
};

// The embedded data, built at the first call and kept.
[[nodiscard]] const Language& language();

// The tasks of the plan in their order; a detected task is always one of them.
[[nodiscard]] const std::vector<std::string>& task_order();

}  // namespace atrium::domain::detector
