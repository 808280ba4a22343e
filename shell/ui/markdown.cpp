#include "shell/ui/markdown.h"

#include "shell/theme/utf8.h"
#include "shell/ui/markdown_draw.h"
#include "shell/ui/markdown_write.h"
#include "shell/ui/paint.h"
#include "shell/ui/text_selection.h"

namespace atrium::shell {

namespace {

// A character may arrive in two parts; its beginning waits for the rest.
std::size_t complete_length(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xc0u) == 0x80) {
            continue;
        }
        const std::size_t wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return wanted > back ? text.size() - back : text.size();
    }
    return text.size();
}

struct ParsedPiece {
    std::size_t begin = 0;
    std::vector<Block> blocks;
};

Block code_block(const MarkdownPiece& piece, std::string_view text) {
    Block block;
    block.kind = BlockKind::Code;
    block.info = piece.info;
    std::string_view code = text.substr(piece.code_begin, piece.code_end - piece.code_begin);
    if (!code.empty() && code.back() == '\n') {
        code.remove_suffix(1);
    }
    block.content.text = std::string(code);
    return block;
}

}  // namespace

struct Markdown::Impl {
    MarkdownPurpose purpose = MarkdownPurpose::Conversation;
    std::string source;       // as it was set
    std::string clean;        // harmless, as it is parsed
    std::size_t cleaned = 0;  // bytes of source that are in clean
    std::vector<ParsedPiece> pieces;
    float measured_width = -1;
    float measured_scale = 0;
    float total = 0;

    // Calls use(block, y) for each block, y from the top; returns the height.
    template <typename Use>
    float walk(float width, Use use) {
        float y = 0;
        const Block* before = nullptr;
        for (ParsedPiece& piece : pieces) {
            for (Block& block : piece.blocks) {
                lay_out_block(block, width, purpose);
                y += before == nullptr ? 0 : gap_before(*before, block, purpose);
                use(block, y);
                y += block.layout.height;
                before = &block;
            }
        }
        return y;
    }

    void parse_from(std::size_t begin) {
        for (const MarkdownPiece& piece : split_markdown(clean, begin)) {
            ParsedPiece parsed{.begin = piece.begin};
            if (piece.code) {
                parsed.blocks.push_back(code_block(piece, clean));
            } else {
                parse_markdown(std::string_view(clean).substr(piece.begin, piece.end - piece.begin),
                               parsed.blocks);
            }
            pieces.push_back(std::move(parsed));
        }
    }
};

Markdown::Markdown(MarkdownPurpose purpose) : impl_(std::make_unique<Impl>()) {
    impl_->purpose = purpose;
}

Markdown::~Markdown() = default;
Markdown::Markdown(Markdown&&) noexcept = default;
Markdown& Markdown::operator=(Markdown&&) noexcept = default;

const std::string& Markdown::text() const {
    return impl_->source;
}

void Markdown::set_text(std::string_view text) {
    Impl& impl = *impl_;
    if (text == impl.source) {
        return;
    }
    const bool grew = text.substr(0, impl.source.size()) == impl.source;
    if (!grew) {
        impl.clean.clear();
        impl.cleaned = 0;
        impl.pieces.clear();
    }
    impl.source = std::string(text);
    const std::size_t complete = complete_length(text);
    if (complete > impl.cleaned) {
        impl.clean += harmless_text(text.substr(impl.cleaned, complete - impl.cleaned));
        impl.cleaned = complete;
    }
    std::size_t from = 0;
    if (!impl.pieces.empty()) {
        from = impl.pieces.back().begin;
        impl.pieces.pop_back();
    }
    impl.parse_from(from);
    impl.measured_width = -1;
}

float Markdown::height(float width) {
    Impl& impl = *impl_;
    if (impl.measured_width != width || impl.measured_scale != text_scale()) {
        impl.total = impl.walk(width, [](Block&, float) {});
        impl.measured_width = width;
        impl.measured_scale = text_scale();
    }
    return impl.total;
}

void Markdown::draw(
    Ui& ui, std::string_view key, float x, float y, float width, const MarkdownStyle& style) {
    const auto scope = ui.push(key);
    std::uint64_t index = 0;
    std::size_t offset = 0;
    Block* last = nullptr;
    float last_y = y;
    impl_->walk(width, [&](Block& block, float top) {
        const Rect rect{x, y + top, width, block.layout.height};
        if (ui.visible(rect)) {
            const auto block_scope = ui.push(index);
            draw_block(ui, block, rect, style, offset);
        } else if (wants_all_texts(ui)) {
            offer_texts(ui, block, rect, offset);
        }
        offset += flat_size(block) + 1;
        ++index;
        last = &block;
        last_y = rect.y;
    });
    if (style.caret) {
        draw_caret(ui, last, x, last_y);
    }
}

std::size_t Markdown::flat_length() const {
    std::size_t length = 0;
    for (const ParsedPiece& piece : impl_->pieces) {
        for (const Block& block : piece.blocks) {
            length += flat_size(block) + 1;
        }
    }
    return length == 0 ? 0 : length - 1;
}

std::string Markdown::flat_text() const {
    std::string flat;
    for (const ParsedPiece& piece : impl_->pieces) {
        for (const Block& block : piece.blocks) {
            add_flat_text(flat, block);
            flat += '\n';
        }
    }
    if (!flat.empty()) {
        flat.pop_back();
    }
    return flat;
}

std::string Markdown::markdown_of(TextRange part) const {
    if (part.begin == 0 && part.end >= flat_length()) {
        return impl_->source;
    }
    std::vector<BlockPart> parts;
    std::size_t begin = 0;
    for (const ParsedPiece& piece : impl_->pieces) {
        for (const Block& block : piece.blocks) {
            const std::size_t end = begin + flat_size(block);
            if (part.begin < end && part.end > begin) {
                parts.push_back(
                    {&block,
                     {std::max(part.begin, begin) - begin, std::min(part.end, end) - begin}});
            }
            begin = end + 1;
        }
    }
    return write_markdown(parts);
}

std::string Markdown::plain_text() const {
    std::string plain;
    const auto add = [&plain](std::string_view text) {
        if (!text.empty()) {
            plain += plain.empty() ? "" : "\n";
            plain += text;
        }
    };
    for (const ParsedPiece& piece : impl_->pieces) {
        for (const Block& block : piece.blocks) {
            add(block.content.text);
            for (const InlineText& cell : block.table.cells) {
                add(cell.text);
            }
        }
    }
    return plain;
}

}  // namespace atrium::shell
