// Replies from the proxy, and what it says about itself: js/chat.js.
mergeInto(LibraryManager.library, {
    web_chat_start__deps: ["$take_bytes", "$deliver"],
    web_chat_start: function (stream, body, length, silent_seconds) {
        Module["host"]["chat"]["start"](stream, take_bytes(body, length), silent_seconds);
    },
    web_sign_in__deps: ["$take_text", "$deliver"],
    web_sign_in: function (token, length) {
        Module["host"]["chat"]["sign_in"](take_text(token, length));
    },
    web_ask_proxy__deps: ["$deliver"],
    web_ask_proxy: function () {
        Module["host"]["chat"]["ask_proxy"]();
    },
    web_chat_cancel: function (stream) {
        Module["host"]["chat"]["cancel"](stream);
    },
});
