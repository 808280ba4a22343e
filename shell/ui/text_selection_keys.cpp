// Selecting with the keyboard: the whole item, nothing, and the end that Shift moves.
#include <array>

#include "imgui.h"
#include "shell/ui/text_selection.h"
#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

struct KeyOfStep {
    ImGuiKey key;
    bool forward;
};

constexpr std::array kAlong = {KeyOfStep{ImGuiKey_LeftArrow, false},
                               KeyOfStep{ImGuiKey_RightArrow, true}};
constexpr std::array kAcross = {KeyOfStep{ImGuiKey_UpArrow, false},
                                KeyOfStep{ImGuiKey_DownArrow, true}};
constexpr std::array kToEnds = {KeyOfStep{ImGuiKey_Home, false}, KeyOfStep{ImGuiKey_End, true}};

std::optional<TextStep> pressed_of(const std::array<KeyOfStep, 2>& keys, StepUnit unit) {
    for (const KeyOfStep& key : keys) {
        if (ImGui::IsKeyPressed(key.key)) {
            return TextStep{unit, key.forward};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<TextStep> SelectionArea::step_of_keys() {
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.KeyShift) {
        return std::nullopt;
    }
    // On a Mac Alt goes by words and Cmd, which Dear ImGui has as Ctrl, to the ends.
    const bool mac = io.ConfigMacOSXBehaviors;
    const bool by_word = mac ? io.KeyAlt : io.KeyCtrl;
    const bool to_end = mac && io.KeyCtrl;
    const StepUnit along = to_end    ? StepUnit::LineEnd
                           : by_word ? StepUnit::Word
                                     : StepUnit::Character;
    std::optional<TextStep> step = pressed_of(kAlong, along);
    if (!step) {
        step = pressed_of(kAcross, to_end ? StepUnit::Item : StepUnit::Line);
    }
    return step ? step : pressed_of(kToEnds, io.KeyCtrl ? StepUnit::Item : StepUnit::LineEnd);
}

bool SelectionArea::is_covered() const {
    return ui_.impl().lowest_reachable > ui_.layer();
}

void SelectionArea::follow_keys() {
    const ImGuiIO& io = ImGui::GetIO();
    const bool command = io.KeyCtrl || io.KeySuper;
    if (command && whole_.first.item != 0 && ImGui::IsKeyPressed(ImGuiKey_A, false)) {
        selection_.start(whole_);
        ui_.semantics().announce("All of its text is selected.");
        ui_.wake_in(0);
    }
    // Something else closes first.
    if (ui_.semantics().escape_pressed() && !is_covered() && !selection_.empty()) {
        selection_.clear();
        ui_.wake_in(0);
    }
    const bool nothing_else = ui_.semantics().focused() == 0 || item_has_focus_;
    if (step_ && nothing_else) {
        take_step();
    }
    selection_.takes_keys =
        nothing_else && !is_covered() && (selection_.begun() || item_has_focus_);
}

void SelectionArea::announce_step(TextPlace before) {
    const TextPlace now = selection_.focus();
    const std::string words(words_between(texts_, before, now));
    const bool is_in = !(std::min(before, now) < selection_.first()) &&
                       !(selection_.last() < std::max(before, now));
    if (!words.empty()) {
        ui_.semantics().announce(words + (is_in ? ", selected." : ", no longer selected."));
    }
}

void SelectionArea::take_step() {
    if (!selection_.begun()) {
        selection_.start({whole_.first, whole_.first});
    }
    SelectionGesture& gesture = selection_.gesture;
    const TextPlace before = selection_.focus();
    if (const auto place = step_from(texts_, before, *step_, gesture.column)) {
        selection_.move_focus(*place);
        announce_step(before);
        if (const auto caret = caret_at(texts_, *place)) {
            bring_into_view(*caret, view_, drawn_offset_, scroll_);
        }
    } else {
        scroll_.scroll_to(gesture.focus_y - view_.height / 2);  // out of sight: first back to it
    }
    ui_.wake_in(0);
}

}  // namespace atrium::shell
