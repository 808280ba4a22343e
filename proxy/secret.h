// A text that must never be seen: the key to Claude, a token. It has no operator<<, no conversion
// and no JSON; whoever really needs the text asks for it by name, and that call is easy to search.
#pragma once

#include <string>
#include <utility>

namespace atrium::proxy {

class Secret {
 public:
    Secret() = default;

    explicit Secret(std::string text) : text_(std::move(text)) {}

    ~Secret() { wipe(); }

    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;

    [[nodiscard]] bool empty() const { return text_.empty(); }

    // For the one header or hash that needs it; never for a log, an error or an answer.
    [[nodiscard]] const std::string& reveal() const { return text_; }

 private:
    // Leaves nothing in freed memory; volatile, or the compiler would drop the writes.
    void wipe() {
        volatile char* bytes = text_.data();
        for (std::size_t i = 0; i < text_.size(); ++i) {
            bytes[i] = 0;
        }
    }

    std::string text_;
};

}  // namespace atrium::proxy
