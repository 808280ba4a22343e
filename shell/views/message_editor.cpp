#include "shell/views/message_editor.h"

#include <algorithm>

#include "core/protocol/ascii.h"
#include "shell/ui/buttons.h"
#include "shell/ui/fields.h"
#include "shell/ui/text.h"

namespace atrium::shell {

namespace {

constexpr float kLowest = 72;
constexpr float kHighest = 240;
constexpr float kEdges = 24;
constexpr float kGap = 8;

FieldSpec editor_spec(View& view, float width) {
    const float text =
        paragraph_height(view.ui, TextStyle::Body, view.memory.session.editor.text, width - kEdges);
    return {.label = "Your message in other words",
            .kind = FieldKind::Multiline,
            .label_hidden = true,
            .area_height = std::clamp(text + kEdges, scaled(kLowest), scaled(kHighest)),
            .submits_on_enter = true};
}

void send(View& view) {
    SessionMemory& session = view.memory.session;
    view.send(domain::EditMessage{session.editor.message, session.editor.text});
    view.memory.conversation_scroll.scroll_to_end();
    view.ui.semantics().request_focus(session.composer);
    session.editor = {};
    session.find.stale = true;
}

void cancel(View& view) {
    SessionMemory& session = view.memory.session;
    session.edit_button_of = session.editor.message;
    session.editor = {};
    view.ui.wake_in(0);
}

}  // namespace

bool is_edited(const View& view, domain::MessageId message) {
    return view.may_write && view.memory.session.editor.message == message;
}

float message_editor_height(View& view, float width) {
    return field_height(view.ui, editor_spec(view, width), width) + kGap + tokens().h_2;
}

void message_editor_ui(View& view, const domain::Message& message, Rect rect) {
    MessageEditor& editor = view.memory.session.editor;
    const FieldSpec spec = editor_spec(view, rect.width);
    const float height = field_height(view.ui, spec, rect.width);
    const FieldAnswer answer =
        field(view.ui, "words", cut_top(rect, height, kGap), editor.text, spec);
    if (editor.arrived) {
        editor.arrived = false;
        view.ui.semantics().request_focus(answer.id);
    }
    Rect row = cut_top(rect, tokens().h_2);
    const bool unchanged = ascii::is_blank(editor.text) || editor.text == message.text;
    const ButtonSpec send_spec{.label = "Send",
                               .kind = ButtonKind::Primary,
                               .disabled = unchanged,
                               .name = "Send edited message"};
    const ButtonSpec cancel_spec{
        .label = "Cancel", .kind = ButtonKind::Quiet, .name = "Cancel editing"};
    const bool sends =
        button(view.ui, "send", cut_right(row, button_width(send_spec), kGap), send_spec) ||
        (answer.submitted && !unchanged);
    const bool cancels =
        button(view.ui, "cancel", cut_right(row, button_width(cancel_spec), kGap), cancel_spec) ||
        view.ui.semantics().escape_pressed();
    draw_text(view.ui, row, TextStyle::Meta, tokens().text_3, "The previous version is kept.");
    if (sends) {
        send(view);
    } else if (cancels) {
        cancel(view);
    }
}

}  // namespace atrium::shell
