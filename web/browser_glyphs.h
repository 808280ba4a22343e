// Glyphs drawn by the browser with the system's fonts, for characters that Inter lacks (CJK, emoji,
// symbols). Each is drawn when first needed and then lies in Dear ImGui's atlas like any other. One
// character at a time: scripts that join letters (Arabic, Devanagari) come out unjoined.
#pragma once

struct ImFontLoader;

namespace atrium::web {

const ImFontLoader* browser_glyphs();

}  // namespace atrium::web
