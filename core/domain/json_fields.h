// Reading one JSON object member by member; internal to the files that parse profiles, the template
// and the market figures. The first thing wrong is kept as a sentence, later reads then do nothing,
// so that a parser reads straight on and asks once at its end.
//
//     std::string problem;
//     JsonFields task(json, "task set-price", problem);
//     task.require("title", spec.title);      // "In task set-price, \"title\" is missing or empty."
//     task.read("cost_usd", spec.cost_usd);   // keeps the default when missing
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace atrium::domain {

class JsonFields {
 public:
    // place names the object in sentences; problem outlives the reader and starts empty.
    JsonFields(const nlohmann::json& object, std::string place, std::string& problem);

    // A missing or null member keeps the value; a member of another type is a problem.
    void read(const char* name, std::string& into);
    void read(const char* name, double& into);
    void read(const char* name, int& into);
    void read(const char* name, std::int64_t& into);
    void read(const char* name, bool& into);
    void read(const char* name, std::optional<double>& into);
    void read(const char* name, std::vector<std::string>& into);

    // As read, and a missing member or an empty text is a problem too.
    void require(const char* name, std::string& into);
    void require(const char* name, double& into);
    void require(const char* name, int& into);

    // The members of a list, or of an empty one with a problem noted when there is no such list.
    const nlohmann::json& require_list(const char* name);

    // The member, or null where it is missing.
    const nlohmann::json* find(const char* name) const;

    void fail(const char* name, const std::string& what);

 private:
    template <typename Number>
    void read_integer(const char* name, Number& into);
    bool require_present(const char* name);

    const nlohmann::json& object_;
    std::string place_;
    std::string& problem_;
};

}  // namespace atrium::domain
