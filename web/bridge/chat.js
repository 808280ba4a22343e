// Replies from the proxy, and what it says about itself and its use: js/chat.js.
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
    web_ask_usage__deps: ["$take_text", "$deliver"],
    web_ask_usage: function (from_day, length) {
        Module["host"]["chat"]["ask_usage"](take_text(from_day, length));
    },
    web_chat_cancel: function (stream) {
        Module["host"]["chat"]["cancel"](stream);
    },
});
