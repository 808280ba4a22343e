#include "core/domain/places.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/domain/json_fields.h"
#include "embedded_assets.h"

namespace atrium::domain {

const std::vector<Country>& countries() {
    static const std::vector<Country> all = [] {
        const auto json = nlohmann::json::parse(assets::places_json, nullptr, false);
        std::string problem;
        JsonFields file(json, "the list of countries", problem);
        std::vector<Country> list;
        for (const auto& entry : file.require_list("countries")) {
            Country country;
            JsonFields fields(entry, "a country", problem);
            fields.require("code", country.code);
            fields.require("name", country.name);
            fields.require("currency", country.currency);
            fields.read("article", country.article);
            list.push_back(std::move(country));
        }
        return list;
    }();
    return all;
}

const Country* find_country(std::string_view code) {
    const auto found = std::find_if(
        countries().begin(), countries().end(), [&](const Country& c) { return c.code == code; });
    return found == countries().end() ? nullptr : &*found;
}

std::string country_name(std::string_view code) {
    const Country* country = find_country(code);
    return country ? country->name : std::string(code);
}

std::string country_in_sentence(std::string_view code) {
    const Country* country = find_country(code);
    return (country != nullptr && country->article ? "the " : "") + country_name(code);
}

}  // namespace atrium::domain
