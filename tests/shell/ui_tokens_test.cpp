// The contrast of every pair of colors that stand on one another: text 4.5 (7 in the high-contrast
// theme), graphics and borders of controls 3.
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "shell/theme/tokens.h"

using namespace atrium::shell;

namespace {

struct Pair {
    const char* name;
    Color front, back;
};

std::vector<Pair> text_pairs(const Tokens& t) {
    std::vector<Pair> pairs;
    const std::pair<const char*, Color> grounds[] = {{"surface-0", t.surface_0},
                                                     {"surface-1", t.surface_1},
                                                     {"surface-2", t.surface_2},
                                                     {"surface-3", t.surface_3},
                                                     {"skylight", t.skylight}};
    for (const auto& [name, ground] : grounds) {
        for (Color text : {t.text_1, t.text_2, t.text_3}) {
            pairs.push_back({name, text, ground});
        }
    }
    for (const auto& [name, ground] : {std::pair{"surface-0", t.surface_0},
                                       {"surface-1", t.surface_1},
                                       {"surface-2", t.surface_2}}) {
        for (Color text : {t.accent, t.sun_text, t.success, t.warning, t.danger}) {
            pairs.push_back({name, text, ground});
        }
    }
    const Pair others[] = {{"on-accent", t.on_accent, t.accent},
                           {"on-accent, hover", t.on_accent, t.accent_hover},
                           {"on-accent, press", t.on_accent, t.accent_press},
                           {"on-danger", t.on_danger, t.danger_fill},
                           {"on-danger, hover", t.on_danger, t.danger_fill_hover},
                           {"accent on soft", t.accent, t.accent_soft},
                           {"accent on soft hover", t.accent, t.accent_soft_hover},
                           {"text-1 on accent-soft", t.text_1, t.accent_soft},
                           {"text-2 on accent-soft", t.text_2, t.accent_soft},
                           {"text-1 on accent-fill", t.text_1, t.accent_fill},
                           {"text-1 on warning-fill", t.text_1, t.warning_fill},
                           {"sun badge", t.sun_text, t.sun_soft},
                           {"success badge", t.success, t.success_soft},
                           {"warning badge", t.warning, t.warning_soft},
                           {"danger badge", t.danger, t.danger_soft},
                           {"banner text, warning", t.text_1, t.warning_soft},
                           {"banner text, danger", t.text_1, t.danger_soft},
                           {"tooltip", t.surface_1, t.text_1},
                           {"tooltip shortcut", t.surface_3, t.text_1}};
    pairs.insert(pairs.end(), std::begin(others), std::end(others));
    return pairs;
}

std::vector<Pair> graphic_pairs(const Tokens& t) {
    std::vector<Pair> pairs;
    for (Color ground : {t.surface_0, t.surface_1, t.surface_2}) {
        for (Color chart : {t.chart_1,
                            t.chart_2,
                            t.chart_3,
                            t.chart_4,
                            t.chart_5,
                            t.chart_6,
                            t.sun,
                            t.outline,
                            t.focus,
                            t.chart_mute}) {
            pairs.push_back({"graphic", chart, ground});
        }
    }
    return pairs;
}

}  // namespace

TEST_CASE("tokens: the contrast of black on white is 21") {
    CHECK(contrast(rgb(0x000000), rgb(0xffffff)) == doctest::Approx(21));
    CHECK(contrast(rgb(0x777777), rgb(0xffffff)) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("tokens: every text and every graphic can be told from its ground in each theme") {
    for (ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::Contrast}) {
        set_theme(kind);
        const Tokens t = tokens();
        const double text_limit = kind == ThemeKind::Contrast ? 7 : 4.5;
        for (const Pair& pair : text_pairs(t)) {
            CHECK_MESSAGE(contrast(pair.front, pair.back) >= text_limit,
                          theme_word(kind)
                              << ": " << pair.name << " has " << contrast(pair.front, pair.back));
        }
        for (const Pair& pair : graphic_pairs(t)) {
            CHECK_MESSAGE(contrast(pair.front, pair.back) >= 3,
                          theme_word(kind)
                              << ": " << pair.name << " has " << contrast(pair.front, pair.back));
        }
    }
    set_theme(ThemeKind::Dark);
}

TEST_CASE("tokens: text size lets controls grow, reduced motion ends all durations") {
    set_text_scale(1.5f);
    set_reduced_motion(true);
    CHECK(tokens().h_2 == 48);
    CHECK(text_metrics(TextStyle::Body).size == 21);
    CHECK(tokens().m_slow == 0);
    set_text_scale(1);
    set_reduced_motion(false);
    CHECK(tokens().h_2 == 32);
    CHECK(tokens().m_slow > 0);
}

TEST_CASE("tokens: mixing and fading keep the ends exact") {
    CHECK(mixed(rgb(0x000000), rgb(0xffffff), 0) == rgb(0x000000));
    CHECK(mixed(rgb(0x000000), rgb(0xffffff), 1) == rgb(0xffffff));
    CHECK(faded(rgb(0x123456), 1) == rgb(0x123456));
    const Color clear = faded(rgb(0x123456), 0);
    CHECK((clear >> 24) == 0);
}
