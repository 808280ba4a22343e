// Characters that Inter lacks: js/glyphs.js.
mergeInto(LibraryManager.library, {
    web_measure_glyph: function (code_point, size, metrics) {
        HEAPF32.set(Module["host"]["glyphs"]["measure"](code_point, size), metrics >> 2);
    },
    web_draw_glyph: function (code_point, left, ascent, width, height, rgba) {
        HEAPU8.set(Module["host"]["glyphs"]["draw"](code_point, left, ascent, width, height), rgba);
    },
});
