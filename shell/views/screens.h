// Every screen's entry point. Each file of this folder draws one of them.
#pragma once

#include "shell/views/view.h"

namespace atrium::shell {

// Everything: setup when there is no project, otherwise rail, panes and the current screen.
void workspace_ui(View& view);

// The three-step form with its live preview (setup_ui.cpp and parts).
void setup_ui(View& view, Rect rect);

// Conversation, with header, quick replies and composer.
void conversation_ui(View& view, Rect rect);

// The narrow plan list beside the conversation, and the session pane (clock, progress, decisions).
void plan_pane_ui(View& view, Rect rect);
void session_pane_ui(View& view, Rect rect);

// Full screens.
void plan_ui(View& view, Rect rect);
void decisions_ui(View& view, Rect rect);
void documents_ui(View& view, Rect rect);
void forecast_ui(View& view, Rect rect);
void kit_ui(View& view, Rect rect);
void usage_ui(View& view, Rect rect);
void activity_ui(View& view, Rect rect);
void settings_ui(View& view, Rect rect);
void help_ui(View& view, Rect rect);

// Overlays that any screen may need: the decision editor, confirmations.
void decision_editor_ui(View& view);
void confirmations_ui(View& view);

// The notices above the content: storage failed, read-only tab, update, offline; returns their height.
float notices_ui(View& view, Rect rect);

}  // namespace atrium::shell
