#include <string>

#include <doctest/doctest.h>

#include "tests/core/detector/scored_cases.h"

using namespace atrium::domain;

namespace {

std::string listed(const Score& score) {
    std::string text;
    for (const std::string& mistake : score.mistakes) {
        text += "\n  " + mistake;
    }
    return text;
}

}  // namespace

TEST_CASE("detector: labelled messages are judged as their labels say") {
    for (const char* name : {"sample.jsonl",
                             "round_a.jsonl",
                             "round_b.jsonl",
                             "round_c.jsonl",
                             "round_d.jsonl",
                             "round_e.jsonl",
                             "round_f.jsonl"}) {
        const Score score = score_of_file(name);
        CAPTURE(name);
        INFO("mistakes:", listed(score));
        CHECK(score.items >= 80);
        CHECK(score.decision_f1() >= 0.95);
        CHECK(score.task_f1() >= 0.94);
        CHECK(score.slot_share() >= 0.95);
        CHECK(score.automatic_wrong_share() <= 0.025);
    }
}

TEST_CASE("detector: on the given sample nothing is recorded wrongly without asking") {
    const Score score = score_of_file("sample.jsonl");
    CHECK(score.automatic > 0);
    CHECK(score.automatic_wrong == 0);
}

TEST_CASE("detector: what was once got wrong stays right") {
    const Score score = score_of_file("regressions.jsonl");
    INFO("mistakes:", listed(score));
    CHECK(score.items > 0);
    CHECK(score.mistakes.empty());
}
