// Text and bytes between the program's memory and JavaScript. Every other library here depends on it.
mergeInto(LibraryManager.library, {
    $take_bytes: function (address, length) {
        return HEAPU8.slice(address, address + length);
    },

    $text_decoder: "new TextDecoder()",
    $text_encoder: "new TextEncoder()",

    $take_text__deps: ["$text_decoder"],
    $take_text: function (address, length) {
        return text_decoder.decode(HEAPU8.subarray(address, address + length));
    },

    // Calls an exported function with numbers, then address and length of a copy of each payload.
    $deliver__deps: ["malloc", "free", "$text_encoder"],
    $deliver__postset: "Module['deliver'] = deliver;",
    $deliver: function (name, numbers, payloads) {
        var copies = [];
        var values = numbers.slice();
        payloads.forEach(function (payload) {
            var bytes = typeof payload === "string" ? text_encoder.encode(payload) : payload;
            var address = _malloc(bytes.length + 1);
            HEAPU8.set(bytes, address);
            HEAPU8[address + bytes.length] = 0;
            copies.push(address);
            values.push(address, bytes.length);
        });
        var answer = Module["_" + name].apply(null, values);
        copies.forEach(function (address) { _free(address); });
        return answer;
    },
});
