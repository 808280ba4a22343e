// Written by hand instead of through a JSON library: the tree is written in every drawn frame, and
// almost all of it is text that only has to be escaped.
#include "shell/semantics_json.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "shell/theme/utf8.h"

namespace atrium::shell {

namespace {

const char* aria_word(Role role) {
    switch (role) {
        case Role::Main:
            return "main";
        case Role::Navigation:
            return "navigation";
        case Role::Complementary:
            return "complementary";
        case Role::Region:
            return "region";
        case Role::Group:
            return "group";
        case Role::Dialog:
            return "dialog";
        case Role::Form:
            return "form";
        case Role::Heading:
            return "heading";
        case Role::Text:
            return "text";
        case Role::Image:
            return "img";
        case Role::Article:
            return "article";
        case Role::Log:
            return "log";
        case Role::List:
            return "list";
        case Role::ListItem:
            return "listitem";
        case Role::Table:
            return "table";
        case Role::Row:
            return "row";
        case Role::ColumnHeader:
            return "columnheader";
        case Role::Cell:
            return "cell";
        case Role::Button:
            return "button";
        case Role::Link:
            return "link";
        case Role::Checkbox:
            return "checkbox";
        case Role::Radio:
            return "radio";
        case Role::RadioGroup:
            return "radiogroup";
        case Role::Switch:
            return "switch";
        case Role::TabList:
            return "tablist";
        case Role::Tab:
            return "tab";
        case Role::Menu:
            return "menu";
        case Role::MenuItem:
            return "menuitem";
        case Role::MenuItemRadio:
            return "menuitemradio";
        case Role::Slider:
            return "slider";
        case Role::Select:
            return "combobox";
        case Role::Option:
            return "option";
        case Role::TextField:
            return "textbox";
        case Role::ProgressBar:
            return "progressbar";
        case Role::Status:
            return "status";
        case Role::Alert:
            return "alert";
        case Role::Separator:
            return "separator";
    }
    return "group";
}

const char* field_word(FieldKind kind) {
    switch (kind) {
        case FieldKind::None:
            return "";
        case FieldKind::Line:
            return "line";
        case FieldKind::Multiline:
            return "multiline";
        case FieldKind::Integer:
            return "integer";
        case FieldKind::Decimal:
            return "decimal";
        case FieldKind::Password:
            return "password";
        case FieldKind::Search:
            return "search";
        case FieldKind::Date:
            return "date";
    }
    return "line";
}

const char* toggle_word(Toggle toggle) {
    switch (toggle) {
        case Toggle::Off:
            return "off";
        case Toggle::On:
            return "on";
        case Toggle::Mixed:
            return "mixed";
        case Toggle::None:
            break;
    }
    return "";
}

// Appends members of one JSON object.
class ObjectWriter {
 public:
    explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }

    ~ObjectWriter() { out_ += '}'; }

    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;

    void text(const char* key, std::string_view value) {
        if (value.empty()) {
            return;
        }
        begin(key);
        append_json_string(out_, value);
    }

    void number(const char* key, double value, double left_out = 0) {
        if (value != left_out) {
            begin(key);
            append_number(value);
        }
    }

    void flag(const char* key, bool value) {
        if (value) {
            begin(key);
            out_ += "true";
        }
    }

    void rect(const Rect& rect) {
        begin("rect");
        out_ += '[';
        const float values[] = {rect.x, rect.y, rect.width, rect.height};
        for (int i = 0; i < 4; ++i) {
            if (i > 0) {
                out_ += ',';
            }
            // A hundredth of a pixel is finer than anybody sees, and steadier than a float's last digits.
            append_number(std::round(static_cast<double>(values[i]) * 100) / 100);
        }
        out_ += ']';
    }

 private:
    void begin(const char* key) {
        if (out_.back() != '{') {
            out_ += ',';
        }
        out_ += '"';
        out_ += key;
        out_ += "\":";
    }

    void append_number(double value) {
        char digits[32];
        if (!std::isfinite(value)) {
            value = 0;
        }
        // Whole numbers, which most are, exactly: an id may be as large as 2^32.
        if (value == std::floor(value) && std::fabs(value) < 1e15) {
            const auto end =
                std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(value));
            out_.append(digits, end.ptr);
        } else {
            std::snprintf(digits, sizeof digits, "%.10g", value);
            out_ += digits;
        }
    }

    std::string& out_;
};

void write_node(std::string& out, const Node& node, bool is_listbox) {
    ObjectWriter object(out);
    object.number("id", node.id);
    object.number("parent", node.parent);
    object.text("role", is_listbox ? "listbox" : aria_word(node.role));
    object.text("name", node.name);
    object.text("value", node.value);
    object.text("description", node.description);
    object.rect(node.rect);
    object.text("checked", toggle_word(node.checked));
    object.text("selected", toggle_word(node.selected));
    object.text("expanded", toggle_word(node.expanded));
    object.flag("disabled", node.disabled);
    object.flag("invalid", node.invalid);
    object.flag("busy", node.busy);
    object.flag("modal", node.modal);
    object.number("level", node.level);
    object.number("layer", node.layer);
    if (node.role == Role::Slider || node.role == Role::ProgressBar) {
        // A value of 0 means something here, so these are never left out.
        object.number("minimum", node.minimum, -1e300);
        object.number("maximum", node.maximum, -1e300);
        object.number("current", node.current, -1e300);
        object.number("step", node.step);
    }
    if (node.role == Role::TextField) {
        object.text("field", field_word(node.field));
        object.text("placeholder", node.placeholder);
        object.text("autocomplete", node.autocomplete);
        object.number("max_length", node.max_length);
        object.number("font_size", static_cast<double>(node.font_size));
        object.number("line_height", static_cast<double>(node.line_height));
        object.flag("submits_on_enter", node.submits_on_enter);
    }
    object.text("href", node.href);
    object.text("focus",
                node.focus == Focus::TabStop  ? "tab-stop"
                : node.focus == Focus::Arrows ? "arrows"
                                              : "");
    object.flag("opens_menu", node.opens_menu);
}

// ARIA calls a list of options a listbox.
std::unordered_set<NodeId> lists_of_options(const Semantics& semantics) {
    std::unordered_set<NodeId> lists;
    for (const Node& node : semantics.nodes()) {
        if (node.role == Role::Option) {
            lists.insert(node.parent);
        }
    }
    return lists;
}

// FNV-1a.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    }
    return hash;
}

}  // namespace

std::string SemanticsWriter::changes(const Semantics& semantics) {
    const std::unordered_set<NodeId> option_lists = lists_of_options(semantics);
    std::unordered_map<NodeId, Written> now;
    now.reserve(semantics.nodes().size());
    bool same = semantics.nodes().size() == written_.size();
    std::string out = "[";
    std::string text;
    for (const Node& node : semantics.nodes()) {
        text.clear();
        write_node(text, node, node.role == Role::List && option_lists.count(node.id) > 0);
        const Written written = {hash_of(text), now.size()};
        const auto before = written_.find(node.id);
        const bool known = before != written_.end() && before->second.hash == written.hash;
        same = same && known && before->second.place == written.place;
        if (out.size() > 1) {
            out += ',';
        }
        out += known ? std::to_string(node.id) : text;
        now.emplace(node.id, written);
    }
    out += ']';
    written_ = std::move(now);
    return same ? std::string() : out;
}

}  // namespace atrium::shell
