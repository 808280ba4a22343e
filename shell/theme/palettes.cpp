#include "shell/theme/palettes.h"

namespace atrium::shell {

namespace {

// Warm umber. The middle of the screen is lighter than its sides.
Tokens umber() {
    Tokens t;
    t.kind = ThemeKind::Dark;
    t.surface_0 = rgb(0x14110e);
    t.surface_1 = rgb(0x1c1815);
    t.surface_2 = rgb(0x25201c);
    t.surface_3 = rgb(0x312b26);
    t.skylight = rgb(0x241f1a);
    t.hairline = rgb(0x3a332c);
    t.outline = rgb(0x857a6d);
    t.text_1 = rgb(0xf5efe6);
    t.text_2 = rgb(0xc9bfb2);
    t.text_3 = rgb(0xa39889);
    t.accent = rgb(0x6cc4ae);
    t.accent_hover = rgb(0x83d3bf);
    t.accent_press = rgb(0x57ae98);
    t.on_accent = rgb(0x0a201a);
    t.accent_soft = rgb(0x1c332d);
    t.accent_soft_hover = rgb(0x244039);
    t.accent_line = rgb(0x356356);
    t.accent_fill = rgb(0x2f5c50);
    t.warning_fill = rgb(0x704626);
    t.sun = rgb(0xe8b861);
    t.sun_text = rgb(0xe8b861);
    t.sun_soft = rgb(0x37291a);
    t.sun_line = rgb(0x6e5229);
    t.success = rgb(0xa3c873);
    t.success_soft = rgb(0x28301b);
    t.warning = rgb(0xf2a066);
    t.warning_soft = rgb(0x3d2818);
    t.warning_line = rgb(0x7a4c2a);
    t.danger = rgb(0xf49487);
    t.danger_soft = rgb(0x42231f);
    t.danger_line = rgb(0x844038);
    t.danger_fill = rgb(0xc04435);
    t.danger_fill_hover = rgb(0xad392b);
    t.on_danger = rgb(0xffffff);
    t.focus = rgb(0xf5efe6);
    t.scrim = rgb(0x0a0807, 0xb3);
    t.shadow_a = rgb(0x000000, 0x47);
    t.shadow_b = rgb(0x000000, 0x2e);
    t.shadow_c = rgb(0x000000, 0x1a);
    t.chart_1 = rgb(0x6cc4ae);
    t.chart_2 = rgb(0xe8b861);
    t.chart_3 = rgb(0xe08a68);
    t.chart_4 = rgb(0x93add9);
    t.chart_5 = rgb(0xcf9fc4);
    t.chart_6 = rgb(0xa3bd6f);
    t.chart_mute = rgb(0x8a7f72);
    t.chart_grid = rgb(0x332c26);
    t.chart_band = rgb(0x20302b);
    return t;
}

// Limewash and paper.
Tokens limewash() {
    Tokens t;
    t.kind = ThemeKind::Light;
    t.surface_0 = rgb(0xefe9de);
    t.surface_1 = rgb(0xf9f6f0);
    t.surface_2 = rgb(0xfffefb);
    t.surface_3 = rgb(0xe9e1d3);
    t.skylight = rgb(0xfffdf8);
    t.hairline = rgb(0xddd3c3);
    t.outline = rgb(0x8d806f);
    t.text_1 = rgb(0x241e18);
    t.text_2 = rgb(0x544a3f);
    t.text_3 = rgb(0x685d50);
    t.accent = rgb(0x0f6a5b);
    t.accent_hover = rgb(0x0b5a4d);
    t.accent_press = rgb(0x084a3f);
    t.on_accent = rgb(0xffffff);
    t.accent_soft = rgb(0xd8eae2);
    t.accent_soft_hover = rgb(0xc8e0d6);
    t.accent_line = rgb(0x93c2b4);
    t.accent_fill = rgb(0xa6cfc2);
    t.warning_fill = rgb(0xefc29e);
    t.sun = rgb(0xb57200);
    t.sun_text = rgb(0x825300);
    t.sun_soft = rgb(0xf8e7c4);
    t.sun_line = rgb(0xdcb668);
    t.success = rgb(0x40661a);
    t.success_soft = rgb(0xe2ecd0);
    t.warning = rgb(0x97440a);
    t.warning_soft = rgb(0xfae1cc);
    t.warning_line = rgb(0xe3ab80);
    t.danger = rgb(0xa82f24);
    t.danger_soft = rgb(0xf9deda);
    t.danger_line = rgb(0xe3a39b);
    t.danger_fill = rgb(0xb33629);
    t.danger_fill_hover = rgb(0x9c2b20);
    t.on_danger = rgb(0xffffff);
    t.focus = rgb(0x241e18);
    t.scrim = rgb(0x241e18, 0x80);
    t.shadow_a = rgb(0x3b2c1a, 0x1f);
    t.shadow_b = rgb(0x3b2c1a, 0x12);
    t.shadow_c = rgb(0x3b2c1a, 0x0a);
    t.chart_1 = rgb(0x12786a);
    t.chart_2 = rgb(0xb07508);
    t.chart_3 = rgb(0xb9552f);
    t.chart_4 = rgb(0x4a69a8);
    t.chart_5 = rgb(0x8c5184);
    t.chart_6 = rgb(0x5d7a22);
    t.chart_mute = rgb(0x8d806f);
    t.chart_grid = rgb(0xe6ddcf);
    t.chart_band = rgb(0xe1eee8);
    return t;
}

// Every text pair at 7:1 or more; borders do the work of fills.
Tokens high_contrast() {
    Tokens t;
    t.kind = ThemeKind::Contrast;
    t.surface_0 = rgb(0x000000);
    t.surface_1 = rgb(0x000000);
    t.surface_2 = rgb(0x0d0b0a);
    t.surface_3 = rgb(0x2b2723);
    t.skylight = rgb(0x000000);
    t.hairline = rgb(0x8f867a);
    t.outline = rgb(0xffffff);
    t.text_1 = rgb(0xffffff);
    t.text_2 = rgb(0xf4efe8);
    t.text_3 = rgb(0xddd6cb);
    t.accent = rgb(0x7ff0d6);
    t.accent_hover = rgb(0xb0f8e7);
    t.accent_press = rgb(0x5fdcc0);
    t.on_accent = rgb(0x000000);
    t.accent_soft = rgb(0x00332b);
    t.accent_soft_hover = rgb(0x00463b);
    t.accent_line = rgb(0x7ff0d6);
    t.accent_fill = rgb(0x005446);
    t.warning_fill = rgb(0x6b3500);
    t.sun = rgb(0xffd479);
    t.sun_text = rgb(0xffd479);
    t.sun_soft = rgb(0x332300);
    t.sun_line = rgb(0xffd479);
    t.success = rgb(0xc4ee8e);
    t.success_soft = rgb(0x1d2c00);
    t.warning = rgb(0xffbd8a);
    t.warning_soft = rgb(0x3b1d00);
    t.warning_line = rgb(0xffbd8a);
    t.danger = rgb(0xffb3a8);
    t.danger_soft = rgb(0x460d05);
    t.danger_line = rgb(0xffb3a8);
    t.danger_fill = rgb(0xffb3a8);
    t.danger_fill_hover = rgb(0xffd0c9);
    t.on_danger = rgb(0x000000);
    t.focus = rgb(0xffffff);
    t.scrim = rgb(0x000000, 0xd9);
    t.shadow_a = rgb(0x000000, 0x00);
    t.shadow_b = rgb(0x000000, 0x00);
    t.shadow_c = rgb(0x000000, 0x00);
    t.chart_1 = rgb(0x7ff0d6);
    t.chart_2 = rgb(0xffd479);
    t.chart_3 = rgb(0xffb08f);
    t.chart_4 = rgb(0xb5cdf9);
    t.chart_5 = rgb(0xf0c2e6);
    t.chart_6 = rgb(0xcbe58f);
    t.chart_mute = rgb(0xb7aea2);
    t.chart_grid = rgb(0x4d463f);
    t.chart_band = rgb(0x00332b);
    return t;
}

}  // namespace

Tokens palette(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light:
            return limewash();
        case ThemeKind::Contrast:
            return high_contrast();
        case ThemeKind::Dark:
            break;
    }
    return umber();
}

}  // namespace atrium::shell
