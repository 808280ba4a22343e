// Frames, semantics tree, announcements and cursor: js/frame_loop.js, semantics.js, announcer.js,
// pointer.js.
mergeInto(LibraryManager.library, {
    web_request_frame__deps: ["$deliver"],
    web_request_frame: function () {
        Module["host"]["frame_loop"]["request"]();
    },
    web_frames_start: function () {
        Module["host"]["frame_loop"]["start"]();
    },
    web_show_semantics__deps: ["$take_text"],
    web_show_semantics: function (json, length) {
        Module["host"]["semantics"]["show"](take_text(json, length));
    },
    web_focus_node: function (id) {
        Module["host"]["semantics"]["focus"](id >>> 0);
    },
    web_announce__deps: ["$take_text"],
    web_announce: function (text, length) {
        Module["host"]["announcer"]["announce"](take_text(text, length));
    },
    web_show_cursor__deps: ["$take_text"],
    web_show_cursor: function (css, length) {
        Module["host"]["pointer"]["show_cursor"](take_text(css, length));
    },
});
