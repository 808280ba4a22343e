#include "proxy/clock.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace atrium::proxy {

namespace {

std::string formatted(const std::tm& time, const char* format) {
    std::array<char, 32> buffer{};
    const std::size_t size = std::strftime(buffer.data(), buffer.size(), format, &time);
    return {buffer.data(), size};
}

}  // namespace

std::int64_t now_millis() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

bool knows_time_zone(const std::string& name) {
    const bool plain = !name.empty() && name.front() != '/' && name.find("..") == std::string::npos;
    std::error_code error;
    return name == "UTC" ||
           (plain && std::filesystem::is_regular_file("/usr/share/zoneinfo/" + name, error));
}

bool use_time_zone(const std::string& name) {
    if (!knows_time_zone(name)) {
        return false;
    }
    setenv("TZ", name.c_str(), 1);
    tzset();
    return true;
}

Day day_of(std::int64_t millis) {
    const std::time_t now = static_cast<std::time_t>(millis / 1000);
    std::tm local{};
    localtime_r(&now, &local);
    std::tm midnight{};
    midnight.tm_year = local.tm_year;
    midnight.tm_mon = local.tm_mon;
    midnight.tm_mday = local.tm_mday + 1;
    midnight.tm_isdst = -1;
    const std::time_t next = std::mktime(&midnight);
    return {formatted(local, "%Y-%m-%d"), static_cast<int>(std::max<std::time_t>(1, next - now))};
}

bool is_day(std::string_view text) {
    constexpr std::string_view kForm = "0000-00-00";
    for (std::size_t i = 0; i < text.size() && i < kForm.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kForm[i] == '0' ? !digit : text[i] != '-') {
            return false;
        }
    }
    const auto number = [text](std::size_t at) {
        return (text[at] - '0') * 10 + text[at + 1] - '0';
    };
    return text.size() == kForm.size() && number(5) >= 1 && number(5) <= 12 && number(8) >= 1 &&
           number(8) <= 31;
}

std::string utc_text(std::int64_t millis) {
    const std::time_t seconds = static_cast<std::time_t>(millis / 1000);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    return formatted(utc, "%Y-%m-%dT%H:%M:%SZ");
}

}  // namespace atrium::proxy
