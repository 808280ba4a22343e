// The rest of the outside: clock, clipboard, files, links. Implemented by web/ and, for tests and the
// terminal, natively.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace atrium::shell {

class PlatformPort {
 public:
    virtual ~PlatformPort() = default;

    // Unix time in milliseconds, UTC.
    virtual std::int64_t now_millis() = 0;

    // Minutes to add to UTC for the person's local time.
    virtual int utc_offset_minutes() = 0;

    // The person's language as the browser says it, "de-CH", with the clock they use where that is
    // known, "en-US-u-hc-h12"; empty where neither is. The same in the whole run.
    virtual std::string language() = 0;

    // Puts plain text on the clipboard. The answer arrives in the Inbox as ClipboardAnswered.
    virtual void copy_text(std::string_view text) = 0;

    // Opens an http, https or mailto address in a new tab; anything else is ignored.
    virtual void open_link(std::string_view url) = 0;

    // Offers a file to the person for saving.
    virtual void save_file(std::string_view name,
                           std::string_view media_type,
                           std::string_view bytes) = 0;

    // Asks the person for a file. The answer arrives in the Inbox as FileChosen; nothing arrives
    // when they cancel.
    virtual void choose_file(std::string_view accept) = 0;

    // Tells the page which theme is shown ("dark", "light", "contrast"), for browser chrome and fields.
    virtual void theme_changed(std::string_view theme) = 0;

    // Takes over writing from another tab of the same workspace.
    virtual void take_over_writing() = 0;

    // Keeps an access token for the proxy and asks the proxy with it; the answer is ProxyAnswered.
    virtual void sign_in(std::string_view token) = 0;

    // Asks the proxy about itself again; the answer is ProxyAnswered.
    virtual void ask_proxy() = 0;

    // Keeps, in this browser and not with the work, that the proxy was last seen with Claude, or
    // without. Where it cannot be kept, the next visit starts like the first.
    virtual void remember_claude(bool was_there) = 0;

    // What was kept; false on a first visit.
    virtual bool claude_was_there() = 0;

    // Keeps, in this browser, when the person was last there, in milliseconds as now_millis() gives
    // them; 0 forgets it. It is written before the call returns, also while the page is being left.
    // Where it cannot be kept, the last thing that was recorded stands for it.
    virtual void remember_seen(std::int64_t at) = 0;

    // What was kept; 0: nothing.
    virtual std::int64_t last_seen() = 0;

    // Asks the proxy what everybody used from that day ("2026-11-22") until today, by day; it answers
    // an administrator only. The answer is UsageAnswered.
    virtual void ask_usage(std::string_view from_day) = 0;

    // Loads the page anew, to start the version that an update brought.
    virtual void reload() = 0;
};

}  // namespace atrium::shell
