// Dear ImGui's compile-time settings (IMGUI_USER_CONFIG). Every target that includes imgui.h gets
// them from the CMake target `imgui`; a different setting in one file would break the program.
#pragma once

// A long conversation draws more than 65,536 vertices in one window, and WebGL has no vertex offset.
#define ImDrawIdx unsigned int

// Emoji and rarer scripts lie above U+FFFF.
#define IMGUI_USE_WCHAR32

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
