#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/detector/characters.h"
#include "core/protocol/ascii.h"
#include "imgui.h"
#include "shell/ui/field_box.h"
#include "shell/ui/fields.h"
#include "shell/ui/overlays.h"
#include "shell/ui/paint.h"
#include "shell/ui/popup.h"
#include "shell/ui/text.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

// So many options have a field at their top that narrows them down.
constexpr std::size_t kFilterFrom = 16;
constexpr float kRowsInSight = 8;

enum Slot : int { kOpenSlot = 0, kLitSlot = 1 };

// Small letters without accents.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = domain::detector::folded_character(text, at);
        out += ascii::lower(letter.value);
        at += letter.bytes;
    }
    return out;
}

// The indexes of the options that contain what is typed, those that begin with it first.
std::vector<int> matching(std::span<const std::string_view> options, const std::string& typed) {
    const std::string wanted = folded(typed);
    std::vector<int> begin;
    std::vector<int> contain;
    for (int i = 0; i < static_cast<int>(options.size()); ++i) {
        const std::size_t at = folded(options[static_cast<std::size_t>(i)]).find(wanted);
        if (at != std::string::npos) {
            (at == 0 ? begin : contain).push_back(i);
        }
    }
    begin.insert(begin.end(), contain.begin(), contain.end());
    return begin;
}

// The list of a select while it is open.
class OptionList {
 public:
    OptionList(Ui& ui, Rect anchor, std::span<const std::string_view> options, int selected)
        : ui_(ui),
          options_(options),
          selected_(selected),
          filters_(options.size() >= kFilterFrom),
          popup_(ui,
                 anchor,
                 {.role = filters_ ? Role::Group : Role::List,
                  .name = "Options",
                  .width = anchor.width,
                  .height = static_cast<float>(options.size()) * tokens().h_2 + 16,
                  .head = filters_ ? tokens().h_2 + 8 : 0,
                  .most = filters_ ? (kRowsInSight + 1) * tokens().h_2 + 24 : 0}) {}

    // The option chosen in this frame; -1: none.
    int draw() {
        if (!filters_) {
            return rows(matching(options_, ""), -1);
        }
        return filtered_rows();
    }

    bool dismissed() const { return popup_.dismissed(); }

 private:
    int filtered_rows() {
        std::string& filter = ui_.impl().filter;
        float& lit = ui_.memory(ui_.id("lit"), kLitSlot);
        if (popup_.appearing()) {
            filter.clear();
        }
        const std::string before = filter;
        Rect head = popup_.head();
        const FieldAnswer typed =
            search_field(ui_, "filter", cut_top(head, tokens().h_2), filter, "Find in the list");
        // Under fingers it would bring the keyboard up over the list.
        if (popup_.appearing() && !ui_.touch()) {
            ui_.semantics().request_focus(typed.id);
        }
        const std::vector<int> found = matching(options_, filter);
        const int last = static_cast<int>(found.size()) - 1;
        const bool moved = move_lit(lit, before != filter, last);
        const auto list = ui_.group("list", Role::List, "Options", popup_.view());
        ui_.push_clip(popup_.view());
        const int chosen = rows(found, static_cast<int>(lit));
        if (moved && last >= 0) {
            const Rect inside = popup_.inside();
            popup_.reveal({inside.x, inside.y + lit * tokens().h_2, inside.width, tokens().h_2});
        }
        if (found.empty()) {
            const Rect place = inset(popup_.view(), 8, 0);
            label(ui_,
                  {place.x, place.y, place.width, tokens().h_2},
                  TextStyle::Dense,
                  tokens().text_2,
                  "Nothing is called that.");
        }
        ui_.pop_clip();
        return typed.submitted && last >= 0 ? found[static_cast<std::size_t>(lit)] : chosen;
    }

    // The arrows lead from what was chosen, or from the best match.
    bool move_lit(float& lit, bool typed, int last) const {
        const float was = lit;
        if (popup_.appearing()) {
            lit = static_cast<float>(std::max(selected_, 0));
        } else if (typed) {
            lit = 0;
        } else if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) {
            lit += 1;
        } else if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) {
            lit -= 1;
        }
        lit = std::clamp(lit, 0.0f, static_cast<float>(std::max(last, 0)));
        return lit != was || popup_.appearing() || typed;
    }

    int rows(const std::vector<int>& found, int lit) {
        const Tokens& t = tokens();
        Rect rest = popup_.inside();
        int chosen = -1;
        int place = 0;
        for (const int i : found) {
            if (row(i, cut_top(rest, t.h_2), place++ == lit)) {
                chosen = i;
            }
        }
        return chosen;
    }

    bool row(int i, Rect place, bool lit) {
        const Tokens& t = tokens();
        const std::string_view option = options_[static_cast<std::size_t>(i)];
        const auto scope = ui_.push(static_cast<std::uint64_t>(i));
        const Press press = ui_.press("option",
                                      place,
                                      {.role = Role::Option,
                                       .name = std::string(option),
                                       .selected = i == selected_ ? Toggle::On : Toggle::Off});
        const bool takes_focus = !filters_ || ui_.touch();
        if (popup_.appearing() && takes_focus && i == std::max(selected_, 0)) {
            ui_.semantics().request_focus(press.id);
        }
        if (ui_.semantics().focus_arrived(press.id)) {
            popup_.reveal(place);
        }
        const float light = std::max(press.hover, press.ring || lit ? 1.0f : 0.0f);
        fill(ui_, place, faded(t.surface_3, light), t.r_1);
        Rect words = inset(place, 8, 0);
        if (i == selected_) {
            icon(ui_, cut_right(words, scaled(16), 8), kIconCheck, 16, t.accent);
        }
        draw_text(ui_, words, TextStyle::Dense, t.text_1, option);
        if (press.ring) {
            focus_ring(ui_, inset(place, 4), t.r_1);
        }
        return press.activated;
    }

    Ui& ui_;
    std::span<const std::string_view> options_;
    int selected_;
    bool filters_;
    Popup popup_;
};

}  // namespace

float select_height(Ui& ui, const SelectSpec& spec, float width) {
    return label_height(spec.label, spec.label_hidden) +
           (spec.small ? tokens().h_2 : tokens().h_3) +
           message_height(ui, spec.why, spec.error, width);
}

bool select(Ui& ui,
            std::string_view key,
            Rect rect,
            std::span<const std::string_view> options,
            int& selected,
            const SelectSpec& spec) {
    const Tokens& t = tokens();
    const auto scope = ui.push(key);
    Rect rest = rect;
    const float label_line = label_height(spec.label, spec.label_hidden);
    if (label_line > 0) {
        draw_field_label(ui, cut_top(rest, label_line - 4, 4), spec.label);
    }
    const Rect box = cut_top(rest, spec.small ? t.h_2 : t.h_3);
    const bool known = selected >= 0 && selected < static_cast<int>(options.size());
    const std::string_view value = known ? options[static_cast<std::size_t>(selected)] : "";
    bool open = ui.memory(ui.id("open"), kOpenSlot) > 0;
    const Press press =
        ui.press("box",
                 box,
                 {.role = Role::Select,
                  .name = std::string(spec.label),
                  .value = std::string(known ? value : spec.placeholder),
                  .description = std::string(spec.error.empty() ? spec.why : spec.error),
                  .expanded = open ? Toggle::On : Toggle::Off,
                  .disabled = spec.disabled,
                  .invalid = !spec.error.empty()});
    ui.join_dialog(press.id, false);
    draw_field_box(ui,
                   box,
                   {.focused = open,
                    .invalid = !spec.error.empty(),
                    .disabled = spec.disabled,
                    .hover = press.hover},
                   t.r_2);
    Rect inside = inset(box, 13, 0);
    icon(ui, cut_right(inside, scaled(16), 8), kIconChevronDown, 16, t.text_3);
    const TextStyle style = spec.small ? TextStyle::Dense : TextStyle::Body;
    const Color color = known && !spec.disabled ? t.text_1 : t.text_3;
    draw_text(ui, inside, style, color, known ? value : spec.placeholder);
    if (press.ring && !open) {
        focus_ring(ui, box, t.r_2);
    }
    draw_field_message(ui, {rest.x, box.bottom(), rest.width, 0}, spec.why, spec.error);

    int chosen = -1;
    if (open) {
        OptionList list(ui, box, options, selected);
        chosen = list.draw();
        open = chosen < 0 && !list.dismissed();
        if (!open) {
            ui.semantics().request_focus(press.id);
        }
    } else if (press.activated) {
        open = true;
    }
    // An assistive technology may set the value without opening the list.
    if (const std::string* typed = ui.semantics().new_value(press.id)) {
        for (std::size_t i = 0; i < options.size(); ++i) {
            chosen = options[i] == *typed ? static_cast<int>(i) : chosen;
        }
    }
    ui.memory(ui.id("open"), kOpenSlot) = open ? 1.0f : 0.0f;
    const bool changed = chosen >= 0 && chosen != selected;
    if (changed) {
        selected = chosen;
    }
    return changed;
}

}  // namespace atrium::shell
