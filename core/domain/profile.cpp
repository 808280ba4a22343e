#include "core/domain/profile.h"

#include <algorithm>

#include "core/domain/places.h"
#include "core/protocol/ascii.h"

namespace atrium::domain {

namespace {

struct PlatformWords {
    std::string_view id;
    std::string_view label;
    std::string_view audience;
    EngagedSource engaged;
};

// In the order of AudiencePlatform.
constexpr std::array<PlatformWords, 9> kPlatformWords = {{
    {"youtube", "YouTube", "subscribers", EngagedSource::Viewers},
    {"instagram", "Instagram", "followers", EngagedSource::Responders},
    {"tiktok", "TikTok", "followers", EngagedSource::Viewers},
    {"twitch", "Twitch", "followers", EngagedSource::Viewers},
    {"podcast", "Podcast", "listeners", EngagedSource::Listeners},
    {"newsletter", "Newsletter", "subscribers", EngagedSource::Readers},
    {"x", "X", "followers", EngagedSource::Responders},
    {"linkedin", "LinkedIn", "followers", EngagedSource::Responders},
    {"other", "Other", "people", EngagedSource::Responders},
}};

struct SourceWords {
    std::string_view id;
    std::string_view phrase;
    std::string_view word;
};

// In the order of EngagedSource.
constexpr std::array<SourceWords, 5> kSourceWords = {{
    {"readers", "newsletter readers", "readers"},
    {"viewers", "average viewers", "viewers"},
    {"listeners", "average listeners", "listeners"},
    {"free-members", "active free members", "free members"},
    {"responders", "people who answer you", "people"},
}};

struct ExperienceWords {
    std::string_view id;
    std::string_view label;
};

// In the order of OfferExperience.
constexpr std::array<ExperienceWords, 3> kExperienceWords = {{
    {"none", "Nothing sold yet"},
    {"one-off", "Single offers, such as workshops or a course"},
    {"recurring", "Something people paid for again and again"},
}};

const PlatformWords& words(AudiencePlatform platform) {
    return kPlatformWords[static_cast<std::size_t>(platform)];
}

const SourceWords& words(EngagedSource source) {
    return kSourceWords[static_cast<std::size_t>(source)];
}

template <typename Enum, typename Table>
std::optional<Enum> from_id(const Table& table, std::string_view id) {
    for (std::size_t index = 0; index < table.size(); ++index) {
        if (table[index].id == id) {
            return static_cast<Enum>(index);
        }
    }
    return std::nullopt;
}

// Characters as a person counts them, near enough: continuation bytes of UTF-8 do not count.
std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

bool is_code(std::string_view text, std::size_t letters) {
    return text.size() == letters &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Problems {
 public:
    void text(const char* field, std::string_view value, std::size_t longest) {
        if (length(value) > longest) {
            add(field, "Please keep this under " + std::to_string(longest) + " characters.");
        }
    }

    void check(bool fine, const char* field, std::string message) {
        if (!fine) {
            add(field, std::move(message));
        }
    }

    std::vector<FieldProblem> take() { return std::move(found_); }

 private:
    void add(const char* field, std::string message) {
        if (found_.empty() || found_.back().field != field) {
            found_.push_back({field, std::move(message)});
        }
    }

    std::vector<FieldProblem> found_;
};

void check_person(const CreatorProfile& profile, Problems& problems) {
    problems.check(!ascii::is_blank(profile.name), "name", "Please say what we may call you.");
    problems.text("name", profile.name, 80);
    problems.text("community_name", profile.community_name, 80);
    problems.text("handle", profile.handle, 100);
    problems.check(!ascii::is_blank(profile.niche), "niche", "Please say what your work is about.");
    problems.text("niche", profile.niche, 160);
    problems.check(find_country(profile.country) != nullptr,
                   "country",
                   "Please choose the country you live in: payouts and taxes depend on it.");
    problems.check(is_code(profile.currency, 3),
                   "currency",
                   "Please choose a currency by its three letters, such as USD or EUR.");
}

void check_audience(const CreatorProfile& profile, Problems& problems) {
    problems.check(profile.followers >= 0 && profile.followers <= 10'000'000'000,
                   "followers",
                   "Please give a number from 0 to 10 billion.");
    const double rate = profile.engagement_rate_percent.value_or(0);
    problems.check(rate >= 0 && rate <= 100,
                   "engagement_rate_percent",
                   "An engagement rate must be between 0 and 100%.");
    problems.check(profile.engaged_audience >= 0 && profile.engaged_audience <= 1'000'000'000,
                   "engaged_audience",
                   "Please give a number from 0 to 1 billion; 0 if you have none yet.");
    problems.text("ages", profile.ages, 80);
    problems.check(std::all_of(profile.top_countries.begin(),
                               profile.top_countries.end(),
                               [](const std::string& code) { return is_code(code, 2); }),
                   "top_countries",
                   "Please give countries by their two letters, such as US, GB, CA.");
    problems.check(profile.signals.size() <= 20,
                   "signals",
                   "Twenty things people ask for are enough; keep the most frequent.");
    for (const std::string& signal : profile.signals) {
        problems.check(
            !ascii::is_blank(signal), "signals", "One of these is empty; please remove it.");
        problems.text("signals", signal, 80);
    }
}

void check_goal(const CreatorProfile& profile, Problems& problems) {
    problems.text("voice", profile.voice, 300);
    problems.text("other_income", profile.other_income, 300);
    problems.check(profile.hours_per_week >= 0.5 && profile.hours_per_week <= 80,
                   "hours_per_week",
                   "Please give between half an hour and 80 hours a week.");
    problems.check(profile.monthly_target >= 1 && profile.monthly_target <= 1'000'000'000,
                   "monthly_target",
                   "Please give the sum you want to keep each month, at least 1.");
    problems.check(profile.away.size() <= 50, "away", "Fifty absences are the most we can plan.");
    for (const Absence& absence : profile.away) {
        problems.check(absence.first <= absence.last,
                       "away",
                       "An absence ends on or after the day it begins.");
        problems.check(absence.last.days - absence.first.days < 366,
                       "away",
                       "An absence may last a year at most; pause the project for a longer one.");
    }
}

}  // namespace

std::vector<FieldProblem> profile_problems(const CreatorProfile& profile) {
    Problems problems;
    check_person(profile, problems);
    check_audience(profile, problems);
    check_goal(profile, problems);
    return problems.take();
}

std::string platform_id(AudiencePlatform platform) {
    return std::string(words(platform).id);
}

std::optional<AudiencePlatform> audience_platform_from_id(std::string_view id) {
    return from_id<AudiencePlatform>(kPlatformWords, id);
}

std::string platform_label(AudiencePlatform platform) {
    return std::string(words(platform).label);
}

std::string audience_word(AudiencePlatform platform) {
    return std::string(words(platform).audience);
}

std::string audience_label(AudiencePlatform platform) {
    return platform == AudiencePlatform::Other
               ? "People who follow you"
               : platform_label(platform) + " " + audience_word(platform);
}

std::string engaged_source_id(EngagedSource source) {
    return std::string(words(source).id);
}

std::optional<EngagedSource> engaged_source_from_id(std::string_view id) {
    return from_id<EngagedSource>(kSourceWords, id);
}

EngagedSource usual_engaged_source(AudiencePlatform platform) {
    return words(platform).engaged;
}

std::string engaged_word(EngagedSource source) {
    return std::string(words(source).phrase);
}

std::string engaged_label(EngagedSource source) {
    std::string label = engaged_word(source);
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

std::string engaged_short_word(EngagedSource source) {
    return std::string(words(source).word);
}

std::string experience_id(OfferExperience experience) {
    return std::string(kExperienceWords[static_cast<std::size_t>(experience)].id);
}

std::optional<OfferExperience> experience_from_id(std::string_view id) {
    return from_id<OfferExperience>(kExperienceWords, id);
}

std::string experience_label(OfferExperience experience) {
    return std::string(kExperienceWords[static_cast<std::size_t>(experience)].label);
}

}  // namespace atrium::domain
