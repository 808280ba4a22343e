#include "shell/views/document_stale.h"

#include <algorithm>
#include <string>
#include <utility>

#include "shell/ui/cards.h"

namespace atrium::shell {

const domain::StaleDocument* find_stale(const View& view, domain::DocumentId id) {
    const auto& stale = view.derived.stale;
    const auto found = std::find_if(
        stale.begin(), stale.end(), [&](const auto& document) { return document.id == id; });
    return found == stale.end() ? nullptr : &*found;
}

void refit_documents(View& view, std::vector<domain::DocumentId> ids) {
    view.ui.toast({.key = "refit",
                   .text = "Rewritten. The previous version is kept under Versions.",
                   .icon = kIconCircleCheck});
    view.send(domain::RefitDocuments{std::move(ids)});
}

void stale_banner(View& view, Rect& rect, const domain::Document& document) {
    const domain::StaleDocument* stale = find_stale(view, document.id);
    if (stale == nullptr) {
        return;
    }
    std::string text;
    for (const domain::StaleReason& reason : stale->reasons) {
        text += (text.empty() ? "" : " ") + reason.sentence;
    }
    const BannerSpec spec{.tone = BannerTone::Warning,
                          .icon = kIconTriangleAlert,
                          .text = text,
                          .action = stale->can_refit && view.may_write ? "Rewrite it" : "",
                          .second = view.may_write ? "Keep it" : ""};
    const float side = view.arrangement == Arrangement::Phone ? 16.0f : 24.0f;
    const float height = banner_height(view.ui, spec, rect.width - 2 * side);
    const Rect place = inset(cut_top(rect, height + 16), side, 16, side, 0);
    switch (banner(view.ui, "stale", place, spec)) {
        case BannerAnswer::Action:
            refit_documents(view, {document.id});
            break;
        case BannerAnswer::Second:
            view.send(domain::AcceptDocument{document.id});
            break;
        case BannerAnswer::None:
        case BannerAnswer::Closed:
            break;
    }
}

}  // namespace atrium::shell
