#include "shell/appearance.h"

#include "shell/theme/tokens.h"

namespace atrium::shell {
namespace {

ThemeKind theme_for(domain::ThemeChoice choice, const PreferencesChanged& preferences) {
    switch (choice) {
        case domain::ThemeChoice::Dark:
            return ThemeKind::Dark;
        case domain::ThemeChoice::Light:
            return ThemeKind::Light;
        case domain::ThemeChoice::Contrast:
            return ThemeKind::Contrast;
        case domain::ThemeChoice::System:
            break;
    }
    if (preferences.more_contrast) {
        return ThemeKind::Contrast;
    }
    return preferences.dark ? ThemeKind::Dark : ThemeKind::Light;
}

}  // namespace

bool Appearance::apply(PlatformPort& platform) {
    const ThemeKind theme = theme_for(settings_.theme, preferences_);
    const bool reduced =
        preferences_.reduced_motion || settings_.motion == domain::MotionChoice::Reduced;
    const auto scale = static_cast<float>(settings_.text_scale);
    const bool moves = tokens().m_base > 0;
    if (was_applied_ && tokens().kind == theme && moves == !reduced && text_scale() == scale) {
        return false;
    }
    was_applied_ = true;
    set_theme(theme);
    set_reduced_motion(reduced);
    set_text_scale(scale);
    platform.theme_changed(theme_word(theme));
    return true;
}

}  // namespace atrium::shell
