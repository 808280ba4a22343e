// Everybody's today: messages of the limit, tokens, cost, and whether they may go on.
#include <algorithm>
#include <cmath>

#include "core/domain/number_text.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/progress.h"
#include "shell/ui/table.h"
#include "shell/ui/text.h"
#include "shell/views/usage_parts.h"

namespace atrium::shell {

namespace {

constexpr std::size_t kFewPeople = 7;
constexpr float kHead = 24 + 16;
constexpr float kTableWidth = 560;  // narrower, each person is two lines
constexpr float kPerson = 60;
constexpr float kCount = 84;

using People = std::vector<PersonToday>;

std::size_t shown_count(const View& view, const People& people) {
    return view.memory.usage.all_people ? people.size() : std::min(people.size(), kFewPeople);
}

std::string messages_words(const PersonToday& person, const domain::Formats& formats) {
    return domain::number_text(person.messages, formats) + " of " +
           domain::number_text(person.messages_limit, formats);
}

float percent_of(const PersonToday& person) {
    if (person.messages_limit == 0) {
        return 100;
    }
    return 100 * static_cast<float>(person.messages) / static_cast<float>(person.messages_limit);
}

struct StateWords {
    std::string_view words;
    Tone tone;
};

StateWords state_words(PersonState state) {
    switch (state) {
        case PersonState::AtLimit:
            return {"At the limit", Tone::Warning};
        case PersonState::Revoked:
            return {"Revoked", Tone::Plain};
        case PersonState::Active:
            break;
    }
    return {"Active", Tone::Success};
}

void bar_ui(View& view, Rect place, const PersonToday& person) {
    meter(view.ui,
          "messages",
          place,
          {.percent = percent_of(person),
           .tone = person.state == PersonState::AtLimit   ? MeterTone::Warning
                   : person.state == PersonState::Revoked ? MeterTone::Mute
                                                          : MeterTone::Accent});
}

// The others together, so that the card's sums are complete.
PersonToday rest_of(const People& people, std::size_t from, const domain::Formats& formats) {
    PersonToday rest;
    for (std::size_t i = from; i < people.size(); ++i) {
        rest.messages += people[i].messages;
        rest.tokens += people[i].tokens;
        rest.cost += people[i].cost;
    }
    rest.name = domain::count_text(
        static_cast<std::int64_t>(people.size() - from), "other", "others", formats);
    return rest;
}

void table_row(View& view, Table& table, const PersonToday& person, std::size_t index) {
    const Tokens& t = tokens();
    const auto row = table.row(index);
    table.cell(person.name, 0, TextStyle::DenseMedium);
    const std::string words = messages_words(person, view.formats);
    Rect messages = table.cell_rect(words);
    draw_text(view.ui,
              cut_right(messages, scaled(kCount), 12),
              TextStyle::Dense,
              t.text_1,
              words,
              Align::Right);
    bar_ui(view, messages, person);
    table.cell(tokens_text(person.tokens, view.formats), t.text_2);
    table.cell(usd_text(person.cost, view.formats));
    const Rect place = table.cell_rect();
    const auto cell = view.ui.group("state", Role::Cell, "", place);
    const StateWords state = state_words(person.state);
    badge_right(view.ui, place, state.words, state.tone);
}

void rest_row(View& view, Table& table, const PersonToday& rest, std::size_t index) {
    const Color color = tokens().text_3;
    const auto row = table.row(index);
    table.cell(rest.name, color);
    const Rect messages =
        table.cell_rect(domain::count_text(rest.messages, "message", "messages", view.formats));
    draw_text(view.ui,
              messages,
              TextStyle::Dense,
              color,
              domain::number_text(rest.messages, view.formats),
              Align::Right);
    table.cell(tokens_text(rest.tokens, view.formats), color);
    table.cell(usd_text(rest.cost, view.formats), color);
    table.cell("");
}

void table_ui(View& view, const People& people, Rect rect) {
    const float bar = std::clamp(rect.width * 0.3f, scaled(168), scaled(260));
    const TableColumn columns[] = {{"Name"},
                                   {"Messages", bar},
                                   {"Tokens", scaled(72), Align::Right},
                                   {"Cost", scaled(72), Align::Right},
                                   {"State", scaled(96), Align::Right}};
    Table table(view.ui, "table", rect, "People today", columns, {.dense = true, .inset = false});
    const std::size_t count = shown_count(view, people);
    for (std::size_t i = 0; i < count; ++i) {
        table_row(view, table, people[i], i);
    }
    if (count < people.size()) {
        rest_row(view, table, rest_of(people, count, view.formats), count);
    }
}

// Two lines and a bar for one person.
void person_ui(View& view, const PersonToday& person, Rect rect) {
    const Tokens& t = tokens();
    const StateWords state = state_words(person.state);
    const std::string figures = messages_words(person, view.formats) + " messages, " +
                                tokens_text(person.tokens, view.formats) + " tokens, " +
                                usd_text(person.cost, view.formats);
    view.ui.add({.id = view.ui.id("person"),
                 .role = Role::ListItem,
                 .name = person.name + ", " + figures + ", " + std::string(state.words),
                 .rect = rect});
    Rect inside = inset(rect, 0, 6, 0, 0);
    Rect first = cut_top(inside, scaled(20), 4);
    const float width = std::ceil(text_width(TextStyle::MetaMedium, state.words));
    const Color color = state.tone == Tone::Plain ? t.text_3 : tone_color(state.tone);
    draw_text(view.ui, cut_right(first, width, 12), TextStyle::MetaMedium, color, state.words);
    draw_text(view.ui, first, TextStyle::DenseMedium, t.text_1, person.name);
    bar_ui(view, cut_top(inside, 6, 2), person);
    draw_text(view.ui, cut_top(inside, scaled(16)), TextStyle::Meta, t.text_3, figures);
}

void list_ui(View& view, const People& people, Rect rect) {
    const auto list = view.ui.group("list", Role::List, "People today", rect);
    const std::size_t count = shown_count(view, people);
    for (std::size_t i = 0; i < count; ++i) {
        const auto scope = view.ui.push(static_cast<std::uint64_t>(i));
        person_ui(view, people[i], cut_top(rect, scaled(kPerson)));
    }
    if (count < people.size()) {
        const PersonToday rest = rest_of(people, count, view.formats);
        const std::string words =
            rest.name + ", " +
            domain::count_text(rest.messages, "message", "messages", view.formats) + ", " +
            usd_text(rest.cost, view.formats);
        const Rect place = cut_top(rect, scaled(32));
        view.ui.add(
            {.id = view.ui.id("rest"), .role = Role::ListItem, .name = words, .rect = place});
        draw_text(view.ui, place, TextStyle::Dense, tokens().text_3, words);
    }
}

}  // namespace

float usage_people_height(const View& view, const UsageShown& shown, float width) {
    const People& people = shown.figures.people;
    const std::size_t count = shown_count(view, people);
    const bool has_rest = count < people.size();
    if (people.empty()) {
        return 2 * 16 + scaled(kHead) + scaled(40);
    }
    if (width - 2 * 16 < scaled(kTableWidth)) {
        return 2 * 16 + scaled(kHead) + static_cast<float>(count) * scaled(kPerson) +
               (has_rest ? scaled(32) : 0);
    }
    return 2 * 16 + scaled(kHead) +
           Table::height(count + (has_rest ? 1 : 0), {.dense = true, .inset = false});
}

void usage_people_ui(View& view, const UsageShown& shown, Rect place) {
    const auto scope = view.ui.push("people");
    const People& people = shown.figures.people;
    bool& all = view.memory.usage.all_people;
    Rect inside = card(view.ui, place);
    const Rect head{inside.x, inside.y, inside.width, scaled(24)};
    card_head(view.ui, inside, "People today");
    if (people.empty()) {
        paragraph(view.ui,
                  "none",
                  inside.x,
                  inside.y,
                  inside.width,
                  TextStyle::Dense,
                  tokens().text_2,
                  "Nobody has a token yet.");
        return;
    }
    if (people.size() > kFewPeople) {
        const std::string label = all ? "Fewer" : "All " + std::to_string(people.size());
        const ButtonSpec spec{.label = label,
                              .kind = ButtonKind::Quiet,
                              .size = ButtonSize::Small,
                              .name = all ? "Show fewer people" : "Show all people"};
        const float width = button_width(spec);
        if (button(view.ui, "all", {head.right() - width + 8, head.y, width, scaled(24)}, spec)) {
            all = !all;
        }
    }
    if (inside.width < scaled(kTableWidth)) {
        list_ui(view, people, inside);
    } else {
        table_ui(view, people, inside);
    }
}

}  // namespace atrium::shell
