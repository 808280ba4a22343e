// The sections of the gallery; each draws into the rectangle below its card's heading.
#pragma once

#include "shell/ui/ui.h"

namespace atrium::shell::gallery {

void colours(Ui& ui, Rect place);
void type(Ui& ui, Rect place);
void buttons(Ui& ui, Rect place);
void icon_buttons(Ui& ui, Rect place);
void text_fields(Ui& ui, Rect place);
void choices(Ui& ui, Rect place);
void records(Ui& ui, Rect place);
void progress(Ui& ui, Rect place);
void tabs_and_rows(Ui& ui, Rect place);
void menus(Ui& ui, Rect place);
void notices(Ui& ui, Rect place);
void dialog(Ui& ui, Rect place);
void table(Ui& ui, Rect place);
void nothing_yet(Ui& ui, Rect place);
void skeletons(Ui& ui, Rect place);
void decisions(Ui& ui, Rect place);
void answer(Ui& ui, Rect place);
void message_states(Ui& ui, Rect place);
void composers(Ui& ui, Rect place);
void celebration(Ui& ui, Rect place);
void months(Ui& ui, Rect place);
void days(Ui& ui, Rect place);
void comparison(Ui& ui, Rect place);
void tour_card(Ui& ui, Rect place);

}  // namespace atrium::shell::gallery
