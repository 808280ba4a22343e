#include "shell/views/setup_preview.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/domain/guide/guide.h"
#include "core/domain/guide/readiness_facts.h"
#include "core/domain/market.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_template.h"
#include "shell/ui/cards.h"
#include "shell/ui/markdown.h"
#include "shell/ui/marks.h"
#include "shell/ui/paint.h"
#include "shell/ui/text.h"

namespace atrium::shell {
namespace {

constexpr float kPadding = 16;
constexpr float kThreeFigures = 400;

domain::ScheduleRequest schedule_request(const View& view) {
    domain::ScheduleRequest request;
    request.tasks = domain::first_tasks(view.memory.setup.profile);
    request.hours_per_week = std::max(0.5, view.memory.setup.profile.hours_per_week);
    request.today = view.context.today;
    request.away = view.memory.setup.profile.away;
    return request;
}

// 1 to 5 percent of the engaged audience as a band, the base as a dot, the need as a sun mark.
void conversion_bar(View& view, Rect rect, const domain::Readiness& readiness) {
    const Tokens& t = tokens();
    const domain::ConversionNeed& need = readiness.need;
    const double largest = 1.15 * std::max<double>(static_cast<double>(need.members_high),
                                                   static_cast<double>(need.members));
    if (largest <= 0) {
        return;
    }
    const auto x_of = [&](std::int64_t members) {
        return rect.x + rect.width * static_cast<float>(static_cast<double>(members) / largest);
    };
    const float y = rect.y + scaled(28);
    fill(view.ui, Rect{rect.x, y, rect.width, 12}, t.surface_3, 6);
    const float low = x_of(need.members_low);
    const float high = x_of(need.members_high);
    fill(view.ui, Rect{low, y, high - low, 12}, t.accent_fill, 6);
    const float base = x_of(need.members_base);
    circle(view.ui, base, y + 6, 10, t.surface_2);
    circle(view.ui, base, y + 6, 7, t.accent);
    const float needed = x_of(need.members);
    fill(view.ui, Rect{needed - 1, y - 8, 2, 28}, t.sun);
    const std::string needed_text =
        domain::number_text(need.members, view.formats) + " members reach your target";
    const bool at_right = needed > rect.x + rect.width / 2;
    label(view.ui,
          Rect{at_right ? rect.x : needed,
               rect.y,
               at_right ? needed - rect.x : rect.right() - needed,
               scaled(16)},
          TextStyle::MetaMedium,
          t.sun_text,
          needed_text,
          at_right ? Align::Right : Align::Left);
    const auto mark_below = [&](float x, std::int64_t members, const char* percent) {
        const std::string text = domain::number_text(members, view.formats) + percent;
        const float width = text_width(TextStyle::Micro, text);
        const float left = std::clamp(x - width / 2, rect.x, rect.right() - width);
        label(view.ui, Rect{left, y + 20, width + 1, scaled(16)}, TextStyle::Micro, t.text_3, text);
    };
    mark_below(low, need.members_low, " at 1%");
    mark_below(base, need.members_base, " at 3%");
    mark_below(high, need.members_high, " at 5%");
}

// The launch that these answers would begin.
domain::Workspace begun_launch(const View& view) {
    domain::Workspace workspace;
    workspace.profile = view.memory.setup.profile;
    domain::Project project;
    project.id = domain::ProjectId{1};
    project.name = workspace.profile->community_name;
    project.start = view.context.today;
    workspace.projects.push_back(project);
    workspace.active = project.id;
    return workspace;
}

// What the welcome will say; nothing is counted in a currency that was not chosen.
Result<domain::Readiness> verdict_on(const View& view) {
    const std::string& currency = view.memory.setup.profile.currency;
    if (domain::built_in_market().rate(currency) == nullptr) {
        return Error{"currency-unknown", "", currency};
    }
    return domain::launch_readiness(begun_launch(view), view.context, view.formats);
}

const Result<domain::Readiness>& readiness_of(View& view) {
    SetupDraft& setup = view.memory.setup;
    if (!setup.verdict || setup.verdict->profile != setup.profile ||
        setup.verdict->formats != view.formats || setup.verdict->today != view.context.today) {
        setup.verdict =
            SetupVerdict{setup.profile, view.formats, view.context.today, verdict_on(view)};
    }
    return setup.verdict->readiness;
}

void readiness_card(View& view, Flow& flow) {
    const Tokens& t = tokens();
    const Result<domain::Readiness>& readiness = readiness_of(view);
    const std::string headline = readiness ? readiness.value().headline : "Not enough numbers yet";
    const std::string sentence =
        readiness ? readiness.value().sentence
                  : "Choose a country and a currency; then the numbers appear here.";
    const std::string note =
        "Our estimate, 1 to 5% of an engaged audience. No platform publishes this.";
    const float inner = flow.width() - 2 * kPadding;
    const float title = paragraph_height(view.ui, TextStyle::Title, headline, inner);
    const float text = paragraph_height(view.ui, TextStyle::Dense, sentence, inner);
    const domain::CreatorProfile& profile = view.memory.setup.profile;
    const bool has_bar = readiness && profile.engaged_audience > 0 && profile.monthly_target > 0;
    const float bar = has_bar ? scaled(72) + 12 : 0;
    const float note_height = has_bar ? paragraph_height(view.ui, TextStyle::Meta, note, inner) : 0;
    const Rect inside =
        card(view.ui, flow.next(2 * kPadding + title + 4 + text + bar + note_height));
    Flow rows(inside);
    const auto write =
        [&](const char* key, TextStyle style, Color color, const std::string& words) {
            const Rect row = rows.next(paragraph_height(view.ui, style, words, inner));
            paragraph(view.ui, key, row.x, row.y, inner, style, color, words);
        };
    write("headline", TextStyle::Title, t.text_1, headline);
    rows.skip(4);
    write("sentence", TextStyle::Dense, t.text_2, sentence);
    if (has_bar) {
        rows.skip(12);
        conversion_bar(view, rows.next(scaled(72)), readiness.value());
        write("note", TextStyle::Meta, t.text_3, note);
    }
}

// The phases as bars over weeks, absences as bands, the earliest opening as a line.
void opening_chart(View& view, Rect rect, const domain::Schedule& plan) {
    const Tokens& t = tokens();
    const int first = view.context.today.days;
    const int days = std::max(14, plan.earliest_opening.days - first + 7);
    const auto x_of = [&](domain::Date day) {
        const float share = static_cast<float>(day.days - first) / static_cast<float>(days);
        return rect.x + rect.width * std::clamp(share, 0.0f, 1.0f);
    };
    const int step = days > 120 ? 28 : days > 60 ? 14 : 7;
    const int monday = first + (7 - domain::weekday(view.context.today)) % 7;
    for (int day = monday; day <= first + days; day += step) {
        const float x = x_of(domain::Date{day});
        fill(view.ui, Rect{x, rect.y + scaled(20), 1, rect.height - scaled(20)}, t.chart_grid);
        if (x + scaled(48) < rect.right()) {
            draw_text(view.ui,
                      Rect{x, rect.y, scaled(56), scaled(16)},
                      TextStyle::Micro,
                      t.text_3,
                      domain::short_day(domain::Date{day}, view.formats));
        }
    }
    for (const domain::Absence& absence : view.memory.setup.profile.away) {
        const float left = x_of(absence.first);
        const float right = x_of(domain::Date{absence.last.days + 1});
        fill(view.ui,
             Rect{left, rect.y + scaled(20), right - left, rect.height - scaled(20)},
             t.surface_3);
    }
    const auto& tasks = domain::built_in_template();
    for (int phase = 1; phase < domain::kOpeningPhase; ++phase) {
        domain::Date start{first + days};
        domain::Date end{first};
        for (const domain::ScheduledTask& task : plan.tasks) {
            if (tasks.task(task.id)->phase == phase) {
                start = std::min(start, task.start);
                end = std::max(end, task.end);
            }
        }
        const float y = rect.y + scaled(30 + 18 * static_cast<float>(phase - 1));
        const float left = x_of(start);
        const float right = std::max(left + 10, x_of(domain::Date{end.days + 1}));
        fill(view.ui, Rect{left, y, right - left, 10}, t.chart_1, 5);
        const std::string& title = tasks.phase(phase)->title;
        const float width = text_width(TextStyle::Micro, title);
        const bool after = right + 8 + width < rect.right();
        label(view.ui,
              Rect{after ? right + 8 : left - 8 - width,
                   y + 5 - scaled(16) / 2,
                   width + 1,
                   scaled(16)},
              TextStyle::Micro,
              t.text_2,
              title);
    }
    fill(view.ui,
         Rect{x_of(plan.earliest_opening) - 1, rect.y + scaled(20), 2, rect.height - scaled(20)},
         t.accent);
}

void opening_card(View& view, Flow& flow, const domain::Schedule& plan) {
    const Tokens& t = tokens();
    constexpr float kChart = 88;
    const std::string title =
        "Earliest opening " + domain::short_date(plan.earliest_opening, view.formats);
    const std::string sentence =
        domain::hours_text(plan.hours_before_opening, view.formats) +
        " of work before opening, at " +
        domain::hours_text(view.memory.setup.profile.hours_per_week, view.formats) + " a week.";
    const float inner = flow.width() - 2 * kPadding;
    const float title_height = paragraph_height(view.ui, TextStyle::Title, title, inner);
    const float text = paragraph_height(view.ui, TextStyle::Dense, sentence, inner);
    const float height = title_height + 4 + text + 12 + scaled(kChart);
    Flow rows(card(view.ui, flow.next(2 * kPadding + height)));
    const Rect head = rows.next(title_height);
    view.ui.add({.id = view.ui.id("opening"),
                 .role = Role::Heading,
                 .name = title,
                 .rect = head,
                 .level = 3});
    draw_paragraph(view.ui, head.x, head.y, inner, TextStyle::Title, t.text_1, title);
    rows.skip(4);
    const Rect words = rows.next(text);
    paragraph(
        view.ui, "opening-text", words.x, words.y, inner, TextStyle::Dense, t.text_2, sentence);
    rows.skip(12);
    opening_chart(view, rows.next(scaled(kChart)), plan);
}

void numbers_card(View& view, Flow& flow, const domain::Schedule& plan) {
    const Tokens& t = tokens();
    const domain::CreatorProfile& profile = view.memory.setup.profile;
    const double weeks = plan.hours_before_opening / std::max(0.5, profile.hours_per_week);
    const std::array<std::array<std::string, 3>, 3> figures = {{
        {"Tasks",
         std::to_string(domain::kTaskIds.size()),
         domain::hours_text(plan.hours_in_all, view.formats) + " in all"},
        {"Weeks of work", std::to_string(static_cast<int>(std::ceil(weeks))), "before opening"},
        {"Beta members", std::to_string(domain::kBetaMembers), "to test with"},
    }};
    // Side by side, or below one another where their notes do not fit.
    const float inner = flow.width() - 2 * kPadding;
    const bool in_row = inner >= scaled(kThreeFigures);
    const float one = scaled(44);
    const float height = in_row ? one : 3 * one + 2 * kPadding;
    const Rect inside = card(view.ui, flow.next(2 * kPadding + height));
    for (int i = 0; i < 3; ++i) {
        Rect cell = in_row ? column(inside, i, 3, 16)
                           : Rect{inside.x,
                                  inside.y + static_cast<float>(i) * (one + kPadding),
                                  inside.width,
                                  one};
        const auto& [name, value, note] = figures[static_cast<std::size_t>(i)];
        label(view.ui, cut_top(cell, scaled(16), 4), TextStyle::Meta, t.text_3, name);
        const Rect row{cell.x, cell.y, cell.width, scaled(24)};
        const float width = label(view.ui, row, TextStyle::Heading, t.text_1, value);
        label(view.ui,
              Rect{cell.x + width + 8, cell.y + scaled(2), cell.width - width - 8, scaled(20)},
              TextStyle::Meta,
              t.text_2,
              note);
    }
}

// The beginning of the welcome that these answers would give.
std::string first_words(const View& view) {
    const std::string text = domain::guide_welcome(begun_launch(view), view.context).text;
    return text.substr(0, text.find("\n\n"));
}

void words_card(View& view, Flow& flow) {
    const Tokens& t = tokens();
    if (view.memory.setup.profile.name.empty()) {
        return;
    }
    Markdown& words = view.memory.live_answer;
    words.set_text(first_words(view));
    const float width = flow.width() - 2 * kPadding - 36;
    Rect inside = card(view.ui, flow.next(2 * kPadding + scaled(16) + 4 + words.height(width)));
    mark(view.ui, cut_left(inside, scaled(24), 12), t.accent);
    label(view.ui,
          cut_top(inside, scaled(16), 4),
          TextStyle::Meta,
          t.text_3,
          "The first thing you will read");
    words.draw(view.ui, "first-words", inside.x, inside.y, width);
}

}  // namespace

void setup_preview(View& view, Flow& flow) {
    const domain::Schedule plan = domain::schedule(schedule_request(view));
    readiness_card(view, flow);
    opening_card(view, flow, plan);
    numbers_card(view, flow, plan);
    words_card(view, flow);
}

}  // namespace atrium::shell
