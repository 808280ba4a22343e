#include "shell/ui/markdown_write.h"

#include <algorithm>

namespace atrium::shell {

namespace {

constexpr int kSpacesOfLevel = 4;  // deep enough below "10. ", not yet code below "- "

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

bool is_whole(const BlockPart& part) {
    return part.part.begin == 0 && part.part.end == flat_size(*part.block);
}

std::size_t longest_run(std::string_view text, char wanted) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (char c : text) {
        run = c == wanted ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

// What stands in front of a block's lines: quotes around the list, the list's indent, quotes in it.
struct Margin {
    std::string first, others;
};

class Writer {
 public:
    explicit Writer(std::span<const BlockPart> parts) : parts_(parts) {
        for (const BlockPart& part : parts) {
            if (part.block->in_list) {
                least_indent_ = least_indent_ == 0 ? part.block->indent
                                                   : std::min(least_indent_, part.block->indent);
            }
        }
    }

    std::string write() {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const BlockPart& part = parts_[i];
            // A piece of one block is words, not a block.
            marked_ = part.part.begin == 0 && (is_whole(part) || parts_.size() > 1);
            if (i > 0) {
                separate(*parts_[i - 1].block, *part.block);
            }
            add_lines(margin_of(*part.block), content_of(part));
            before_was_item_ = marked_ && part.block->in_list;
        }
        return std::move(out_);
    }

 private:
    void separate(const Block& before, const Block& block) {
        const bool next_item = before_was_item_ && block.in_list && !block.marker.empty();
        out_ += '\n';
        if (!next_item) {
            std::string quotes = repeated("> ", std::min(before.quote, block.quote));
            if (!quotes.empty()) {
                quotes.pop_back();
            }
            out_ += quotes + '\n';
        }
    }

    Margin margin_of(const Block& block) {
        if (!marked_) {
            return {};
        }
        if (!block.in_list || !block.marker.empty()) {
            quotes_around_list_ = block.quote;
        }
        const int around = std::min(block.quote, quotes_around_list_);
        const std::string inner = repeated("> ", block.quote - around);
        const int level = block.in_list ? block.indent - least_indent_ + 1 : 0;
        Margin margin;
        margin.others = repeated("> ", around) + repeated(" ", level * kSpacesOfLevel) + inner;
        margin.first = margin.others;
        if (!block.marker.empty()) {
            margin.first = repeated("> ", around) + repeated(" ", (level - 1) * kSpacesOfLevel) +
                           marker_of(block) + inner;
        }
        return margin;
    }

    static std::string marker_of(const Block& block) {
        const bool numbered = block.marker[0] >= '0' && block.marker[0] <= '9';
        return numbered                       ? block.marker + ". "
               : block.task == TaskMark::Done ? "- [x] "
               : block.task == TaskMark::Open ? "- [ ] "
                                              : "- ";
    }

    std::string content_of(const BlockPart& part) const {
        const Block& block = *part.block;
        switch (block.kind) {
            case BlockKind::Rule:
                return "---";
            case BlockKind::Code:
                return code(part);
            case BlockKind::Table:
                return table(part);
            case BlockKind::Heading:
                return (marked_ ? repeated("#", block.level) + " " : "") +
                       write_inline(block.content, part.part);
            case BlockKind::Paragraph:
                break;
        }
        return write_inline(block.content, part.part);
    }

    std::string code(const BlockPart& part) const {
        const std::string& text = part.block->content.text;
        std::string words = text.substr(part.part.begin, part.part.end - part.part.begin);
        if (!marked_) {
            return words;
        }
        const std::string fence(std::max<std::size_t>(3, longest_run(words, '`') + 1), '`');
        return fence + part.block->info + "\n" + words + "\n" + fence;
    }

    static std::string table_row(const TableCells& table, std::size_t row) {
        std::string line = "|";
        for (std::size_t column = 0; column < table.columns; ++column) {
            const std::size_t i = row * table.columns + column;
            std::string cell;
            if (i < table.cells.size()) {
                cell = write_inline(table.cells[i], {0, table.cells[i].text.size()});
            }
            for (std::size_t at = cell.find('|'); at < cell.size(); at = cell.find('|', at + 2)) {
                cell.insert(at, "\\");
            }
            line += " " + cell + " |";
        }
        return line;
    }

    static std::string table_rule(const TableCells& table) {
        std::string line = "|";
        for (std::size_t column = 0; column < table.columns; ++column) {
            const Align align = column < table.aligns.size() ? table.aligns[column] : Align::Left;
            line += align == Align::Right ? "--:|" : align == Align::Centre ? ":-:|" : "---|";
        }
        return line;
    }

    std::string table(const BlockPart& part) const {
        const TableCells& table = part.block->table;
        std::size_t first = table.cells.size();
        std::size_t last = 0;
        TextRange in_first;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const std::size_t end = begin + table.cells[i].text.size();
            if (part.part.begin < end && part.part.end > begin) {
                if (first == table.cells.size()) {
                    first = i;
                    in_first = {std::max(part.part.begin, begin) - begin,
                                std::min(part.part.end, end) - begin};
                }
                last = i;
            }
            begin = end + 1;
        }
        if (first == table.cells.size()) {
            return "";
        }
        if (first == last && !marked_) {
            return write_inline(table.cells[first], in_first);
        }
        std::string lines = table_row(table, 0) + "\n" + table_rule(table);
        const std::size_t begin_row = std::max<std::size_t>(1, first / table.columns);
        for (std::size_t row = begin_row; row <= last / table.columns; ++row) {
            lines += "\n" + table_row(table, row);
        }
        return lines;
    }

    void add_lines(const Margin& margin, std::string_view content) {
        out_ += margin.first;
        for (char c : content) {
            out_ += c;
            if (c == '\n') {
                out_ += margin.others;
            }
        }
    }

    std::span<const BlockPart> parts_;
    std::string out_;
    int least_indent_ = 0;
    int quotes_around_list_ = 0;
    bool marked_ = false;
    bool before_was_item_ = false;
};

}  // namespace

std::size_t flat_size(const Block& block) {
    if (block.kind == BlockKind::Rule) {
        return 1;
    }
    if (block.kind != BlockKind::Table) {
        return block.content.text.size();
    }
    std::size_t size = 0;
    for (const InlineText& cell : block.table.cells) {
        size += cell.text.size() + 1;
    }
    return size == 0 ? 0 : size - 1;
}

void add_flat_text(std::string& flat, const Block& block) {
    if (block.kind == BlockKind::Rule) {
        flat += '-';
    } else if (block.kind != BlockKind::Table) {
        flat += block.content.text;
    }
    for (std::size_t i = 0; i < block.table.cells.size(); ++i) {
        flat += i > 0 ? "\n" : "";
        flat += block.table.cells[i].text;
    }
}

std::string write_markdown(std::span<const BlockPart> parts) {
    return Writer(parts).write();
}

}  // namespace atrium::shell
