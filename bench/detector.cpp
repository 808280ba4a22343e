// Microseconds of processor time that the detector takes for one message: the labelled sample of its
// tests, over and over, in one thread. Build with optimisation; the first message, which reads the
// phrase data, is reported on its own.
#include "core/domain/detector/detector.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

using atrium::domain::Date;
using atrium::domain::Speaker;

struct Message {
    std::string text;
    Speaker speaker = Speaker::User;
};

std::vector<Message> sample_messages() {
    std::vector<Message> messages;
    std::ifstream file(ATRIUM_SOURCE_DIR "/tests/core/detector/cases/sample.jsonl");
    for (std::string line; std::getline(file, line);) {
        const nlohmann::json item = nlohmann::json::parse(line, nullptr, false);
        if (item.is_object()) {
            messages.push_back(
                {item.value("text", ""),
                 item.value("role", "") == "user" ? Speaker::User : Speaker::Assistant});
        }
    }
    return messages;
}

// The microseconds that `messages` take together; `found` keeps the work from being optimised away.
double micros(const std::vector<Message>& messages, Date today, std::size_t& found) {
    const std::clock_t start = std::clock();
    for (const Message& message : messages) {
        const atrium::domain::Detection detection =
            atrium::domain::detect(message.text, message.speaker, today);
        found += detection.decisions.size() + detection.tasks.size();
    }
    return static_cast<double>(std::clock() - start) * 1e6 / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
    constexpr std::size_t kRounds = 200;
    const std::vector<Message> messages = sample_messages();
    if (messages.empty()) {
        std::puts("no messages: is the source tree complete?");
        return 1;
    }
    const Date today = atrium::domain::date_from_civil(2026, 11, 22);
    std::size_t found = 0;
    const double first = micros({messages.front()}, today, found);
    std::vector<double> rounds;
    for (std::size_t i = 0; i < kRounds; ++i) {
        rounds.push_back(micros(messages, today, found) / static_cast<double>(messages.size()));
    }
    std::sort(rounds.begin(), rounds.end());
    std::printf("first message (reads the phrase data): %.1f ms\n", first / 1000.0);
    std::printf("a message: median %.1f us, p95 %.1f us (target 50), %zu findings\n",
                rounds[kRounds / 2],
                rounds[kRounds * 95 / 100],
                found);
    return 0;
}
