// Questions before something that is not easily taken back.
#include "shell/ui/overlays.h"
#include "shell/views/screens.h"

namespace atrium::shell {

void confirmations_ui(View& view) {
    if (view.memory.confirm_archive && view.project != nullptr) {
        const ConfirmAnswer answer = confirm(
            view.ui,
            "confirm-archive",
            {.title = "Archive this launch?",
             .text = "It stays readable, with its plan, decisions and conversation, and can "
                     "be reopened in Settings. Then a new launch can start.",
             .confirm = "Archive"});
        if (answer == ConfirmAnswer::Confirmed) {
            view.send(domain::ArchiveProject{});
        }
        if (answer != ConfirmAnswer::None) {
            view.memory.confirm_archive = false;
        }
    }
    if (view.memory.confirm_erase) {
        const ConfirmAnswer answer = confirm(
            view.ui,
            "confirm-erase",
            {.title = "Erase everything in this browser?",
             .text = "Profile, launches, conversations and documents are deleted. Without a "
                     "backup file they cannot be brought back.",
             .confirm = "Erase everything",
             .danger = true});
        if (answer == ConfirmAnswer::Confirmed) {
            view.wish(HostWish::Kind::EraseAll);
        }
        if (answer != ConfirmAnswer::None) {
            view.memory.confirm_erase = false;
        }
    }
}

}  // namespace atrium::shell
