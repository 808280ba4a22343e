// Who the creator is: the answers of the setup form, on which readiness, prices, dates and the tone
// of every draft depend. Plain values; what is wrong with them is said per field, in sentences.
//
//     CreatorProfile maya = ...;
//     for (const FieldProblem& problem : profile_problems(maya)) show(problem.field, problem.message);
//     engaged_word(maya.engaged_source);                     // "newsletter readers"
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/date.h"
#include "core/protocol/result.h"

namespace atrium::domain {

enum class AudiencePlatform {
    Youtube,
    Instagram,
    Tiktok,
    Twitch,
    Podcast,
    Newsletter,
    X,
    Linkedin,
    Other,
};

inline constexpr std::array<AudiencePlatform, 9> kAudiencePlatforms = {
    AudiencePlatform::Youtube,
    AudiencePlatform::Instagram,
    AudiencePlatform::Tiktok,
    AudiencePlatform::Twitch,
    AudiencePlatform::Podcast,
    AudiencePlatform::Newsletter,
    AudiencePlatform::X,
    AudiencePlatform::Linkedin,
    AudiencePlatform::Other,
};

// What the engaged audience counts. It need not be on the primary platform: a YouTuber with a
// newsletter counts its readers, because they are the people who can be asked to join.
enum class EngagedSource { Readers, Viewers, Listeners, FreeMembers, Responders };

inline constexpr std::array<EngagedSource, 5> kEngagedSources = {
    EngagedSource::Readers,
    EngagedSource::Viewers,
    EngagedSource::Listeners,
    EngagedSource::FreeMembers,
    EngagedSource::Responders,
};

// What the creator has sold before: nothing, single things (a workshop, a course), or something
// that people paid for again and again (a subscription, coaching).
enum class OfferExperience { None, OneOff, Recurring };

inline constexpr std::array<OfferExperience, 3> kOfferExperiences = {
    OfferExperience::None,
    OfferExperience::OneOff,
    OfferExperience::Recurring,
};

// Days on which nothing is planned, first and last included.
struct Absence {
    Date first;
    Date last;

    bool operator==(const Absence&) const = default;
};

struct CreatorProfile {
    std::string name;
    std::string community_name;  // may be empty: the guide proposes one
    AudiencePlatform primary_platform = AudiencePlatform::Youtube;
    std::string handle;
    std::int64_t followers = 0;
    std::optional<double> engagement_rate_percent;
    EngagedSource engaged_source = EngagedSource::Viewers;
    std::int64_t engaged_audience = 0;  // people who can be asked: list size, average viewers
    std::string niche;
    std::string country;   // where the creator lives, ISO 3166-1 alpha-2: "US"
    std::string currency;  // of prices and the target, ISO 4217: "USD"
    std::string ages;      // of the audience, in the creator's words; may be empty
    std::vector<std::string> top_countries;
    std::vector<std::string> signals;  // what the audience asks for
    std::string voice;                 // how the creator sounds
    std::string other_income;
    double hours_per_week = 5.0;
    std::int64_t monthly_target = 0;  // whole units of the currency, after fees
    OfferExperience experience = OfferExperience::None;
    std::vector<Absence> away;

    bool operator==(const CreatorProfile&) const = default;
};

// One thing to correct. field is the name of the member ("hours_per_week"); message is a sentence.
struct FieldProblem {
    std::string field;
    std::string message;

    bool operator==(const FieldProblem&) const = default;
};

// Empty when a session can start. In the order of the form, at most one problem for each field.
[[nodiscard]] std::vector<FieldProblem> profile_problems(const CreatorProfile& profile);

// One line of JSON; profile_from_json gives the same profile back.
[[nodiscard]] std::string profile_json(const CreatorProfile& profile);

// Reads the shape, not the sense: a member of the wrong type is an error "profile-invalid" that
// names it, a missing member keeps its default, an unknown one is ignored (a newer version wrote
// it). Ask profile_problems whether the values make sense.
[[nodiscard]] Result<CreatorProfile> profile_from_json(std::string_view json);

// Maya of The Kiln Room, the demo creator of the setup form. She is away the next time that Christmas
// comes after today.
[[nodiscard]] CreatorProfile demo_profile(Date today);

[[nodiscard]] std::string platform_id(AudiencePlatform platform);  // "youtube"

[[nodiscard]] std::optional<AudiencePlatform> audience_platform_from_id(std::string_view id);

[[nodiscard]] std::string platform_label(AudiencePlatform platform);  // "YouTube"

// What followers are called there, plural: "subscribers", "listeners", "followers".
[[nodiscard]] std::string audience_word(AudiencePlatform platform);

// The same as a field's label: "YouTube subscribers". Never the label of an engaged number.
[[nodiscard]] std::string audience_label(AudiencePlatform platform);

[[nodiscard]] std::string engaged_source_id(EngagedSource source);  // "readers"

[[nodiscard]] std::optional<EngagedSource> engaged_source_from_id(std::string_view id);

// The most likely engaged number of a platform: listeners for a podcast, readers for a newsletter.
[[nodiscard]] EngagedSource usual_engaged_source(AudiencePlatform platform);

[[nodiscard]] std::string engaged_word(EngagedSource source);  // "newsletter readers"

[[nodiscard]] std::string engaged_label(EngagedSource source);  // "Newsletter readers"

[[nodiscard]] std::string engaged_short_word(EngagedSource source);  // "readers"

[[nodiscard]] std::string experience_id(OfferExperience experience);  // "one-off"

[[nodiscard]] std::optional<OfferExperience> experience_from_id(std::string_view id);

[[nodiscard]] std::string experience_label(OfferExperience experience);

}  // namespace atrium::domain
