// The fields of each setup step, drawn into a flow of the form's column. Each step is a file of its own,
// setup_you_step.cpp and so on.
#pragma once

#include "shell/ui/layout.h"
#include "shell/views/view.h"

namespace atrium::shell {

void setup_you_fields(View& view, Flow& flow);
void setup_audience_fields(View& view, Flow& flow);
void setup_voice_fields(View& view, Flow& flow);

// Over all steps: which one it is, the demo creator, a backup; Close while a profile is edited.
void setup_bar(View& view, Rect bar);

// Opens the form for the saved profile.
void edit_profile(View& view);

}  // namespace atrium::shell
