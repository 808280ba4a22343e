// Everything that crosses from C++ to JavaScript, defined in web/bridge/*.js. The other direction are
// the functions marked EMSCRIPTEN_KEEPALIVE, all named web_on_* or web_frame.
//
// Text and bytes cross as address and length and are copied during the call. 64-bit numbers cross as
// doubles: they count commits and streams and stay small.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// page.js
void web_request_frame();
void web_frames_start();
void web_show_semantics(const char* json, std::size_t length);
void web_focus_node(std::uint32_t id);
void web_announce(const char* text, std::size_t length);
void web_show_cursor(const char* css, std::size_t length);

// journal.js: loads the journal into /data and answers with web_on_journal_loaded.
void web_journal_load(int timeout_millis);

// journal.js: one commit is described call by call and sent by the last one, which is answered with
// web_on_commit.
void web_commit_put(const char* path,
                    std::size_t path_length,
                    const char* bytes,
                    std::size_t length);
void web_commit_remove(const char* path, std::size_t length);
void web_commit_send(double number);
void web_take_over_writing();

// chat.js: answered with web_on_chat_bytes and then one of web_on_chat_ended, web_on_chat_refused.
void web_chat_start(double stream, const char* body, std::size_t length, int silent_seconds);
void web_chat_cancel(double stream);
void web_sign_in(const char* token, std::size_t length);
void web_ask_proxy();
void web_ask_usage(const char* from_day, std::size_t length);

// glyphs.js. metrics: five floats, see js/glyphs.js.
void web_measure_glyph(std::uint32_t code_point, float size, float* metrics);
void web_draw_glyph(
    std::uint32_t code_point, float left, float ascent, int width, int height, unsigned char* rgba);

// platform.js
double web_now_millis();
int web_utc_offset_minutes();
std::size_t web_language(char* tag, std::size_t size);  // returns the bytes written
void web_copy_text(const char* text, std::size_t length);
void web_give_selection(const char* text, std::size_t length);
void web_open_link(const char* url, std::size_t length);
void web_save_file(const char* name,
                   std::size_t name_length,
                   const char* media_type,
                   std::size_t media_type_length,
                   const char* bytes,
                   std::size_t length);
void web_choose_file(const char* accept, std::size_t length);
void web_show_theme(const char* theme, std::size_t length);
void web_reload();
void web_remember_claude(int was_there);
int web_claude_was_there();
void web_remember_seen(double at_millis);
double web_last_seen();
void web_keep_draft(const char* text, std::size_t length);
void web_recall_draft();  // answered with web_on_draft, unless nothing is kept
}
