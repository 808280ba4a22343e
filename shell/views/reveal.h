// Lets a streamed answer appear at a steady pace: the network delivers in bursts, the eye wants a
// flow. Each burst is spread over a moment, and the text shown is never further behind than that.
//
//     Reveal reveal;
//     reveal.restart();
//     live.set_text(reveal.advance(text, seconds_passed));
//     if (reveal.behind(text)) ask_for_another_frame();
#pragma once

#include <cstddef>
#include <string_view>

namespace atrium::shell {

class Reveal {
 public:
    // The slowest a burst may be: what has come is shown whole after this many seconds.
    static constexpr float kCatchUpSeconds = 0.4f;

    // Another answer begins: nothing of it has been shown.
    void restart() { *this = Reveal{}; }

    // The part of `text` to show after so many more seconds; `text` may only have grown since the
    // last call. Ends at a whole character and not inside markup that is still open.
    [[nodiscard]] std::string_view advance(std::string_view text, float seconds);

    // The answer has ended and all of it is shown.
    std::string_view finish(std::string_view text);

    [[nodiscard]] bool behind(std::string_view text) const { return shown_bytes() < text.size(); }

 private:
    std::size_t shown_bytes() const { return static_cast<std::size_t>(shown_); }

    double shown_ = 0;  // bytes
    double pace_ = 0;   // bytes a second
    std::size_t known_ = 0;
};

// Where to cut unfinished Markdown at or before `end` so that no half of a mark shows: not inside a
// character, an open "**", a link's address, or a table's line. Does not wait for a mark that has
// been open for long.
[[nodiscard]] std::size_t readable_end(std::string_view text, std::size_t end);

}  // namespace atrium::shell
