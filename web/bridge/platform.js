// Clock, clipboard, links, files, theme, draft, what is remembered of the proxy: js/platform.js and js/updates.js.
mergeInto(LibraryManager.library, {
    web_now_millis: function () {
        return Date.now();
    },
    web_utc_offset_minutes: function () {
        return -new Date().getTimezoneOffset();
    },
    web_language: function (tag, size) {
        var bytes = new TextEncoder().encode(Module["host"]["platform"]["language"]());
        var written = Math.min(bytes.length, size);
        HEAPU8.set(bytes.subarray(0, written), tag);
        return written;
    },
    web_copy_text__deps: ["$take_text", "$deliver"],
    web_copy_text: function (text, length) {
        Module["host"]["platform"]["copy"](take_text(text, length));
    },
    web_give_selection__deps: ["$take_text"],
    web_give_selection: function (text, length) {
        Module["host"]["platform"]["give_selection"](take_text(text, length));
    },
    web_open_link__deps: ["$take_text"],
    web_open_link: function (url, length) {
        Module["host"]["platform"]["open_link"](take_text(url, length));
    },
    web_save_file__deps: ["$take_text", "$take_bytes"],
    web_save_file: function (name, name_length, media_type, media_type_length, bytes, length) {
        Module["host"]["platform"]["save_file"](
            take_text(name, name_length),
            take_text(media_type, media_type_length),
            take_bytes(bytes, length));
    },
    web_choose_file__deps: ["$take_text", "$deliver"],
    web_choose_file: function (accept, length) {
        Module["host"]["platform"]["choose_file"](take_text(accept, length));
    },
    web_show_theme__deps: ["$take_text"],
    web_show_theme: function (theme, length) {
        Module["host"]["platform"]["show_theme"](take_text(theme, length));
    },
    web_keep_draft__deps: ["$take_text"],
    web_keep_draft: function (text, length) {
        Module["host"]["platform"]["keep_draft"](take_text(text, length));
    },
    web_recall_draft__deps: ["$deliver"],
    web_recall_draft: function () {
        Module["host"]["platform"]["recall_draft"]();
    },
    web_remember_claude: function (was_there) {
        Module["host"]["platform"]["remember_claude"](was_there !== 0);
    },
    web_claude_was_there: function () {
        return Module["host"]["platform"]["claude_was_there"]() ? 1 : 0;
    },
    web_remember_seen: function (at_millis) {
        Module["host"]["platform"]["remember_seen"](at_millis);
    },
    web_last_seen: function () {
        return Module["host"]["platform"]["last_seen"]();
    },
    web_reload: function () {
        Module["host"]["updates"]["reload"]();
    },
});
