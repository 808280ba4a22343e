#include "web/platform_browser.h"

#include <array>

#include "web/bridge/bridge.h"

namespace atrium::web {

std::int64_t PlatformBrowser::now_millis() {
    return static_cast<std::int64_t>(web_now_millis());
}

int PlatformBrowser::utc_offset_minutes() {
    return web_utc_offset_minutes();
}

std::string PlatformBrowser::language() {
    constexpr std::size_t kLongestTag = 64;
    std::array<char, kLongestTag> tag{};
    return std::string(tag.data(), web_language(tag.data(), tag.size()));
}

void PlatformBrowser::copy_text(std::string_view text) {
    web_copy_text(text.data(), text.size());
}

void PlatformBrowser::open_link(std::string_view url) {
    web_open_link(url.data(), url.size());
}

void PlatformBrowser::save_file(std::string_view name,
                                std::string_view media_type,
                                std::string_view bytes) {
    web_save_file(
        name.data(), name.size(), media_type.data(), media_type.size(), bytes.data(), bytes.size());
}

void PlatformBrowser::choose_file(std::string_view accept) {
    web_choose_file(accept.data(), accept.size());
}

void PlatformBrowser::theme_changed(std::string_view theme) {
    web_show_theme(theme.data(), theme.size());
}

void PlatformBrowser::take_over_writing() {
    web_take_over_writing();
}

void PlatformBrowser::sign_in(std::string_view token) {
    web_sign_in(token.data(), token.size());
}

void PlatformBrowser::ask_proxy() {
    web_ask_proxy();
}

void PlatformBrowser::remember_claude(bool was_there) {
    web_remember_claude(was_there ? 1 : 0);
}

bool PlatformBrowser::claude_was_there() {
    return web_claude_was_there() != 0;
}

void PlatformBrowser::remember_seen(std::int64_t at) {
    web_remember_seen(static_cast<double>(at));
}

std::int64_t PlatformBrowser::last_seen() {
    return static_cast<std::int64_t>(web_last_seen());
}

void PlatformBrowser::ask_usage(std::string_view from_day) {
    web_ask_usage(from_day.data(), from_day.size());
}

void PlatformBrowser::reload() {
    web_reload();
}

}  // namespace atrium::web
