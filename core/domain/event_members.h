// The members of every value that an event carries, with the names they have in the journal; internal
// to event_json.cpp. A name that stands here is written into people's browsers: it may be added to
// and never changed.
#pragma once

#include "core/domain/event.h"
#include "core/domain/event_codec.h"

namespace atrium::domain {

using namespace std::string_view_literals;

template <>
struct EnumWords<Author> {
    static constexpr std::array words = {"creator"sv, "guide"sv, "claude"sv};
};

template <>
struct EnumWords<MessageStatus> {
    static constexpr std::array words = {
        "complete"sv, "stopped"sv, "failed"sv, "pending-offline"sv};
};

template <>
struct EnumWords<DecisionSource> {
    static constexpr std::array words = {"user"sv, "guide"sv, "ai"sv, "manual"sv};
};

template <>
struct EnumWords<CompletedVia> {
    static constexpr std::array words = {"manual"sv, "ai_auto"sv, "ai_confirmed"sv};
};

template <>
struct EnumWords<PlanChange::Kind> {
    static constexpr std::array words = {
        "add"sv, "edit"sv, "remove"sv, "skip"sv, "restore"sv, "estimate"sv, "move"sv};
};

template <>
struct EnumWords<Suggestion::State> {
    static constexpr std::array words = {"open"sv, "confirmed"sv, "dismissed"sv};
};

template <>
struct EnumWords<ProjectStatus> {
    static constexpr std::array words = {"planning"sv,
                                         "building"sv,
                                         "prelaunch"sv,
                                         "live"sv,
                                         "paused"sv,
                                         "completed"sv,
                                         "abandoned"sv};
};

template <>
struct EnumWords<ThemeChoice> {
    static constexpr std::array words = {"system"sv, "dark"sv, "light"sv, "contrast"sv};
};

template <>
struct EnumWords<MotionChoice> {
    static constexpr std::array words = {"system"sv, "reduced"sv};
};

template <>
struct EnumWords<PartnerChoice> {
    static constexpr std::array words = {"automatic"sv, "guide"sv};
};

template <>
struct EnumWords<FormatChoice> {
    static constexpr std::array words = {
        "automatic"sv, "en-gb"sv, "en-us"sv, "de"sv, "de-ch"sv, "fr"sv, "es"sv};
};

template <>
struct EnumWords<ClockChoice> {
    static constexpr std::array words = {"automatic"sv, "24"sv, "12"sv};
};

// {"category":"pricing","slots":{…}}
template <>
struct Codec<DecisionSlots> {
    static Json encode(const DecisionSlots& slots) {
        return {{"category", category_id(category_of(slots))},
                {"slots", Json::parse(slots_json(slots), nullptr, false)}};
    }

    static bool decode(const Json& json, DecisionSlots& slots) {
        if (!json.is_object() || !json.contains("slots")) {
            return false;
        }
        const auto category = category_from_id(json.value("category", ""));
        if (!category) {
            return false;
        }
        Result<DecisionSlots> parsed = slots_from_json(*category, json["slots"].dump());
        if (!parsed) {
            return false;
        }
        slots = std::move(parsed).value();
        return true;
    }
};

template <>
struct Codec<CreatorProfile> {
    static Json encode(const CreatorProfile& profile) {
        return Json::parse(profile_json(profile), nullptr, false);
    }

    static bool decode(const Json& json, CreatorProfile& profile) {
        Result<CreatorProfile> parsed = profile_from_json(json.dump());
        if (!parsed) {
            return false;
        }
        profile = std::move(parsed).value();
        return true;
    }
};

template <typename Io>
void list_members(Io& io, const protocol::Usage*) {
    using protocol::Usage;
    io("input", &Usage::input_tokens)("output", &Usage::output_tokens);
    io("cache_read", &Usage::cache_read_tokens)("cache_write_5m", &Usage::cache_write_5m_tokens);
    io("cache_write_1h", &Usage::cache_write_1h_tokens)("web_searches", &Usage::web_searches);
    io("us_inference", &Usage::us_inference);
}

template <typename Io>
void list_members(Io& io, const Message*) {
    io("id", &Message::id)("author", &Message::author)("text", &Message::text)("at", &Message::at);
    io("status", &Message::status)("problem", &Message::problem);
    io("problem_code", &Message::problem_code)("in_reply_to", &Message::in_reply_to);
    io("model", &Message::model)("usage", &Message::usage)("cost_nano_usd",
                                                           &Message::cost_nano_usd);
    io("quick_replies", &Message::quick_replies)("topic", &Message::topic);
    io("records", &Message::records);
}

template <typename Io>
void list_members(Io& io, const Decision*) {
    io("id", &Decision::id)("decided", &Decision::slots)("rationale", &Decision::rationale);
    io("confidence", &Decision::confidence)("source", &Decision::source);
    io("message", &Decision::message)("at", &Decision::at)("on", &Decision::on);
}

template <typename Io>
void list_members(Io& io, const ProposedDecision*) {
    io("decided", &ProposedDecision::slots)("rationale", &ProposedDecision::rationale);
    io("confidence", &ProposedDecision::confidence);
}

template <typename Io>
void list_members(Io& io, const ProposedTask*) {
    io("task", &ProposedTask::task_id)("note", &ProposedTask::note);
    io("confidence", &ProposedTask::confidence);
}

template <typename Io>
void list_members(Io& io, const PlanChange*) {
    io("action", &PlanChange::kind)("task", &PlanChange::task_id)("title", &PlanChange::title);
    io("phase", &PlanChange::phase)("hours", &PlanChange::hours)("note", &PlanChange::note);
    io("prerequisites", &PlanChange::prerequisites)("before", &PlanChange::before);
}

template <typename Io>
void list_members(Io& io, const ProposedPlanChange*) {
    io("change", &ProposedPlanChange::change)("confidence", &ProposedPlanChange::confidence);
}

template <typename Io>
void list_members(Io& io, const AddedTask*) {
    io("id", &AddedTask::id)("title", &AddedTask::title)("phase", &AddedTask::phase);
    io("hours", &AddedTask::hours)("prerequisites", &AddedTask::prerequisites);
    io("note", &AddedTask::note)("author", &AddedTask::author);
}

// {"decision":{…}}, {"task":{…}} or {"plan":{…}}
template <>
struct Codec<std::variant<ProposedDecision, ProposedTask, ProposedPlanChange>> {
    using Proposed = std::variant<ProposedDecision, ProposedTask, ProposedPlanChange>;

    static Json encode(const Proposed& action) {
        if (const auto* decision = std::get_if<ProposedDecision>(&action)) {
            return {{"decision", Codec<ProposedDecision>::encode(*decision)}};
        }
        if (const auto* task = std::get_if<ProposedTask>(&action)) {
            return {{"task", Codec<ProposedTask>::encode(*task)}};
        }
        return {{"plan", Codec<ProposedPlanChange>::encode(std::get<ProposedPlanChange>(action))}};
    }

    static bool decode(const Json& json, Proposed& action) {
        if (!json.is_object()) {
            return false;
        }
        if (json.contains("decision")) {
            return decode_as<ProposedDecision>(json["decision"], action);
        }
        if (json.contains("plan")) {
            return decode_as<ProposedPlanChange>(json["plan"], action);
        }
        return json.contains("task") && decode_as<ProposedTask>(json["task"], action);
    }

 private:
    template <typename Kind>
    static bool decode_as(const Json& json, Proposed& action) {
        return Codec<Kind>::decode(json, action.emplace<Kind>());
    }
};

template <typename Io>
void list_members(Io& io, const Suggestion*) {
    io("id", &Suggestion::id)("action", &Suggestion::action)("message", &Suggestion::message);
    io("state", &Suggestion::state);
}

template <typename Io>
void list_members(Io& io, const Settings*) {
    io("theme", &Settings::theme)("motion", &Settings::motion)("partner", &Settings::partner);
    io("text_scale", &Settings::text_scale)("model", &Settings::model);
    io("formats", &Settings::formats)("clock", &Settings::clock);
}

template <typename Io>
void list_members(Io& io, const ProfileSaved*) {
    io("profile", &ProfileSaved::profile);
}

template <typename Io>
void list_members(Io& io, const ProjectStarted*) {
    io("id", &ProjectStarted::id)("name", &ProjectStarted::name)("start", &ProjectStarted::start);
}

template <typename Io>
void list_members(Io& io, const ProjectRenamed*) {
    io("name", &ProjectRenamed::name);
}

template <typename Io>
void list_members(Io& io, const ProjectStatusChanged*) {
    io("status", &ProjectStatusChanged::status);
}

template <typename Io>
void list_members(Io& io, const ProjectArchived*) {
    io("id", &ProjectArchived::id);
}

template <typename Io>
void list_members(Io& io, const ProjectReopened*) {
    io("id", &ProjectReopened::id);
}

template <typename Io>
void list_members(Io& io, const MessageAdded*) {
    io("message", &MessageAdded::message);
}

template <typename Io>
void list_members(Io& io, const DecisionRecorded*) {
    io("decision", &DecisionRecorded::decision);
}

template <typename Io>
void list_members(Io& io, const TaskCompleted*) {
    io("task", &TaskCompleted::task_id)("completed_via", &TaskCompleted::via);
    io("message", &TaskCompleted::message)("confidence", &TaskCompleted::confidence);
    io("note", &TaskCompleted::note);
}

template <typename Io>
void list_members(Io& io, const TaskReopened*) {
    io("task", &TaskReopened::task_id);
}

template <typename Io>
void list_members(Io& io, const TaskSkipped*) {
    io("task", &TaskSkipped::task_id)("reason", &TaskSkipped::reason);
}

template <typename Io>
void list_members(Io& io, const TaskRestored*) {
    io("task", &TaskRestored::task_id);
}

template <typename Io>
void list_members(Io& io, const TaskEstimated*) {
    io("task", &TaskEstimated::task_id)("hours", &TaskEstimated::hours);
}

template <typename Io>
void list_members(Io& io, const TaskAdded*) {
    io("task", &TaskAdded::task);
}

template <typename Io>
void list_members(Io& io, const TaskEdited*) {
    io("task", &TaskEdited::task);
}

template <typename Io>
void list_members(Io& io, const TaskRemoved*) {
    io("task", &TaskRemoved::task_id);
}

template <typename Io>
void list_members(Io& io, const TaskMoved*) {
    io("task", &TaskMoved::task_id)("before", &TaskMoved::before);
}

template <typename Io>
void list_members(Io& io, const PlanChangeNoted*) {
    io("message", &PlanChangeNoted::message)("words", &PlanChangeNoted::words);
    io("confidence", &PlanChangeNoted::confidence);
}

template <typename Io>
void list_members(Io& io, const SuggestionMade*) {
    io("suggestion", &SuggestionMade::suggestion);
}

template <typename Io>
void list_members(Io& io, const SuggestionResolved*) {
    io("id", &SuggestionResolved::id)("state", &SuggestionResolved::state);
}

template <typename Io>
void list_members(Io& io, const DocumentSaved*) {
    io("id", &DocumentSaved::id)("kind", &DocumentSaved::kind)("title", &DocumentSaved::title);
    io("task", &DocumentSaved::task_id)("markdown", &DocumentSaved::markdown);
    io("author", &DocumentSaved::author)("under", &DocumentSaved::under);
    io("message", &DocumentSaved::message);
}

template <typename Io>
void list_members(Io& io, const DocumentAccepted*) {
    io("id", &DocumentAccepted::id)("under", &DocumentAccepted::under);
}

template <typename Io>
void list_members(Io&, const SessionResumed*) {}

template <typename Io>
void list_members(Io&, const SessionPaused*) {}

template <typename Io>
void list_members(Io& io, const MilestoneReached*) {
    io("milestone", &MilestoneReached::milestone);
}

template <typename Io>
void list_members(Io& io, const SettingsChanged*) {
    io("settings", &SettingsChanged::settings);
}

template <typename Io>
void list_members(Io& io, const BatchUndone*) {
    io("batch", &BatchUndone::batch);
}

template <typename Io>
void list_members(Io& io, const BatchRedone*) {
    io("batch", &BatchRedone::batch);
}

template <typename Io>
void list_members(Io& io, const AssumptionChanged*) {
    io("key", &AssumptionChanged::key)("value", &AssumptionChanged::value);
    io("on", &AssumptionChanged::on);
}

template <typename Io>
void list_members(Io& io, const MessagesSetAside*) {
    io("from", &MessagesSetAside::from);
}

template <typename Io>
void list_members(Io& io, const MessageShown*) {
    io("id", &MessageShown::id);
}

template <typename Io>
void list_members(Io& io, const MessagePinned*) {
    io("id", &MessagePinned::id);
}

template <typename Io>
void list_members(Io& io, const MessageUnpinned*) {
    io("id", &MessageUnpinned::id);
}

template <typename Io>
void list_members(Io& io, const MessageSent*) {
    io("id", &MessageSent::id);
}

template <typename Io>
void list_members(Io& io, const MessageWithdrawn*) {
    io("id", &MessageWithdrawn::id);
}

template <typename Io>
void list_members(Io& io, const CaseFigure*) {
    io("key", &CaseFigure::key)("value", &CaseFigure::value);
}

template <typename Io>
void list_members(Io& io, const SavedCase*) {
    io("name", &SavedCase::name)("figures", &SavedCase::figures);
}

template <typename Io>
void list_members(Io&, const TourSeen*) {}

template <typename Io>
void list_members(Io& io, const CaseSaved*) {
    io("case", &CaseSaved::saved);
}

template <typename Io>
void list_members(Io& io, const CaseRemoved*) {
    io("name", &CaseRemoved::name);
}

template <typename Io>
void list_members(Io& io, const CaseRenamed*) {
    io("from", &CaseRenamed::from)("to", &CaseRenamed::to);
}

}  // namespace atrium::domain
