#include "shell/views/kit_blueprint.h"

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "core/domain/number_text.h"
#include "shell/ui/cards.h"
#include "shell/ui/choices.h"
#include "shell/ui/paint.h"
#include "shell/ui/table.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

using domain::kit::Community;
using domain::kit::Place;
using domain::kit::PlaceKind;

constexpr float kRow = 28;

const char* place_icon(const Place& place) {
    return place.kind == PlaceKind::Event       ? kIconVideo
           : place.kind == PlaceKind::Questions ? kIconCircleHelp
                                                : kIconHash;
}

std::string_view place_note(const Place& place) {
    return place.read_only                        ? "Read only"
           : place.kind == PlaceKind::Event       ? "Event"
           : place.kind == PlaceKind::Questions   ? "Questions"
           : place.tier == domain::kit::kVisitors ? "Public"
                                                  : "";
}

void place_row(View& view, Rect row, const Place& place) {
    const Tokens& t = tokens();
    const auto scope = view.ui.push(place.name);
    vertical_rule(view.ui, row.x + 7, row.y, row.height);
    row = inset(row, 24, 0, 0, 0);
    icon(view.ui, cut_left(row, scaled(16), 8), place_icon(place), 14, t.text_3);
    const std::string_view note = place_note(place);
    if (!note.empty()) {
        const float width = std::ceil(text_width(TextStyle::Meta, note));
        draw_text(view.ui, cut_right(row, width, 8), TextStyle::Meta, t.text_3, note);
    }
    view.ui.add({.id = view.ui.id("place"),
                 .role = Role::ListItem,
                 .name = place.name + (note.empty() ? "" : ", " + std::string(note)),
                 .rect = row});
    draw_text(view.ui, row, TextStyle::Dense, t.text_1, place.name);
}

void places_ui(View& view, Flow& flow, const Community& community) {
    const Tokens& t = tokens();
    const auto rows = static_cast<float>(community.places.size() + community.groups.size());
    Rect inside = card(view.ui, flow.next(rows * scaled(kRow) + 2 * 16 + 48));
    Rect head = cut_top(inside, scaled(40), 8);
    const Rect box = cut_left(head, scaled(32), 12);
    fill(view.ui, centred(box, 32, 32), t.accent_soft, t.r_1);
    icon(view.ui, box, kIconHouse, 16, t.accent);
    label(view.ui, cut_top(head, scaled(20)), TextStyle::DenseMedium, t.text_1, community.name);
    label(view.ui,
          head,
          TextStyle::Meta,
          t.text_3,
          domain::count_text(
              static_cast<std::int64_t>(community.groups.size()), "group", "groups", view.formats));
    for (const std::string& group : community.groups) {
        const auto scope = view.ui.push(group);
        const Rect title = cut_top(inside, scaled(kRow));
        draw_text(view.ui, title, TextStyle::DenseMedium, t.text_1, group);
        const auto list = view.ui.group("group", Role::List, group, title);
        for (const Place& place : community.places) {
            if (place.group == group) {
                place_row(view, cut_top(inside, scaled(kRow)), place);
            }
        }
    }
}

void access_ui(View& view, Flow& flow, const Community& community) {
    std::vector<TableColumn> columns = {{"Place"}};
    for (const domain::kit::Tier& tier : community.tiers) {
        columns.push_back({tier.name, scaled(72), Align::Centre});
    }
    const Rect place = flow.next(Table::height(community.places.size(), {.dense = true}) + 8);
    panel(view.ui, place, tokens().surface_2, tokens().hairline, tokens().r_3);
    Table table(view.ui, "access", inset(place, 0, 4), "Who may enter", columns, {.dense = true});
    for (std::size_t i = 0; i < community.places.size(); ++i) {
        const auto row = table.row(i);
        table.cell(community.places[i].name);
        for (std::size_t tier = 1; tier <= community.tiers.size(); ++tier) {
            const bool open = static_cast<int>(tier) >= community.places[i].tier;
            const Rect cell = table.cell_rect(open ? "yes" : "no");
            icon(view.ui,
                 cell,
                 open ? kIconCheck : kIconMinus,
                 16,
                 open ? tokens().accent : tokens().text_3);
        }
    }
}

}  // namespace

bool kit_blueprint_ui(View& view, Flow& flow) {
    const Community& community = view.memory.kit.community;
    constexpr std::array kTabs = {
        SegmentSpec{"Places"}, SegmentSpec{"Access"}, SegmentSpec{"Text"}};
    int& tab = view.memory.kit.blueprint_tab;
    segments(view.ui, "view", flow.next(tokens().h_2), "View", kTabs, tab);
    flow.skip(16);
    if (tab == 2) {
        return false;
    }
    if (tab == 0) {
        places_ui(view, flow, community);
    } else {
        access_ui(view, flow, community);
    }
    flow.skip(16);
    label(view.ui,
          flow.next(scaled(20)),
          TextStyle::DenseMedium,
          tokens().text_1,
          "When someone leaves");
    const Rect top = flow.next(0);
    flow.skip(paragraph(view.ui,
                        "leaving",
                        top.x,
                        top.y,
                        top.width,
                        TextStyle::Dense,
                        tokens().text_2,
                        community.leaving + "."));
    return true;
}

}  // namespace atrium::shell
