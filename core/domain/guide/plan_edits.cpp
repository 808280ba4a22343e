#include "core/domain/guide/plan_edits.h"

#include <array>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "embedded_assets.h"

namespace atrium::domain::guide {
namespace {

using nlohmann::json;
using Kind = PlanChange::Kind;

Kind kind_of(const std::string& action) {
    static const std::array<std::pair<std::string_view, Kind>, 5> kKinds = {{
        {"skip", Kind::Skip},
        {"remove", Kind::Remove},
        {"restore", Kind::Restore},
        {"move", Kind::Move},
        {"estimate", Kind::Estimate},
    }};
    for (const auto& [word, kind] : kKinds) {
        if (word == action) {
            return kind;
        }
    }
    return Kind::Skip;
}

std::vector<Pattern> patterns_of(const json& list) {
    std::vector<Pattern> patterns;
    for (const json& source : list) {
        patterns.emplace_back(source.get<std::string>());
    }
    return patterns;
}

PlanEdits read_edits() {
    PlanEdits edits;
    const json document = json::parse(assets::plan_edits_json, nullptr, false);
    edits.never = patterns_of(document["never"]);
    for (const json& entry : document["edits"]) {
        edits.edits.push_back({kind_of(entry["action"].get<std::string>()),
                               entry["confidence"].get<double>(),
                               patterns_of(entry["patterns"])});
    }
    const json& add = document["add"];
    edits.starts = add["starts"].get<std::vector<std::string>>();
    edits.ends = add["ends"].get<std::vector<std::string>>();
    edits.opening_words = add["opening_words"].get<std::vector<std::string>>();
    edits.before_opening = add["before_opening"].get<std::vector<std::string>>();
    edits.after_opening = add["after_opening"].get<std::vector<std::string>>();
    return edits;
}

}  // namespace

const PlanEdits& plan_edits() {
    static const PlanEdits kEdits = read_edits();
    return kEdits;
}

}  // namespace atrium::domain::guide
