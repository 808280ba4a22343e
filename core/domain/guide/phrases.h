// What the guide says, as data: assets/guide/phrases.json holds the sentences, a map of facts fills
// their placeholders. Adding a way to say something is adding a line there.
//
//     filled("{name}, {?they ask for {signals}. ?}shall we?", {{"name", "Maya"}});
//     // "Maya, shall we?": a part in {? ?} falls out when a fact in it is missing or empty; a guard
//     // in front, {?on_discord:…?}, makes it depend on a fact that it does not show
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace atrium::domain::guide {

using Facts = std::map<std::string, std::string, std::less<>>;

// A missing fact outside an optional part leaves its placeholder standing, so that tests see it.
[[nodiscard]] std::string filled(std::string_view text, const Facts& facts);

// One of the variants of a phrase: the caller passes a count that goes up with every answer, so the
// same sentence does not come twice in a row. An unknown key gives "". A sentence that lacks a fact is
// left out: no placeholder is ever shown.
[[nodiscard]] std::string phrase(std::string_view key, const Facts& facts, std::size_t variant);

[[nodiscard]] bool has_phrase(std::string_view key);

}  // namespace atrium::domain::guide
