#include <algorithm>

#include "shell/theme/icons.h"
#include "shell/ui/charts.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {

bool comparison_bar(Ui& ui, std::string_view key, Rect rect, const BarSpec& spec) {
    const Tokens& t = tokens();
    const std::string read =
        std::string(spec.name) + ", " + std::string(spec.note) + ", " + std::string(spec.value);
    Press press;
    if (spec.warns) {
        press = ui.press(key,
                         rect,
                         {.role = Role::Button,
                          .name = read + ", has a condition",
                          .expanded = spec.open ? Toggle::On : Toggle::Off});
        if (press.hover > 0) {
            fill(ui, inset(rect, -8, 0), faded(t.surface_3, press.hover), t.r_1);
        }
        if (press.ring) {
            focus_ring(ui, inset(rect, -4, 2), t.r_1);
        }
    } else {
        ui.add({.id = ui.id(key), .role = Role::Text, .name = read, .rect = rect});
    }
    Rect rest = rect;
    Rect words = cut_left(rest, std::min(scaled(168), rect.width * 0.5f), 0);
    words = centred_left(words, words.width - 8, scaled(34));
    const Rect first = cut_top(words, scaled(18));
    const float end =
        draw_text(ui, first, TextStyle::DenseMedium, spec.chosen ? t.accent : t.text_1, spec.name);
    if (spec.warns) {
        icon_at(
            ui, first.x + end + 6, first.y + scaled(3), kIconTriangleAlert, scaled(12), t.warning);
    }
    draw_text(ui, words, TextStyle::Meta, t.text_3, spec.note);
    draw_text(ui,
              cut_right(rest, scaled(68)),
              TextStyle::DenseMedium,
              t.text_1,
              spec.value,
              Align::Right);
    const Rect track = centred(rest, rest.width, 12);
    fill(ui, track, t.surface_3, 2);
    const float width = track.width * std::clamp(spec.share, 0.0f, 1.0f);
    fill(ui,
         {track.x, track.y, width, track.height},
         spec.chosen ? t.accent : t.chart_mute,
         std::min(2.0f, width / 2));
    return press.activated;
}

}  // namespace atrium::shell
