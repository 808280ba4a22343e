// Labelled chat messages (cases/*.jsonl) and how well the detector does on them, by the rules that
// judge it elsewhere: a decision is found where its category is, at a confidence of 0.60 or more;
// a slot is right where the label's value is given; a wrong automatic record is a finding at 0.85
// or more that the label does not have.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace atrium::domain {

struct Score {
    int items = 0;
    int decisions_right = 0;
    int decisions_false = 0;
    int decisions_missed = 0;
    int tasks_right = 0;
    int tasks_false = 0;
    int tasks_missed = 0;
    int slots_right = 0;
    int slots_stated = 0;
    int automatic = 0;
    int automatic_wrong = 0;
    std::vector<std::pair<double, bool>> findings;  // how sure each was, and whether it was right
    std::vector<std::string> mistakes;  // one line each: the message and what was wrong with it

    [[nodiscard]] double decision_f1() const;
    [[nodiscard]] double task_f1() const;
    [[nodiscard]] double slot_share() const;
    [[nodiscard]] double automatic_wrong_share() const;
};

// Of the findings said at a confidence in [from, to) the share that was right; 1 where there is none.
[[nodiscard]] double share_right(const std::vector<std::pair<double, bool>>& findings,
                                 double from,
                                 double to);

// Runs the detector over a file of tests/core/detector/cases, dates counted from 2026-11-22.
[[nodiscard]] Score score_of_file(const std::string& name);

}  // namespace atrium::domain
