// The names that assets/detector gives to the groups of phrases and to the sets of words.
#pragma once

#include <array>
#include <string_view>

#include "core/domain/detector/language.h"

namespace atrium::domain::detector {

// The name in the data of one member of Group or WordSet.
template <typename Enum>
struct Named {
    Enum value;
    std::string_view name;
};

// Emscripten's clang does not deduce this for an aggregate by itself.
template <typename Enum>
Named(Enum, std::string_view) -> Named<Enum>;

// Every member has a name, and in the order of the enumeration.
template <typename Names>
constexpr bool is_in_order(const Names& names, std::size_t count) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (static_cast<std::size_t>(names[i].value) != i) {
            return false;
        }
    }
    return names.size() == count;
}

inline constexpr std::array kGroupNames = {
    Named{Group::Negation, "negation"},
    Named{Group::Doubt, "doubt"},
    Named{Group::Condition, "condition"},
    Named{Group::Question, "question"},
    Named{Group::Imagined, "imagined"},
    Named{Group::Others, "others"},
    Named{Group::Past, "past"},
    Named{Group::Earlier, "earlier"},
    Named{Group::Sarcasm, "sarcasm"},
    Named{Group::Reported, "reported"},
    Named{Group::Withdrawn, "withdrawn"},
    Named{Group::WithdrawnBack, "withdrawn_back"},
    Named{Group::Unsettled, "unsettled"},
    Named{Group::Correction, "correction"},
    Named{Group::CommitBefore, "commit_before"},
    Named{Group::CommitClose, "commit_close"},
    Named{Group::CommitImperative, "commit_imperative"},
    Named{Group::CommitAfter, "commit_after"},
    Named{Group::CommitBack, "commit_back"},
    Named{Group::CommitForward, "commit_forward"},
    Named{Group::Order, "order"},
    Named{Group::CommitPlatform, "commit_platform"},
    Named{Group::CommitPricing, "commit_pricing"},
    Named{Group::CommitStructure, "commit_structure"},
    Named{Group::WeakStructure, "weak_structure"},
    Named{Group::WeakContent, "weak_content"},
    Named{Group::CommitTimeline, "commit_timeline"},
    Named{Group::CommitContent, "commit_content"},
    Named{Group::Accept, "accept"},
    Named{Group::OtherMoney, "other_money"},
    Named{Group::OtherEvent, "other_event"},
    Named{Group::Vague, "vague"},
    Named{Group::Idiom, "idiom"},
    Named{Group::Record, "record"},
    Named{Group::RecordAll, "record_all"},
    Named{Group::Unrecord, "unrecord"},
    Named{Group::Propose, "propose"},
    Named{Group::ReplyYes, "reply_yes"},
    Named{Group::ReplyNo, "reply_no"},
    Named{Group::ReplyUnsure, "reply_unsure"},
    Named{Group::Platform, "platform"},
    Named{Group::Currency, "currency"},
    Named{Group::Interval, "interval"},
    Named{Group::Free, "free"},
    Named{Group::Counted, "counted"},
    Named{Group::Cadence, "cadence"},
    Named{Group::Format, "format"},
    Named{Group::Holiday, "holiday"},
    Named{Group::Month, "month"},
    Named{Group::Weekday, "weekday"},
    Named{Group::Unit, "unit"},
    Named{Group::Season, "season"},
    Named{Group::RelativeDay, "relative_day"},
    Named{Group::Field, "field"},
    Named{Group::Topic, "topic"},
    Named{Group::Founders, "founders"},
    Named{Group::FinishBefore, "finish_before"},
    Named{Group::FinishAfter, "finish_after"},
    Named{Group::Later, "later"},
    Named{Group::Subordinate, "subordinate"},
    Named{Group::Ongoing, "ongoing"},
    Named{Group::Partial, "partial"},
    Named{Group::Deliver, "deliver"},
    Named{Group::Draft, "draft"},
    Named{Group::Next, "next"},
    Named{Group::Things, "things"},
    Named{Group::Made, "made"},
    Named{Group::Standing, "standing"},
    Named{Group::Outcomes, "outcomes"},
    Named{Group::Signs, "signs"},
    Named{Group::Hints, "hints"},
    Named{Group::Titles, "titles"},
};

inline constexpr std::array kWordSetNames = {
    Named{WordSet::Abbreviation, "abbreviation"},
    Named{WordSet::About, "about"},
    Named{WordSet::Adverb, "adverb"},
    Named{WordSet::AfterDuration, "after_duration"},
    Named{WordSet::AfterPrice, "after_price"},
    Named{WordSet::Article, "article"},
    Named{WordSet::BeOrHave, "be_or_have"},
    Named{WordSet::BeforeDuration, "before_duration"},
    Named{WordSet::BeforeMonth, "before_month"},
    Named{WordSet::BeforePrice, "before_price"},
    Named{WordSet::Conclusion, "conclusion"},
    Named{WordSet::ClauseStart, "clause_start"},
    Named{WordSet::DateAbbreviation, "date_abbreviation"},
    Named{WordSet::Definite, "definite"},
    Named{WordSet::Determiner, "determiner"},
    Named{WordSet::Each, "each"},
    Named{WordSet::Exception, "exception"},
    Named{WordSet::EverydayMonth, "everyday_month"},
    Named{WordSet::EverydayPlatform, "everyday_platform"},
    Named{WordSet::Filler, "filler"},
    Named{WordSet::FiniteState, "finite_state"},
    Named{WordSet::ForeignSubject, "foreign_subject"},
    Named{WordSet::FirstPerson, "first_person"},
    Named{WordSet::Joint, "joint"},
    Named{WordSet::NeverBeforeCounted, "never_before_counted"},
    Named{WordSet::NoTierName, "no_tier_name"},
    Named{WordSet::PlanningTask, "planning_task"},
    Named{WordSet::MonthName, "month_name"},
    Named{WordSet::Number, "number"},
    Named{WordSet::ObjectStart, "object_start"},
    Named{WordSet::OrderVerb, "order_verb"},
    Named{WordSet::OrderOpening, "order_opening"},
    Named{WordSet::OwnSubject, "own_subject"},
    Named{WordSet::Person, "person"},
    Named{WordSet::Predicate, "predicate"},
    Named{WordSet::Praise, "praise"},
    Named{WordSet::PriceAt, "price_at"},
    Named{WordSet::QuestionOpening, "question_opening"},
    Named{WordSet::ReplyOpening, "reply_opening"},
    Named{WordSet::Report, "report"},
    Named{WordSet::StrictFinish, "strict_finish"},
    Named{WordSet::Subject, "subject"},
    Named{WordSet::TaskFiller, "task_filler"},
    Named{WordSet::They, "they"},
    Named{WordSet::TrailingCondition, "trailing_condition"},
    Named{WordSet::Turn, "turn"},
};

static_assert(is_in_order(kGroupNames, static_cast<std::size_t>(Group::Count)));
static_assert(is_in_order(kWordSetNames, static_cast<std::size_t>(WordSet::Count)));
static_assert(kWordSetNames.size() <= 64, "set_bits has one bit for each set");

}  // namespace atrium::domain::detector
