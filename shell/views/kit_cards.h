// The files of the kit as the screen groups them: one card for what belongs together.
#pragma once

#include <string>
#include <vector>

#include "shell/ui/marks.h"
#include "shell/views/view.h"

namespace atrium::shell {

// What a card's small picture shows.
enum class KitPicture { Page, Rows, Calendar, Chart, Tree, Matrix, Stack, Talk, Arch };

struct KitCard {
    std::string key;
    std::string title;  // "plan.html and plan.md"
    std::string note;   // "Printable plan"
    KitPicture picture = KitPicture::Page;
    std::vector<const domain::kit::KitFile*> files;
    std::string badge;  // what is not final about it; empty for nothing
    Tone tone = Tone::Sun;
};

// Makes the files again when something has changed. Cards are empty when memory.kit.problem says why.
[[nodiscard]] std::vector<KitCard> kit_cards(View& view);

[[nodiscard]] std::string size_text(std::size_t bytes, const domain::Formats& formats);  // "41 KB"

}  // namespace atrium::shell
