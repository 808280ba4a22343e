// The banner over a document that quotes what is decided otherwise by now.
#pragma once

#include <vector>

#include "shell/views/view.h"

namespace atrium::shell {

// Rewrites documents with today's decisions, and says so.
void refit_documents(View& view, std::vector<domain::DocumentId> ids);

// Takes its height off the upper edge of `rect`; nothing when the document holds.
void stale_banner(View& view, Rect& rect, const domain::Document& document);

// Null when the document holds.
[[nodiscard]] const domain::StaleDocument* find_stale(const View& view, domain::DocumentId id);

}  // namespace atrium::shell
