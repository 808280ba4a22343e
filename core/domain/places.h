// Countries by their ISO 3166-1 code, for the setup form and for sentences such as "You are in
// Nigeria". The data is assets/places.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atrium::domain {

struct Country {
    std::string code;      // "NG"
    std::string name;      // "Nigeria"
    bool article = false;  // "the Netherlands"
    std::string currency;  // what the form proposes: "NGN", or "USD" where we keep no rate
};

// In the order of their names.
[[nodiscard]] const std::vector<Country>& countries();

// Null for an unknown code.
[[nodiscard]] const Country* find_country(std::string_view code);

// As it stands in a sentence: "the United Kingdom", "Nigeria".
[[nodiscard]] std::string country_in_sentence(std::string_view code);

// The country's name, or the code itself where it is unknown.
[[nodiscard]] std::string country_name(std::string_view code);

}  // namespace atrium::domain
