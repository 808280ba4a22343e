// Settings: how it looks, who answers, access to the server, and everything about one's own data.
#include <algorithm>
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
#include "shell/views/settings_rows.h"
#include "shell/views/setup_steps.h"

namespace atrium::shell {
namespace {

constexpr float kColumn = 648;
constexpr float kRowGap = 16;
constexpr std::array kTextScales = {1.0, 1.15, 1.3, 1.5};

constexpr std::array<SegmentSpec, 4> kThemes = {
    SegmentSpec{"System"}, SegmentSpec{"Dark"}, SegmentSpec{"Light"}, SegmentSpec{"Contrast"}};
constexpr std::array<SegmentSpec, 4> kSizes = {
    SegmentSpec{"100%"}, SegmentSpec{"115%"}, SegmentSpec{"130%"}, SegmentSpec{"150%"}};
constexpr std::array<SegmentSpec, 2> kMotions = {SegmentSpec{"System"}, SegmentSpec{"Reduced"}};

// The index of the greatest size that is not above the chosen one.
int size_index(double chosen) {
    int size = 0;
    for (std::size_t i = 0; i < kTextScales.size(); ++i) {
        size = chosen >= kTextScales[i] ? static_cast<int>(i) : size;
    }
    return size;
}

void appearance_section(View& view, Flow& flow) {
    const SettingsRow specs[] = {
        {"Theme", "", kThemes}, {"Text size", "", kSizes}, {"Motion", "", kMotions}};
    float height = kRowGap * static_cast<float>(std::size(specs) - 1);
    for (const SettingsRow& spec : specs) {
        height += settings_row_height(view, spec, flow.width() - 32);
    }
    Flow rows(settings_section(view, flow, "Appearance", height), kRowGap);
    domain::Settings settings = view.workspace.settings;
    int chosen[] = {static_cast<int>(settings.theme),
                    size_index(settings.text_scale),
                    static_cast<int>(settings.motion)};
    bool changed = false;
    for (std::size_t i = 0; i < std::size(specs); ++i) {
        const std::string_view name = specs[i].label;
        changed = segments(view.ui,
                           name,
                           settings_row(view, rows, specs[i]),
                           name,
                           specs[i].segments,
                           chosen[i]) ||
                  changed;
    }
    if (changed) {
        settings.theme = static_cast<domain::ThemeChoice>(chosen[0]);
        if (chosen[1] != size_index(settings.text_scale)) {
            settings.text_scale = kTextScales[static_cast<std::size_t>(chosen[1])];
        }
        settings.motion = static_cast<domain::MotionChoice>(chosen[2]);
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

constexpr std::array<SegmentSpec, 3> kClocks = {
    SegmentSpec{"Automatic"}, SegmentSpec{"24 hours"}, SegmentSpec{"12 hours"}};

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
    const SettingsRow format_row{"Format", kHelp, {}};
    const SettingsRow clock_row{"Clock", "", kClocks};
    const float height = settings_row_height(view, format_row, inner) +
                         settings_row_height(view, clock_row, inner) + sample_height + 2 * kRowGap;
    Flow rows(settings_section(view, flow, "Dates and money", height), kRowGap);
    std::vector<std::string_view> names;
    int selected = 0;
    for (const FormatChoice choice : kFormats) {
        if (choice == settings.formats) {
            selected = static_cast<int>(names.size());
        }
        names.push_back(domain::format_name(choice));
    }
    const SelectSpec spec{.label = "Format", .label_hidden = true};
    if (select(view.ui, "formats", settings_row(view, rows, format_row), names, selected, spec)) {
        settings.formats = kFormats[static_cast<std::size_t>(selected)];
        view.send(domain::ChangeSettings{settings});
    }
    int clock = static_cast<int>(settings.clock);
    if (segments(view.ui, "clock", settings_row(view, rows, clock_row), "Clock", kClocks, clock)) {
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

constexpr std::array<SegmentSpec, 2> kPartners = {SegmentSpec{"Claude if connected"},
                                                  SegmentSpec{"Built-in guide"}};

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
    const std::string words = view.connection.words(settings);
    const SettingsRow partner_row{words, state, kPartners};
    const SettingsRow model_row{"Model", "", {}};
    const ButtonSpec sign_in{.label = "Sign in",
                             .disabled = view.memory.settings_fields["token"].empty()};
    const ButtonSpec ask{.label = "Check the connection", .kind = ButtonKind::Quiet};
    const bool one_line = button_width(sign_in) + 8 + button_width(ask) <= inner;
    const float buttons = one_line ? tokens().h_2 : 2 * tokens().h_2 + 8;
    const float height = settings_row_height(view, partner_row, inner) + kRowGap +
                         (has_models ? settings_row_height(view, model_row, inner) + kRowGap : 0) +
                         token_height + kRowGap + buttons;
    Flow rows(settings_section(view, flow, "Who answers", height), kRowGap);
    int partner = static_cast<int>(settings.partner);
    if (segments(view.ui,
                 "partner",
                 settings_row(view, rows, partner_row),
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
        if (select(view.ui, "model", settings_row(view, rows, model_row), labels, selected, spec)) {
            settings.model = view.connection.models()[static_cast<std::size_t>(selected)].id;
            view.send(domain::ChangeSettings{settings});
        }
    }
    std::string& text = view.memory.settings_fields["token"];
    field(view.ui, "token", rows.next(token_height), text, token);
    Wrap places(rows.next(buttons), tokens().h_2, 8);
    if (button(view.ui, "sign-in", places.next(button_width(sign_in)), sign_in)) {
        view.wish(HostWish::Kind::SignIn, text);
        text.clear();
    }
    if (button(view.ui, "ask", places.next(button_width(ask)), ask)) {
        view.wish(HostWish::Kind::AskProxy);
    }
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
        height += settings_row_height(view, {"One line", help, {}}, inner);
    }
    Flow rows(settings_section(view, flow, "Your data", height), 16);
    if (settings_action(
            view, rows, "profile", "Your profile", kHelp[0], {.label = "Edit the profile"})) {
        edit_profile(view);
    }
    if (settings_action(view,
                        rows,
                        "backup",
                        "Backup",
                        kHelp[1],
                        {.label = "Download a backup", .icon = kIconDownload})) {
        view.wish(HostWish::Kind::DownloadBackup);
    }
    if (settings_action(view,
                        rows,
                        "restore",
                        "Restore",
                        kHelp[2],
                        {.label = "Restore a backup", .icon = kIconUpload})) {
        view.wish(HostWish::Kind::ChooseBackup);
    }
    if (settings_action(view,
                        rows,
                        "archive",
                        "Archive this launch",
                        kHelp[3],
                        {.label = "Archive", .disabled = view.project == nullptr})) {
        view.memory.confirm_archive = true;
    }
    if (settings_action(view,
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
    const float width = std::min(scaled(kColumn), content.width - 32);
    Flow flow(Rect{content.x + (content.width - width) / 2, content.y + kSettingsGap, width, 0},
              kSettingsGap);
    appearance_section(view, flow);
    formats_section(view, flow);
    partner_section(view, flow);
    data_section(view, flow);
    area.end(flow.used() + 2 * kSettingsGap);
}

}  // namespace atrium::shell
