// The program in the page. js/boot.js loads it, gives it fonts and size, and opens the workspace;
// from then on frames are drawn when something asks for one.
#include <string>
#include <utility>

#include <emscripten.h>

#include "core/domain/guide/guide_warm_up.h"
#include "web/proxy_answer.h"
#include "web/storage_idbfs.h"
#include "web/workspace_host.h"

using atrium::web::host;

extern "C" {

EMSCRIPTEN_KEEPALIVE double web_frame(double now_seconds) {
    return host().frame(now_seconds);
}

EMSCRIPTEN_KEEPALIVE int web_tick() {
    return host().tick() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void web_on_font(int index, const char* bytes, std::size_t length) {
    host().graphics().add_font(index, {bytes, length});
}

EMSCRIPTEN_KEEPALIVE void web_on_size(int device_width, int device_height, float density) {
    host().graphics().resize(device_width, device_height, density);
}

EMSCRIPTEN_KEEPALIVE void web_on_context(int alive) {
    if (alive != 0) {
        host().graphics().context_restored();
    } else {
        host().graphics().context_lost();
    }
    host().wake();
}

// Everything is there: reads the journal, then starts the workspace.
EMSCRIPTEN_KEEPALIVE void web_open(int may_write) {
    host().set_may_write(may_write != 0);
    atrium::web::load_journal();
}

// This tab became the writer, and another one has written since: the journal is read anew. Or it lost
// the right to write.
EMSCRIPTEN_KEEPALIVE void web_on_writing(int may_write) {
    host().set_may_write(may_write != 0);
    if (may_write != 0) {
        atrium::web::load_journal();
    }
}

// Nothing is to be done just now. Answers whether more is left for the next such moment.
EMSCRIPTEN_KEEPALIVE int web_prepare() {
    static atrium::domain::GuideWarmUp warm_up;
    return warm_up.go_on() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void web_on_visibility(int visible) {
    host().set_visible(visible != 0);
}

EMSCRIPTEN_KEEPALIVE void web_on_preferences(int dark, int more_contrast, int reduced_motion) {
    host().set_preferences({.dark = dark != 0,
                            .more_contrast = more_contrast != 0,
                            .reduced_motion = reduced_motion != 0});
}

EMSCRIPTEN_KEEPALIVE void web_on_network(int online) {
    host().set_online(online != 0);
}

EMSCRIPTEN_KEEPALIVE void web_on_proxy(int config_status,
                                       int usage_status,
                                       const char* config,
                                       std::size_t config_length,
                                       const char* usage,
                                       std::size_t usage_length) {
    host().set_proxy(atrium::web::proxy_answer({config_status, {config, config_length}},
                                               {usage_status, {usage, usage_length}}));
}

EMSCRIPTEN_KEEPALIVE void web_on_usage(int status, const char* usage, std::size_t length) {
    host().post(atrium::web::usage_answer({status, {usage, length}}));
}

EMSCRIPTEN_KEEPALIVE void web_on_draft(const char* text, std::size_t length) {
    host().post(atrium::shell::DraftRecalled{.text = {text, length}});
}

EMSCRIPTEN_KEEPALIVE void web_on_clipboard(int copied) {
    host().post(atrium::shell::ClipboardAnswered{.copied = copied != 0});
}

EMSCRIPTEN_KEEPALIVE void web_on_file(const char* name,
                                      std::size_t name_length,
                                      const char* bytes,
                                      std::size_t length) {
    host().post(atrium::shell::FileChosen{.name = {name, name_length}, .bytes = {bytes, length}});
}

EMSCRIPTEN_KEEPALIVE void web_on_update() {
    host().post(atrium::shell::UpdateReady{});
}
}

int main() {
    host().graphics().start();
    return 0;
}
