// Launch kit: every file that the session produced, shown before it is downloaded as one ZIP.
#include <algorithm>
#include <cmath>

#include "core/domain/kit/kit.h"
#include "core/domain/number_text.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/paint.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/kit_cards.h"
#include "shell/views/kit_picture.h"
#include "shell/views/kit_preview.h"
#include "shell/views/navigation.h"
#include "shell/views/screens.h"
#include "shell/views/words.h"

namespace atrium::shell {

namespace {

constexpr float kPreviewWidth = 400;
constexpr float kCardHeight = 232;
constexpr float kFootHeight = 60;
constexpr float kLeastCard = 240;
constexpr float kGap = 16;

std::size_t bytes_of(const KitCard& card) {
    std::size_t bytes = 0;
    for (const domain::kit::KitFile* file : card.files) {
        bytes += file->bytes.size();
    }
    return bytes;
}

bool card_ui(View& view, Rect rect, const KitCard& card, bool shown) {
    const Tokens& t = tokens();
    const auto scope = view.ui.push(card.key);
    const std::string size = size_text(bytes_of(card), view.formats);
    const Press press = view.ui.press(
        "card",
        rect,
        {.role = Role::Button,
         .name = card.title + ", " + card.note + ", " + (card.badge.empty() ? size : card.badge),
         .checked = shown ? Toggle::On : Toggle::Off});
    const Color ground = mixed(t.surface_2, t.surface_3, press.hover * 0.5f);
    fill(view.ui, rect, ground, t.r_3);
    Rect foot = rect;
    const Rect picture = cut_top(foot, rect.height - scaled(kFootHeight));
    if (picture.height > 0) {
        kit_picture_ui(view, picture, card.picture, shown);
        horizontal_rule(view.ui, rect.x, foot.y, rect.width);
    }
    stroke(view.ui, rect, shown ? t.accent : t.hairline, t.r_3, shown ? 2.0f : 1.0f);
    if (press.ring) {
        focus_ring(view.ui, rect, t.r_3);
    }
    foot = inset(foot, 16, 10);
    Rect first = cut_top(foot, scaled(20));
    if (card.badge.empty()) {
        const float width = std::ceil(text_width(TextStyle::Meta, size));
        draw_text(view.ui, cut_right(first, width, 8), TextStyle::Meta, t.text_3, size);
    } else {
        const float width = badge_width(card.badge);
        badge(view.ui, cut_right(first, width, 8), card.badge, card.tone);
    }
    draw_text(view.ui, first, TextStyle::DenseMedium, t.text_1, card.title);
    draw_text(view.ui, foot, TextStyle::Meta, t.text_3, card.note);
    return press.activated;
}

void download(View& view) {
    view.ui.platform().save_file(
        domain::kit::launch_kit_name(*view.project), "application/zip", view.memory.kit.zip);
    view.ui.toast({.key = "kit", .text = "Launch kit downloaded", .icon = kIconCircleCheck});
}

void head_ui(View& view, Rect& rect, std::size_t files) {
    const bool narrow = view.arrangement == Arrangement::Phone;
    Rect head = pane_head(view.ui, rect, "Launch kit", narrow ? 16.0f : 24.0f);
    const std::string size = size_text(view.memory.kit.zip.size(), view.formats);
    const std::string words = narrow ? "Download" : "Download kit, " + size;
    const ButtonSpec button_spec{.label = words,
                                 .kind = ButtonKind::Primary,
                                 .size = narrow ? ButtonSize::Medium : ButtonSize::Large,
                                 .icon = kIconDownload,
                                 .disabled = view.memory.kit.zip.empty(),
                                 .name = narrow ? "Download kit" : ""};
    if (button(view.ui, "download", cut_right(head, button_width(button_spec), 16), button_spec)) {
        download(view);
    }
    if (!narrow) {
        const std::string count =
            domain::count_text(static_cast<std::int64_t>(files), "file", "files", view.formats);
        cut_left(head, badge(view.ui, head, count), 16);
        constexpr std::string_view kWords = "Made in this browser, nothing is uploaded";
        if (text_width(TextStyle::Meta, kWords) < head.width) {
            label(view.ui, head, TextStyle::Meta, tokens().text_3, kWords, Align::Right);
        }
    }
}

// What is still open about the kit, and where to settle it.
void open_decisions_ui(View& view, Flow& flow) {
    const int open = static_cast<int>(domain::kDecisionCategories.size()) -
                     domain::decisions_made(*view.project);
    if (open == 0) {
        return;
    }
    std::string names;
    for (const domain::DecisionCategory category : domain::kDecisionCategories) {
        if (domain::current_decision(*view.project, category) == nullptr) {
            names += (names.empty() ? "" : ", ") + decision_name(category);
        }
    }
    const std::string text =
        "Still open: **" + names + "**. The files say so where they wait for it.";
    const BannerSpec spec{
        .tone = BannerTone::Info, .icon = kIconSignpost, .text = text, .action = "Decide now"};
    if (banner(view.ui, "open", flow.next(banner_height(view.ui, spec, flow.width())), spec) ==
        BannerAnswer::Action) {
        go_to(view, Screen::Decisions);
    }
}

void grid_ui(View& view, Rect rect, const std::vector<KitCard>& cards, const KitCard* shown) {
    ScrollArea area(view.ui, "kit", rect, view.memory.scrolls["kit"], {.top_edge = true});
    const Rect content = area.content();
    const float padding = view.arrangement == Arrangement::Phone ? 16.0f : 24.0f;
    Flow flow(inset({content.x, content.y + padding, content.width, 0}, padding, 0), kGap);
    open_decisions_ui(view, flow);
    const int columns =
        std::clamp(static_cast<int>((flow.width() + kGap) / (scaled(kLeastCard) + kGap)), 1, 3);
    Rect row;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const int at = static_cast<int>(i) % columns;
        if (at == 0) {
            // Below one another nine pictures would only be in the way.
            row = flow.next(scaled(columns == 1 ? kFootHeight : kCardHeight));
        }
        if (card_ui(view, column(row, at, columns, kGap), cards[i], &cards[i] == shown)) {
            view.memory.kit.shown = cards[i].key;
            view.memory.kit.shown_file.clear();
        }
    }
    area.end(padding + flow.used() + padding);
}

const KitCard* shown_card(const View& view, const std::vector<KitCard>& cards) {
    const auto found = std::find_if(cards.begin(), cards.end(), [&](const KitCard& card) {
        return card.key == view.memory.kit.shown;
    });
    if (found != cards.end()) {
        return &*found;
    }
    const bool needs_one = view.arrangement == Arrangement::Wide && !cards.empty();
    return needs_one ? &cards.front() : nullptr;
}

}  // namespace

void kit_ui(View& view, Rect rect) {
    const std::vector<KitCard> cards = kit_cards(view);
    if (cards.empty()) {
        courtyard(view.ui, rect);
        empty_state(
            view.ui, "none", rect, {.title = "No launch kit yet", .text = view.memory.kit.problem});
        return;
    }
    const KitCard* shown = shown_card(view, cards);
    if (view.arrangement == Arrangement::Phone && shown != nullptr) {
        kit_preview_ui(view, rect, *shown);
        return;
    }
    if (shown != nullptr) {
        const Rect pane = cut_right(rect, scaled(kPreviewWidth));
        kit_preview_ui(view, inset(pane, 1, 0, 0, 0), *shown);
        vertical_rule(view.ui, pane.x, pane.y, pane.height);
    }
    courtyard(view.ui, rect);
    head_ui(view, rect, view.memory.kit.files.size());
    grid_ui(view, rect, cards, shown);
}

}  // namespace atrium::shell
