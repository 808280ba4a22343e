#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/json_fields.h"
#include "core/domain/profile.h"
#include "embedded_assets.h"

namespace atrium::domain {

namespace {

using nlohmann::json;

Error invalid(const std::string& problem) {
    return Error{"profile-invalid", "This profile cannot be read. " + problem, ""};
}

// Reads the id of an enumeration, keeping the value where it is missing.
template <typename Enum, typename FromId>
void read_id(JsonFields& fields, const char* name, FromId from_id, Enum& into) {
    std::string id;
    fields.read(name, id);
    if (!fields.find(name)) {
        return;
    }
    if (const auto value = from_id(id)) {
        into = *value;
    } else {
        fields.fail(name, "has a value that is not known here");
    }
}

void read_date(JsonFields& fields, const char* name, Date& into) {
    std::string text;
    fields.require(name, text);
    if (const auto date = date_from_iso(text)) {
        into = *date;
    } else {
        fields.fail(name, "is not a day written as 2027-01-15");
    }
}

void read_absences(JsonFields& fields, std::string& problem, std::vector<Absence>& into) {
    if (!fields.find("away")) {
        return;
    }
    std::vector<Absence> away;
    for (const json& entry : fields.require_list("away")) {
        Absence absence;
        JsonFields days(entry, "an absence", problem);
        read_date(days, "first", absence.first);
        read_date(days, "last", absence.last);
        away.push_back(absence);
    }
    into = std::move(away);
}

}  // namespace

std::string profile_json(const CreatorProfile& profile) {
    json away = json::array();
    for (const Absence& absence : profile.away) {
        away.push_back(
            {{"first", iso_from_date(absence.first)}, {"last", iso_from_date(absence.last)}});
    }
    json object = {
        {"name", profile.name},
        {"community_name", profile.community_name},
        {"primary_platform", platform_id(profile.primary_platform)},
        {"handle", profile.handle},
        {"followers", profile.followers},
        {"engaged_source", engaged_source_id(profile.engaged_source)},
        {"engaged_audience", profile.engaged_audience},
        {"niche", profile.niche},
        {"country", profile.country},
        {"currency", profile.currency},
        {"ages", profile.ages},
        {"top_countries", profile.top_countries},
        {"signals", profile.signals},
        {"voice", profile.voice},
        {"other_income", profile.other_income},
        {"hours_per_week", profile.hours_per_week},
        {"monthly_target", profile.monthly_target},
        {"experience", experience_id(profile.experience)},
        {"away", std::move(away)},
    };
    if (profile.engagement_rate_percent) {
        object["engagement_rate_percent"] = *profile.engagement_rate_percent;
    }
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<CreatorProfile> profile_from_json(std::string_view text) {
    const json object = json::parse(text, nullptr, false);
    std::string problem;
    JsonFields fields(object, "the profile", problem);
    CreatorProfile profile;
    fields.read("name", profile.name);
    fields.read("community_name", profile.community_name);
    read_id(fields, "primary_platform", audience_platform_from_id, profile.primary_platform);
    fields.read("handle", profile.handle);
    fields.read("followers", profile.followers);
    fields.read("engagement_rate_percent", profile.engagement_rate_percent);
    profile.engaged_source = usual_engaged_source(profile.primary_platform);
    read_id(fields, "engaged_source", engaged_source_from_id, profile.engaged_source);
    fields.read("engaged_audience", profile.engaged_audience);
    fields.read("niche", profile.niche);
    fields.read("country", profile.country);
    fields.read("currency", profile.currency);
    fields.read("ages", profile.ages);
    fields.read("top_countries", profile.top_countries);
    fields.read("signals", profile.signals);
    fields.read("voice", profile.voice);
    fields.read("other_income", profile.other_income);
    fields.read("hours_per_week", profile.hours_per_week);
    fields.read("monthly_target", profile.monthly_target);
    read_id(fields, "experience", experience_from_id, profile.experience);
    read_absences(fields, problem, profile.away);
    if (!problem.empty()) {
        return invalid(problem);
    }
    return profile;
}

CreatorProfile demo_profile(Date today) {
    const Result<CreatorProfile> read = profile_from_json(assets::demo_creator_json);
    CreatorProfile demo = read ? read.value() : CreatorProfile{};
    for (Absence& absence : demo.away) {
        Civil first = civil_from_date(absence.first);
        Civil last = civil_from_date(absence.last);
        while (date_from_civil(last.year, last.month, last.day) < today) {
            ++first.year;
            ++last.year;
        }
        absence.first = date_from_civil(first.year, first.month, first.day);
        absence.last = date_from_civil(last.year, last.month, last.day);
    }
    return demo;
}

}  // namespace atrium::domain
