// Dear ImGui on the page's canvas: context, fonts, size, lost WebGL contexts, cursor.
#pragma once

#include <array>
#include <string>

namespace atrium::web {

class Graphics {
 public:
    // Takes over the WebGL context that the page made. Call once, before anything else here.
    void start();

    // In the order of shell::FontFiles: regular, medium, semibold, icons. The fourth one loads them.
    void add_font(int index, std::string bytes);

    // Size of the canvas in device pixels, and device pixels per CSS pixel. Dear ImGui counts in CSS
    // pixels, as do the DOM and the pointer.
    void resize(int device_width, int device_height, float density);

    void context_lost();
    void context_restored();

    // False while nothing can be drawn: no size yet, no fonts, or a lost context.
    bool ready() const;

    void begin_frame();
    void end_frame();

 private:
    void show_cursor();

    std::array<std::string, 4> fonts_;
    bool fonts_loaded_ = false;
    bool context_alive_ = false;
    int device_width_ = 0;
    int device_height_ = 0;
    int shown_cursor_ = -2;
};

}  // namespace atrium::web
