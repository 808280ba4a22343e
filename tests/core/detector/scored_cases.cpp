#include "tests/core/detector/scored_cases.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/domain/detector/detector.h"

namespace atrium::domain {
namespace {

using nlohmann::json;

constexpr double kFound = 0.60;
constexpr double kAutomatic = 0.85;

double f1(int right, int wrong, int missed) {
    const int sum = 2 * right + wrong + missed;
    return sum == 0 ? 1.0 : 2.0 * right / sum;
}

double share(int part, int whole, double of_nothing) {
    return whole == 0 ? of_nothing : static_cast<double>(part) / whole;
}

std::vector<double> amounts(const json& tiers) {
    std::vector<double> sorted;
    for (const json& tier : tiers) {
        sorted.push_back(tier.value("amount", -1.0));
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

bool is_same(const json& wanted, const json& got) {
    return wanted.is_array() && got.is_array() ? amounts(wanted) == amounts(got) : wanted == got;
}

class Scorer {
 public:
    void judge(const json& item) {
        const auto text = item["text"].get<std::string>();
        const Speaker speaker = item["role"] == "user" ? Speaker::User : Speaker::Assistant;
        const Detection found = detect(text, speaker, *date_from_iso("2026-11-22"));
        line_ = item["id"].get<std::string>() + " " + text.substr(0, 120);
        ++score_.items;
        judge_decisions(item["decisions"], found.decisions);
        judge_tasks(item["tasks"], found.tasks);
    }

    Score take() { return std::move(score_); }

 private:
    void judge_decisions(const json& labels, const std::vector<DetectedDecision>& found) {
        std::map<std::string, json> wanted;
        for (const json& label : labels) {
            wanted[label["category"].get<std::string>()] = label["slots"];
        }
        std::set<std::string> seen;
        for (const DetectedDecision& decision : found) {
            const std::string category = category_id(category_of(decision.slots));
            const bool labelled = wanted.count(category) > 0;
            count_automatic(decision.confidence, labelled);
            if (decision.confidence < kFound) {
                continue;
            }
            seen.insert(category);
            (labelled ? score_.decisions_right : score_.decisions_false) += 1;
            if (!labelled) {
                note("false " + category + " " + slots_json(decision.slots));
            } else {
                judge_slots(category, wanted[category], json::parse(slots_json(decision.slots)));
            }
        }
        for (const auto& [category, slots] : wanted) {
            if (seen.count(category) == 0) {
                ++score_.decisions_missed;
                note("missed " + category + " " + slots.dump());
            }
        }
    }

    void judge_slots(const std::string& category, const json& wanted, const json& got) {
        for (const auto& [slot, value] : wanted.items()) {
            const bool right = got.contains(slot) && is_same(value, got[slot]);
            ++score_.slots_stated;
            score_.slots_right += right ? 1 : 0;
            if (!right) {
                note(category + "." + slot + " is not " + value.dump() + " in " + got.dump());
            }
        }
    }

    void judge_tasks(const json& labels, const std::vector<DetectedTask>& found) {
        std::set<std::string> missing = labels.get<std::set<std::string>>();
        const std::set<std::string> wanted = missing;
        for (const DetectedTask& task : found) {
            const bool labelled = wanted.count(task.task_id) > 0;
            count_automatic(task.confidence, labelled);
            if (task.confidence < kFound) {
                continue;
            }
            missing.erase(task.task_id);
            (labelled ? score_.tasks_right : score_.tasks_false) += 1;
            if (!labelled) {
                note("false task " + task.task_id);
            }
        }
        score_.tasks_missed += static_cast<int>(missing.size());
        for (const std::string& task : missing) {
            note("missed task " + task);
        }
    }

    void count_automatic(double confidence, bool labelled) {
        score_.findings.emplace_back(confidence, labelled);
        score_.automatic += confidence >= kAutomatic ? 1 : 0;
        score_.automatic_wrong += confidence >= kAutomatic && !labelled ? 1 : 0;
    }

    void note(const std::string& mistake) { score_.mistakes.push_back(line_ + " | " + mistake); }

    Score score_;
    std::string line_;
};

}  // namespace

double Score::decision_f1() const {
    return f1(decisions_right, decisions_false, decisions_missed);
}

double Score::task_f1() const {
    return f1(tasks_right, tasks_false, tasks_missed);
}

double Score::slot_share() const {
    return share(slots_right, slots_stated, 1.0);
}

double Score::automatic_wrong_share() const {
    return share(automatic_wrong, automatic, 0.0);
}

double share_right(const std::vector<std::pair<double, bool>>& findings, double from, double to) {
    int right = 0;
    int all = 0;
    for (const auto& [confidence, is_right] : findings) {
        const bool inside = confidence >= from && confidence < to;
        all += inside ? 1 : 0;
        right += inside && is_right ? 1 : 0;
    }
    return share(right, all, 1.0);
}

Score score_of_file(const std::string& name) {
    std::ifstream file(std::string(ATRIUM_SOURCE_DIR) + "/tests/core/detector/cases/" + name);
    Scorer scorer;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) {
            scorer.judge(json::parse(line));
        }
    }
    return scorer.take();
}

}  // namespace atrium::domain
