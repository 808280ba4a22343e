// Reads the day or time that a message names at one token, in each of the ways in which people name
// days: "15 Jan", "the first Monday in February", "in six weeks", "St Patrick's Day", "mid March".
#pragma once

#include <cstdint>
#include <optional>

#include "core/domain/decision.h"
#include "core/domain/detector/reading.h"

namespace atrium::domain::detector {

struct DayRead {
    std::uint32_t end = 0;
    TimelineSlots slots;
    bool needs_context = false;
};

class DayReader {
 public:
    // The reading belongs to the caller and outlives this.
    DayReader(const Reading& reading, Date today) : reading_(reading), today_(today) {}

    [[nodiscard]] std::optional<DayRead> read(std::uint32_t at) const;

 private:
    [[nodiscard]] std::uint32_t size() const {
        return static_cast<std::uint32_t>(reading_.tokens.size());
    }

    // The number that the data gives to a month, a weekday or a relative day.
    [[nodiscard]] static int named_number(const Hit& hit);
    [[nodiscard]] static DayRead day(std::uint32_t end, Date date);
    // The year after a day and month, where one is written: 2027, '27.
    [[nodiscard]] std::optional<int> year_at(std::uint32_t at, std::uint32_t& end) const;
    [[nodiscard]] std::optional<DayRead> figures(std::uint32_t at) const;
    [[nodiscard]] std::optional<DayRead> nth_weekday(std::uint32_t at) const;
    [[nodiscard]] std::optional<int> day_number(std::uint32_t at, std::uint32_t& end) const;
    [[nodiscard]] std::optional<DayRead> on_day(int month, int number, std::uint32_t end) const;
    [[nodiscard]] std::optional<DayRead> day_then_month(std::uint32_t at) const;
    [[nodiscard]] std::optional<DayRead> month_then_day(std::uint32_t at) const;
    [[nodiscard]] std::optional<DayRead> duration(std::uint32_t at) const;
    [[nodiscard]] bool is_time_from_now(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] std::optional<DayRead> named_day(std::uint32_t at) const;
    [[nodiscard]] std::optional<DayRead> weekday_name(std::uint32_t at) const;
    [[nodiscard]] std::optional<DayRead> day_of_month(std::uint32_t at) const;
    [[nodiscard]] std::optional<DayRead> rough(std::uint32_t at) const;

    const Reading& reading_;
    Date today_;
};

}  // namespace atrium::domain::detector
