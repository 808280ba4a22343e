#include "shell/views/kit_picture.h"

#include <array>

#include "shell/ui/paint.h"

namespace atrium::shell {

namespace {

constexpr float kSheetShare = 0.73f;

Color ink() {
    return mixed(tokens().text_3, tokens().surface_2, 0.25f);
}

Color pale() {
    return mixed(tokens().surface_3, tokens().text_3, 0.12f);
}

void bar(View& view, float x, float y, float width, Color color, float height = 6) {
    fill(view.ui, {x, y, width, height}, color, height / 2);
}

void title_bar(View& view, Rect sheet) {
    bar(view, sheet.x, sheet.y, sheet.width * 0.5f, ink(), 8);
}

void page(View& view, Rect sheet) {
    title_bar(view, sheet);
    const float widths[] = {0.9f, 0.9f, 0.55f};
    float y = sheet.y + 24;
    for (const float width : widths) {
        bar(view, sheet.x, y, sheet.width * width, pale());
        y += 13;
    }
    for (const float width : {0.65f, 0.55f, 0.62f}) {
        y += 4;
        circle(view.ui, sheet.x + 5, y + 3, 4.5f, tokens().accent);
        bar(view, sheet.x + 18, y, sheet.width * width, pale());
        y += 13;
    }
}

void rows(View& view, Rect sheet) {
    float y = sheet.y;
    for (int row = 0; row < 7; ++row) {
        const Color first = row == 0 ? ink() : pale();
        bar(view, sheet.x, y, sheet.width * 0.4f, first);
        bar(view, sheet.x + sheet.width * 0.5f, y, sheet.width * 0.18f, first);
        bar(view,
            sheet.x + sheet.width * 0.8f,
            y,
            sheet.width * 0.18f,
            row == 0 ? ink() : tokens().accent_line);
        fill(view.ui, {sheet.x, y + 11, sheet.width, 1}, pale());
        y += 19;
    }
}

void calendar(View& view, Rect sheet) {
    title_bar(view, sheet);
    const float cell = (sheet.width - 6 * 8) / 7;
    for (int i = 0; i < 28; ++i) {
        const Rect day{sheet.x + static_cast<float>(i % 7) * (cell + 8),
                       sheet.y + 24 + static_cast<float>(i / 7) * (cell + 8),
                       cell,
                       cell};
        const bool busy = i < 3 || (i > 9 && i < 14);
        fill(view.ui, day, i == 18 ? tokens().accent : busy ? tokens().accent_line : pale(), 4);
    }
}

void chart(View& view, Rect sheet) {
    title_bar(view, sheet);
    const Tokens& t = tokens();
    const float bottom = sheet.y + 104;
    const std::array<std::pair<float, Color>, 3> lines = {
        std::pair{78.0f, t.chart_4}, {44.0f, t.chart_1}, {20.0f, t.chart_3}};
    for (const auto& [rise, color] : lines) {
        line(view.ui, sheet.x, bottom, sheet.right(), bottom - rise, color, 3);
    }
}

void tree(View& view, Rect sheet) {
    title_bar(view, sheet);
    const float x = sheet.x + 8;
    fill(view.ui, {x, sheet.y + 12, 2, 92}, ink());
    for (int row = 0; row < 4; ++row) {
        const float y = sheet.y + 24 + static_cast<float>(row) * 24;
        fill(view.ui, {x, y + 5, 14, 2}, ink());
        fill(view.ui, {x + 18, y, 12, 12}, tokens().accent, 3);
        bar(view, x + 42, y + 3, sheet.width * (row % 2 == 0 ? 0.55f : 0.4f), pale());
    }
}

void matrix(View& view, Rect sheet) {
    for (int row = 0; row < 5; ++row) {
        const float y = sheet.y + 8 + static_cast<float>(row) * 22;
        bar(view, sheet.x, y, sheet.width * 0.35f, pale());
        for (int cell = 0; cell < 3; ++cell) {
            const float x = sheet.x + sheet.width * (0.55f + 0.2f * static_cast<float>(cell));
            const bool open = cell == 0 || (row + cell) % 3 != 0;
            circle(view.ui, x, y + 3, 7, open ? tokens().accent : pale());
        }
    }
}

void talk(View& view, Rect sheet) {
    const float right = sheet.right();
    for (int turn = 0; turn < 2; ++turn) {
        const float y = sheet.y + static_cast<float>(turn) * 56;
        fill(view.ui, {right - sheet.width * 0.55f, y, sheet.width * 0.55f, 20}, pale(), 8);
        bar(view, sheet.x, y + 30, sheet.width * 0.9f, pale());
        bar(view, sheet.x, y + 42, sheet.width * 0.6f, pale());
    }
}

void large_arch(View& view, Rect sheet) {
    const float middle = sheet.x + sheet.width / 2;
    arch(view.ui, {middle - 28, sheet.y + 14, 56, 78}, tokens().accent, tokens().accent);
    bar(view, middle - 48, sheet.y + 98, 96, ink(), 4);
}

}  // namespace

void kit_picture_ui(View& view, Rect rect, KitPicture picture, bool lit) {
    const Tokens& t = tokens();
    fill(view.ui, rect, lit ? t.accent_soft : t.surface_0, t.r_3 - 1, kTopCorners);
    view.ui.push_clip(rect);
    const float width = rect.width * kSheetShare;
    Rect sheet{rect.x + (rect.width - width) / 2, rect.y + 28, width, 240};
    if (picture == KitPicture::Stack) {
        panel(view.ui, moved(sheet, 22, 18), t.surface_2, t.hairline, t.r_2);
        panel(view.ui, moved(sheet, 11, 9), t.surface_2, t.hairline, t.r_2);
    }
    panel(view.ui, sheet, t.surface_2, t.hairline, t.r_2);
    sheet = inset(sheet, 22, 24);
    switch (picture) {
        case KitPicture::Page:
        case KitPicture::Stack:
            page(view, sheet);
            break;
        case KitPicture::Rows:
            rows(view, sheet);
            break;
        case KitPicture::Calendar:
            calendar(view, sheet);
            break;
        case KitPicture::Chart:
            chart(view, sheet);
            break;
        case KitPicture::Tree:
            tree(view, sheet);
            break;
        case KitPicture::Matrix:
            matrix(view, sheet);
            break;
        case KitPicture::Talk:
            talk(view, sheet);
            break;
        case KitPicture::Arch:
            large_arch(view, sheet);
            break;
    }
    view.ui.pop_clip();
}

}  // namespace atrium::shell
