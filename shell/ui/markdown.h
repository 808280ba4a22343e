// Markdown as the workspace shows it: headings, paragraphs, bold, lists, task lists, tables, quotes,
// code with Copy, links to http, https and mailto only. HTML and definitions of links are shown as
// text. Safe with anything: control and direction characters are removed, nesting and sizes are
// bounded.
//
//     markdown.set_text(message.text);              // cheap when the text only grew
//     float height = markdown.height(width);        // laid out once for each width
//     markdown.draw(ui, "answer", x, y, width);
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shell/ui/markdown_layout.h"
#include "shell/ui/text.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

struct MarkdownStyle {
    bool caret = false;          // the writing caret after the last character
    Color color = 0;             // default text_1
    std::string_view highlight;  // marks every occurrence (search, outdated values)
};

class Markdown {
 public:
    Markdown() : Markdown(MarkdownPurpose::Conversation) {}

    // Documents have larger headings and wider lists than a conversation.
    explicit Markdown(MarkdownPurpose purpose);
    ~Markdown();
    Markdown(Markdown&&) noexcept;
    Markdown& operator=(Markdown&&) noexcept;

    // Parses what is new. Text that merely grew at its end costs as much as its last block.
    void set_text(std::string_view text);

    // The text as it was set.
    const std::string& text() const;

    // Height at this width; remembered until text, width or text size change.
    float height(float width);

    // Draws what is inside the clip and records it. Opens links through the platform.
    void draw(Ui& ui,
              std::string_view key,
              float x,
              float y,
              float width,
              const MarkdownStyle& style = {});

    // The words of all blocks with one byte between two; what a selection counts in.
    std::size_t flat_length() const;

    std::string flat_text() const;

    // This part of the flat text as Markdown: what is bold, a link, a list or code stays it. All of it
    // is the text as it was set.
    std::string markdown_of(TextRange part) const;

    // The words without markup, for reading out, copying and search.
    std::string plain_text() const;

 private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace atrium::shell
