#include "shell/views/setup_draft.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/domain/number_text.h"
#include "core/protocol/ascii.h"
#include "shell/views/typed_number.h"

namespace atrium::shell {
namespace {

constexpr std::array<std::string_view, 9> kYouFields = {"name",
                                                        "community_name",
                                                        "primary_platform",
                                                        "handle",
                                                        "niche",
                                                        "country",
                                                        "currency",
                                                        "ages",
                                                        "top_countries"};
constexpr std::array<std::string_view, 2> kVoiceFields = {"voice", "other_income"};
constexpr std::size_t kMostSignals = 12;
constexpr std::size_t kMostAbsences = 12;

// "48,200", "48.200", "48 200", "48.2k", "2.1m": a count as people write it. It has no fraction, so
// that a sign before three digits groups them in every format.
std::optional<double> count_from(std::string_view typed, domain::Formats formats) {
    std::string text(ascii::trimmed(typed));
    const char last = text.empty() ? ' ' : text.back();
    const double factor = last == 'k' || last == 'K'   ? 1'000
                          : last == 'm' || last == 'M' ? 1'000'000
                                                       : 1;
    if (factor > 1) {
        text.pop_back();
    }
    formats.decimal = "";
    const std::optional<double> value = typed_number(text, formats);
    return value ? std::optional(*value * factor) : std::nullopt;
}

void read_count(const SetupDraft& draft, const char* name, std::int64_t& value) {
    const auto typed = draft.texts.find(name);
    if (typed != draft.texts.end()) {
        // What is cleared is not given any more.
        const double kept = ascii::is_blank(typed->second) ? 0 : static_cast<double>(value);
        const double count = count_from(typed->second, draft.formats).value_or(kept);
        constexpr double kLargest = 1e15;
        value = static_cast<std::int64_t>(std::llround(std::clamp(count, -kLargest, kLargest)));
    }
}

std::vector<std::string> list_from(const std::string& typed) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= typed.size()) {
        const std::size_t end = std::min(typed.find(',', begin), typed.size());
        const std::string part(ascii::trimmed(std::string_view(typed).substr(begin, end - begin)));
        if (!part.empty()) {
            parts.push_back(part);
        }
        begin = end + 1;
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : ", ") + part;
    }
    return text;
}

void check_number(SetupDraft& draft, const char* name, bool may_be_empty) {
    const std::string& typed = draft.texts[name];
    if (ascii::is_blank(typed) ? !may_be_empty : !count_from(typed, draft.formats)) {
        draft.problems[name] =
            "Please enter a number, such as " + domain::number_text(3'900, draft.formats) + ".";
    }
}

}  // namespace

SetupDraft draft_from_profile(const domain::CreatorProfile& profile,
                              const domain::Formats& formats) {
    SetupDraft draft;
    draft.formats = formats;
    draft.profile = profile;
    const auto show = [&](std::int64_t count) {
        return count == 0 ? std::string() : domain::number_text(count, formats);
    };
    draft.texts["followers"] = show(profile.followers);
    draft.texts["engaged_audience"] = show(profile.engaged_audience);
    draft.texts["monthly_target"] = show(profile.monthly_target);
    draft.texts["top_countries"] = joined(profile.top_countries);
    draft.country_chosen = !profile.country.empty();
    return draft;
}

void read_texts(SetupDraft& draft) {
    read_count(draft, "followers", draft.profile.followers);
    read_count(draft, "engaged_audience", draft.profile.engaged_audience);
    read_count(draft, "monthly_target", draft.profile.monthly_target);
    draft.profile.top_countries = list_from(draft.texts["top_countries"]);
}

SetupStep step_of_field(std::string_view field) {
    const auto is_in = [&](const auto& fields) {
        return std::find(fields.begin(), fields.end(), field) != fields.end();
    };
    return is_in(kYouFields)     ? SetupStep::You
           : is_in(kVoiceFields) ? SetupStep::Voice
                                 : SetupStep::Audience;
}

bool check_step(SetupDraft& draft, SetupStep step) {
    read_texts(draft);
    draft.problems.clear();
    for (const domain::FieldProblem& problem : domain::profile_problems(draft.profile)) {
        if (step_of_field(problem.field) == step) {
            draft.problems[problem.field] = problem.message;
        }
    }
    if (step == SetupStep::Audience) {
        check_number(draft, "followers", true);
        check_number(draft, "engaged_audience", true);
        check_number(draft, "monthly_target", true);
    }
    return draft.problems.empty();
}

bool add_signal(SetupDraft& draft) {
    const std::string signal(ascii::trimmed(draft.texts["new_signal"]));
    std::vector<std::string>& signals = draft.profile.signals;
    draft.problems.erase("signals");
    if (signal.empty()) {
        draft.adding_signal = false;
        return true;
    }
    if (signals.size() >= kMostSignals || signal.size() > 80) {
        draft.problems["signals"] = "Up to 12 of them, each under 80 characters.";
        return false;
    }
    if (std::find(signals.begin(), signals.end(), signal) == signals.end()) {
        signals.push_back(signal);
    }
    draft.texts["new_signal"].clear();
    draft.adding_signal = false;
    return true;
}

bool add_absence(SetupDraft& draft) {
    const auto first = domain::date_from_iso(ascii::trimmed(draft.texts["away_first"]));
    const auto last = domain::date_from_iso(ascii::trimmed(draft.texts["away_last"]));
    draft.problems.erase("away");
    if (!first || !last || *last < *first) {
        draft.problems["away"] = "Give the first and the last day, such as 2026-12-20.";
        return false;
    }
    if (draft.profile.away.size() >= kMostAbsences) {
        draft.problems["away"] = "Up to 12 absences.";
        return false;
    }
    draft.profile.away.push_back({*first, *last});
    std::sort(draft.profile.away.begin(),
              draft.profile.away.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    draft.texts.erase("away_first");
    draft.texts.erase("away_last");
    draft.adding_absence = false;
    return true;
}

}  // namespace atrium::shell
