// Settings: how it looks, who answers, access to the server, and everything about one's own data.
#include <array>
#include <string>
#include <vector>

#include "core/domain/date.h"
#include "core/domain/number_text.h"
#include "shell/ui/buttons.h"
#include "shell/ui/cards.h"
#include "shell/ui/choices.h"
#include "shell/ui/fields.h"
#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/views/screens.h"

namespace atrium::shell {
namespace {

constexpr float kColumn = 648;
constexpr float kGap = 24;
constexpr std::array kTextScales = {1.0, 1.15, 1.3, 1.5};

// A heading and a card of the given inside height; returns the inside.
Rect section(View& view, Flow& flow, std::string_view title, float inside_height) {
    heading(view.ui, flow.next(24), 2, TextStyle::Heading, tokens().text_1, title);
    flow.skip(8 - kGap);
    return card(view.ui, flow.next(inside_height + 32));
}

constexpr float kRow = 40;
constexpr float kControl = 280;
constexpr float kBeside = 16;  // between words and control, on a phone one below the other
constexpr float kBelow = 8;

float words_width(const View& view, float width) {
    return view.arrangement == Arrangement::Phone ? width : width - kControl - kBeside;
}

float row_height(View& view, std::string_view help, float width) {
    const float help_height =
        help.empty() ? 0
                     : paragraph_height(view.ui, TextStyle::Meta, help, words_width(view, width));
    return view.arrangement == Arrangement::Phone ? 20 + help_height + kBelow + kRow
                                                  : std::max(kRow, 20 + help_height);
}

// A row with its label and help at the left or above; returns the place for the control.
Rect row(View& view, Flow& flow, std::string_view label_text, std::string_view help) {
    Rect rect = flow.next(row_height(view, help, flow.width()));
    Rect control = view.arrangement == Arrangement::Phone ? cut_bottom(rect, kRow, kBelow)
                                                          : cut_right(rect, kControl, kBeside);
    // Alone, the label stands beside the middle of its control.
    const float label_height = help.empty() ? rect.height : 20;
    label(view.ui, cut_top(rect, label_height), TextStyle::BodyMedium, tokens().text_1, label_text);
    if (!help.empty()) {
        paragraph(view.ui,
                  label_text,
                  rect.x,
                  rect.y,
                  words_width(view, flow.width()),
                  TextStyle::Meta,
                  tokens().text_3,
                  help);
    }
    return control;
}

void appearance_section(View& view, Flow& flow) {
    constexpr float kRows = 3;
    domain::Settings settings = view.workspace.settings;
    const float inner = flow.width() - 32;
    Flow rows(
        section(view, flow, "Appearance", kRows * row_height(view, "", inner) + (kRows - 1) * 16),
        16);
    constexpr std::array<SegmentSpec, 4> kThemes = {
        SegmentSpec{"System"}, SegmentSpec{"Dark"}, SegmentSpec{"Light"}, SegmentSpec{"Contrast"}};
    int theme = static_cast<int>(settings.theme);
    if (segments(view.ui, "theme", row(view, rows, "Theme", ""), "Theme", kThemes, theme)) {
        settings.theme = static_cast<domain::ThemeChoice>(theme);
        view.send(domain::ChangeSettings{settings});
    }
    constexpr std::array<SegmentSpec, 4> kSizes = {
        SegmentSpec{"100%"}, SegmentSpec{"115%"}, SegmentSpec{"130%"}, SegmentSpec{"150%"}};
    int size = 0;
    for (std::size_t i = 0; i < kTextScales.size(); ++i) {
        if (settings.text_scale >= kTextScales[i]) {
            size = static_cast<int>(i);
        }
    }
    if (segments(view.ui, "size", row(view, rows, "Text size", ""), "Text size", kSizes, size)) {
        settings.text_scale = kTextScales[static_cast<std::size_t>(size)];
        view.send(domain::ChangeSettings{settings});
    }
    constexpr std::array<SegmentSpec, 2> kMotions = {SegmentSpec{"System"}, SegmentSpec{"Reduced"}};
    int motion = static_cast<int>(settings.motion);
    if (segments(view.ui, "motion", row(view, rows, "Motion", ""), "Motion", kMotions, motion)) {
        settings.motion = static_cast<domain::MotionChoice>(motion);
        view.send(domain::ChangeSettings{settings});
    }
}

using domain::ClockChoice;
using domain::FormatChoice;

constexpr std::array kFormats = {FormatChoice::Automatic,
                                 FormatChoice::EnglishUk,
                                 FormatChoice::EnglishUs,
                                 FormatChoice::German,
                                 FormatChoice::Swiss,
                                 FormatChoice::French,
                                 FormatChoice::Spanish};

// "Wednesday 26 November 2026 · €1,234.50 · 14:30"
std::string format_sample(const View& view) {
    constexpr int kHalfPastTwo = 14 * 60 + 30;
    const std::string currency =
        view.workspace.profile ? view.workspace.profile->currency : std::string("EUR");
    return domain::long_date(view.context.today, view.formats) + " · " +
           domain::money_text(1234.5, currency, view.formats) + " · " +
           domain::clock_text(kHalfPastTwo, view.formats);
}

void formats_section(View& view, Flow& flow) {
    constexpr std::string_view kHelp =
        "How the screens write and read them. The conversation and the kit stay as they are.";
    domain::Settings settings = view.workspace.settings;
    const float inner = flow.width() - 32;
    const std::string sample = format_sample(view);
    const float sample_height = paragraph_height(view.ui, TextStyle::BodyMedium, sample, inner);
    const float height =
        row_height(view, kHelp, inner) + row_height(view, "", inner) + sample_height + 2 * 16;
    Flow rows(section(view, flow, "Dates and money", height), 16);
    std::vector<std::string_view> names;
    int selected = 0;
    for (const FormatChoice choice : kFormats) {
        if (choice == settings.formats) {
            selected = static_cast<int>(names.size());
        }
        names.push_back(domain::format_name(choice));
    }
    const SelectSpec spec{.label = "Format", .label_hidden = true};
    if (select(view.ui, "formats", row(view, rows, "Format", kHelp), names, selected, spec)) {
        settings.formats = kFormats[static_cast<std::size_t>(selected)];
        view.send(domain::ChangeSettings{settings});
    }
    constexpr std::array<SegmentSpec, 3> kClocks = {
        SegmentSpec{"Automatic"}, SegmentSpec{"24 hours"}, SegmentSpec{"12 hours"}};
    int clock = static_cast<int>(settings.clock);
    if (segments(view.ui, "clock", row(view, rows, "Clock", ""), "Clock", kClocks, clock)) {
        settings.clock = static_cast<ClockChoice>(clock);
        view.send(domain::ChangeSettings{settings});
    }
    const Rect place = rows.next(sample_height);
    paragraph(view.ui,
              "format-sample",
              place.x,
              place.y,
              inner,
              TextStyle::BodyMedium,
              tokens().text_2,
              sample);
}

void partner_section(View& view, Flow& flow) {
    domain::Settings settings = view.workspace.settings;
    const std::string state = view.connection.explanation();
    const float inner = flow.width() - 32;
    const bool has_models = !view.connection.models().empty();
    const FieldSpec token{.label = "Access token",
                          .why =
                              "Whoever runs the server gives it to you. It is kept in this "
                              "browser and goes to this server only.",
                          .kind = FieldKind::Password,
                          .max_length = 200,
                          .autocomplete = "current-password"};
    const float token_height = field_height(view.ui, token, inner);
    const float height = row_height(view, state, inner) + 16 +
                         (has_models ? row_height(view, "", inner) + 16 : 0) + token_height + 48;
    Flow rows(section(view, flow, "Who answers", height), 16);
    constexpr std::array<SegmentSpec, 2> kPartners = {SegmentSpec{"Claude if connected"},
                                                      SegmentSpec{"Built-in guide"}};
    int partner = static_cast<int>(settings.partner);
    if (segments(view.ui,
                 "partner",
                 row(view, rows, view.connection.words(settings), state),
                 "Who answers",
                 kPartners,
                 partner)) {
        settings.partner = static_cast<domain::PartnerChoice>(partner);
        view.send(domain::ChangeSettings{settings});
    }
    if (has_models) {
        std::vector<std::string_view> labels;
        int selected = 0;
        for (const OfferedModel& model : view.connection.models()) {
            if (model.id == settings.model) {
                selected = static_cast<int>(labels.size());
            }
            labels.push_back(model.label);
        }
        const SelectSpec spec{.label = "Model", .label_hidden = true};
        if (select(view.ui, "model", row(view, rows, "Model", ""), labels, selected, spec)) {
            settings.model = view.connection.models()[static_cast<std::size_t>(selected)].id;
            view.send(domain::ChangeSettings{settings});
        }
    }
    std::string& text = view.memory.settings_fields["token"];
    field(view.ui, "token", rows.next(token_height), text, token);
    Rect buttons = rows.next(32);
    const ButtonSpec sign_in{.label = "Sign in", .disabled = text.empty()};
    const ButtonSpec ask{.label = "Check the connection", .kind = ButtonKind::Quiet};
    if (button(view.ui, "sign-in", cut_left(buttons, button_width(sign_in), 8), sign_in)) {
        view.wish(HostWish::Kind::SignIn, text);
        text.clear();
    }
    if (button(view.ui, "ask", cut_left(buttons, button_width(ask)), ask)) {
        view.wish(HostWish::Kind::AskProxy);
    }
}

// A row whose control is one button; true when it was pressed.
bool action_row(View& view,
                Flow& rows,
                const char* key,
                std::string_view title,
                std::string_view help,
                const ButtonSpec& spec) {
    Rect control = row(view, rows, title, help);
    const float width = button_width(spec);
    const Rect place = view.arrangement == Arrangement::Phone ? centred_left(control, width, 32)
                                                              : centred_right(control, width, 32);
    return button(view.ui, key, place, spec);
}

void data_section(View& view, Flow& flow) {
    constexpr std::array<std::string_view, 5> kHelp = {
        "Numbers, hours and voice. The plan and the forecast follow.",
        "One file with everything: profile, launches, conversation, documents, history.",
        "Replaces what is in this browser. Download a backup first if you want to keep it.",
        "It stays readable and can be reopened below; a new launch can start.",
        "Profile, launches, conversations and documents."};
    const float inner = flow.width() - 32;
    float height = 16.0f * (kHelp.size() - 1);
    for (const std::string_view help : kHelp) {
        height += row_height(view, help, inner);
    }
    Flow rows(section(view, flow, "Your data", height), 16);
    if (action_row(
            view, rows, "profile", "Your profile", kHelp[0], {.label = "Edit the profile"}) &&
        view.workspace.profile) {
        view.memory.setup = draft_from_profile(*view.workspace.profile, view.formats);
        view.memory.setup.editing = true;
    }
    if (action_row(view,
                   rows,
                   "backup",
                   "Backup",
                   kHelp[1],
                   {.label = "Download a backup", .icon = kIconDownload})) {
        view.wish(HostWish::Kind::DownloadBackup);
    }
    if (action_row(view,
                   rows,
                   "restore",
                   "Restore",
                   kHelp[2],
                   {.label = "Restore a backup", .icon = kIconUpload})) {
        view.wish(HostWish::Kind::ChooseBackup);
    }
    if (action_row(view,
                   rows,
                   "archive",
                   "Archive this launch",
                   kHelp[3],
                   {.label = "Archive", .disabled = view.project == nullptr})) {
        view.memory.confirm_archive = true;
    }
    if (action_row(view,
                   rows,
                   "erase",
                   "Erase everything",
                   kHelp[4],
                   {.label = "Erase", .kind = ButtonKind::DangerQuiet, .icon = kIconTrash2})) {
        view.memory.confirm_erase = true;
    }
}

}  // namespace

void settings_ui(View& view, Rect rect) {
    pane_head(view.ui, rect, "Settings", view.arrangement == Arrangement::Phone ? 16.0f : 24.0f);
    ScrollArea area(view.ui, "settings", rect, view.memory.scrolls["settings"]);
    const Rect content = area.content();
    const float width = std::min(kColumn, content.width - 32);
    Flow flow(Rect{content.x + (content.width - width) / 2, content.y + kGap, width, 0}, kGap);
    appearance_section(view, flow);
    formats_section(view, flow);
    partner_section(view, flow);
    data_section(view, flow);
    area.end(flow.used() + 2 * kGap);
}

}  // namespace atrium::shell
