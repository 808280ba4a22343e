// md4c's callbacks, turned into flat blocks.
#include <algorithm>

#include "core/domain/link_definitions.h"
#include "md4c.h"
#include "shell/ui/markdown_blocks.h"
#include "shell/ui/markdown_entity.h"
#include "shell/ui/markdown_marks.h"

namespace atrium::shell {

namespace {

class Reader {
 public:
    explicit Reader(std::vector<Block>& blocks) : blocks_(blocks) {}

    void enter_block(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                ++quotes_;
                break;
            case MD_BLOCK_UL:
                lists_.push_back({false, 0});
                break;
            case MD_BLOCK_OL:
                lists_.push_back({true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start});
                break;
            case MD_BLOCK_LI:
                begin_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
                break;
            case MD_BLOCK_HR:
                begin_block(BlockKind::Rule);
                break;
            case MD_BLOCK_H:
                begin_block(BlockKind::Heading).level =
                    static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
                break;
            case MD_BLOCK_CODE:
                begin_block(BlockKind::Code);
                break;
            case MD_BLOCK_P:
                begin_block(BlockKind::Paragraph);
                break;
            case MD_BLOCK_TABLE: {
                const auto& table = *static_cast<MD_BLOCK_TABLE_DETAIL*>(detail);
                begin_block(BlockKind::Table).table.columns = std::min(table.col_count, 24u);
                break;
            }
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                begin_cell(*static_cast<MD_BLOCK_TD_DETAIL*>(detail), type);
                break;
            case MD_BLOCK_TR:
                column_ = 0;
                break;
            default:
                break;
        }
    }

    void leave_block(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                --quotes_;
                break;
            case MD_BLOCK_UL:
            case MD_BLOCK_OL:
                lists_.pop_back();
                break;
            case MD_BLOCK_CODE:
                if (!blocks_.empty() && !blocks_.back().content.text.empty() &&
                    blocks_.back().content.text.back() == '\n') {
                    blocks_.back().content.text.pop_back();
                }
                open_ = false;
                break;
            case MD_BLOCK_LI:
                item_open_ = false;
                open_ = false;
                break;
            case MD_BLOCK_P:
            case MD_BLOCK_H:
            case MD_BLOCK_HR:
            case MD_BLOCK_TABLE:
                open_ = false;
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                skip_cell_ = false;
                break;
            default:
                break;
        }
    }

    void enter_span(MD_SPANTYPE type, void* detail) {
        switch (type) {
            case MD_SPAN_STRONG:
                marks_.enter(InlineMark::Strong);
                break;
            case MD_SPAN_EM:
                marks_.enter(InlineMark::Emphasis);
                break;
            case MD_SPAN_CODE:
                marks_.set_code(true);
                break;
            case MD_SPAN_DEL:
                marks_.enter(InlineMark::Strike);
                break;
            case MD_SPAN_A:
                enter_link(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
                break;
            case MD_SPAN_IMG:
                enter_link(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
                break;
            default:
                break;
        }
    }

    void leave_span(MD_SPANTYPE type) {
        switch (type) {
            case MD_SPAN_CODE:
                marks_.set_code(false);
                break;
            case MD_SPAN_STRONG:
            case MD_SPAN_EM:
            case MD_SPAN_DEL:
            case MD_SPAN_A:
            case MD_SPAN_IMG:
                marks_.leave();
                break;
            default:
                break;
        }
    }

    void text(MD_TEXTTYPE type, std::string_view text) {
        switch (type) {
            case MD_TEXT_BR:
                append("\n");
                break;
            case MD_TEXT_SOFTBR:
                append(" ");
                break;
            case MD_TEXT_NULLCHAR:
                append("\xef\xbf\xbd");
                break;
            case MD_TEXT_ENTITY:
                append(decoded_entity(text));
                break;
            default:
                append(domain::without_definition_marks(text));
                break;
        }
    }

 private:
    struct OpenList {
        bool numbered = false;
        unsigned number = 0;
    };

    Block& begin_block(BlockKind kind) {
        Block block;
        block.kind = kind;
        block.quote = std::min(quotes_, kDeepest);
        block.indent = std::min(static_cast<int>(lists_.size()), kDeepest);
        block.in_list = !lists_.empty();
        if (item_open_) {
            block.marker = std::exchange(marker_, {});
            block.task = std::exchange(task_, TaskMark::None);
            item_open_ = false;
        }
        blocks_.push_back(std::move(block));
        open_ = true;
        return blocks_.back();
    }

    void begin_item(const MD_BLOCK_LI_DETAIL& detail) {
        open_ = false;
        item_open_ = true;
        OpenList& list = lists_.back();
        marker_ = list.numbered ? std::to_string(list.number++) : "\xe2\x80\xa2";
        task_ = !detail.is_task           ? TaskMark::None
                : detail.task_mark == ' ' ? TaskMark::Open
                                          : TaskMark::Done;
    }

    void begin_cell(const MD_BLOCK_TD_DETAIL& detail, MD_BLOCKTYPE type) {
        TableCells& table = blocks_.back().table;
        skip_cell_ = column_ >= table.columns;
        if (skip_cell_) {
            return;
        }
        if (type == MD_BLOCK_TH) {
            table.aligns.push_back(detail.align == MD_ALIGN_RIGHT    ? Align::Right
                                   : detail.align == MD_ALIGN_CENTER ? Align::Centre
                                                                     : Align::Left);
        }
        table.cells.emplace_back();
        ++column_;
    }

    void enter_link(const MD_ATTRIBUTE& address) {
        marks_.enter_link(current(), {address.text, address.size});
    }

    InlineText* current() {
        if (!open_) {
            begin_block(BlockKind::Paragraph);  // a tight list's item has no paragraph of its own
        }
        Block& block = blocks_.back();
        if (block.kind != BlockKind::Table) {
            return &block.content;
        }
        return block.table.cells.empty() || skip_cell_ ? nullptr : &block.table.cells.back();
    }

    void append(std::string_view text) {
        InlineText* target = current();
        if (target == nullptr) {
            return;
        }
        marks_.append(*target, text);
    }

    std::vector<Block>& blocks_;
    std::vector<OpenList> lists_;
    int quotes_ = 0;
    bool open_ = false;       // the last block takes text
    bool item_open_ = false;  // the next block is the first of an item
    std::string marker_;
    TaskMark task_ = TaskMark::None;
    std::size_t column_ = 0;
    bool skip_cell_ = false;
    OpenMarks marks_;
};

Reader& reader_of(void* user) {
    return *static_cast<Reader*>(user);
}

}  // namespace

void parse_markdown(std::string_view text, std::vector<Block>& blocks) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML |
                   MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_PERMISSIVEURLAUTOLINKS |
                   MD_FLAG_PERMISSIVEEMAILAUTOLINKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        reader_of(user).enter_block(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        reader_of(user).leave_block(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
        reader_of(user).enter_span(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
        reader_of(user).leave_span(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* user) {
        reader_of(user).text(type, {characters, size});
        return 0;
    };
    Reader reader(blocks);
    const std::string marked = domain::without_link_definitions(text);
    md_parse(marked.data(), static_cast<MD_SIZE>(marked.size()), &parser, &reader);
}

}  // namespace atrium::shell
