// One document: Markdown at the left, how it reads at the right, versions in a menu.
#pragma once

#include <string>

#include "core/domain/document.h"
#include "shell/views/view.h"

namespace atrium::shell {

void document_editor_ui(View& view, Rect rect, const domain::Document& document);

// Drops the text being edited, when another document is opened.
void forget_document_text(View& view);

// "you", "built-in guide", "Claude Sonnet 5.5".
std::string version_author(const View& view, const domain::DocumentVersion& version);

}  // namespace atrium::shell
