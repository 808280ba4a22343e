#include "core/domain/guide/voice.h"

#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/domain/guide/words.h"
#include "embedded_assets.h"

namespace atrium::domain::guide {
namespace {

using nlohmann::json;

struct Register {
    std::vector<std::string> words;
    Facts phrases;
};

const std::vector<Register>& registers() {
    static const std::vector<Register> kRegisters = [] {
        std::vector<Register> list;
        const json document = json::parse(assets::voices_json, nullptr, false);
        for (const json& entry : document["registers"]) {
            Register one{entry["words"].get<std::vector<std::string>>(), {}};
            for (const auto& [name, phrase] : entry["phrases"].items()) {
                one.phrases[name] = phrase.get<std::string>();
            }
            list.push_back(std::move(one));
        }
        return list;
    }();
    return kRegisters;
}

const Register& register_of(std::string_view voice) {
    const std::string said = " " + plain(voice) + " ";
    const Register* best = &registers().back();
    std::size_t first = said.npos;
    for (const Register& one : registers()) {
        for (const std::string& word : one.words) {
            const std::size_t at = said.find(" " + word + " ");
            if (at < first) {
                first = at;
                best = &one;
            }
        }
    }
    return *best;
}

}  // namespace

Facts voice_facts(std::string_view voice, const Facts& facts) {
    Facts result;
    for (const auto& [name, text] : register_of(voice).phrases) {
        result[name] = filled(text, facts);
    }
    return result;
}

}  // namespace atrium::domain::guide
