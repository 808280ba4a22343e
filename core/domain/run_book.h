// The 30 days after opening: what to do on which day, and four gates (days 3, 7, 14 and 30) with
// what to look at, when it is passed, and what to do otherwise. The texts are assets/run_book.json,
// the marks are figures of the market, the numbers in the sentences are this creator's.
//
//     for (const RunBookStep& step : run_book(forecast, workspace, project)) show(step);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/forecast.h"

namespace atrium::domain {

// At or above pass: go on. Below fail: stop and repair. Between them: one repair.
struct Gate {
    std::string measure;
    std::string pass_id;  // figures of the market, in percent
    std::string fail_id;
    Figure pass;
    Figure fail;
    std::string look_at;
    std::string on_pass;
    std::string on_middle;
    std::string on_fail;

    bool operator==(const Gate&) const = default;
};

struct RunBookStep {
    std::string id;
    int day = 0;               // after opening day, which is 0
    std::optional<Date> date;  // none without an opening day
    int minutes = 0;           // our estimate
    std::string title;
    std::string text;
    std::optional<Gate> gate;

    bool operator==(const RunBookStep&) const = default;
};

// The steps as written, with placeholders. "run-book-invalid" and a sentence about the first thing
// wrong: a missing text, days that fall, marks that the market does not know.
[[nodiscard]] Result<std::vector<RunBookStep>> run_book_from_json(std::string_view json,
                                                                  const Market& market);

// The embedded steps with this creator's numbers and dates, in the order of their days.
[[nodiscard]] std::vector<RunBookStep> run_book(const Forecast& forecast,
                                                const CreatorProfile& profile,
                                                const Project& project);

// "At least 70%: … Below 45%: … Between: …", one sentence a line.
[[nodiscard]] std::string gate_text(const Gate& gate);

}  // namespace atrium::domain
