// Clock, clipboard, links, files and the page, for the workspace.
#pragma once

#include "shell/ports/platform_port.h"

namespace atrium::web {

class PlatformBrowser : public shell::PlatformPort {
 public:
    std::int64_t now_millis() override;
    int utc_offset_minutes() override;
    std::string language() override;
    void copy_text(std::string_view text) override;
    void open_link(std::string_view url) override;
    void save_file(std::string_view name,
                   std::string_view media_type,
                   std::string_view bytes) override;
    void choose_file(std::string_view accept) override;
    void theme_changed(std::string_view theme) override;
    void take_over_writing() override;
    void sign_in(std::string_view token) override;
    void ask_proxy() override;
    void remember_claude(bool was_there) override;
    bool claude_was_there() override;
    void remember_seen(std::int64_t at) override;
    std::int64_t last_seen() override;
    void ask_usage(std::string_view from_day) override;
    void reload() override;
};

}  // namespace atrium::web
