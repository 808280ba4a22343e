// What is on screen, for everything that does not look at pixels: screen readers, the keyboard, text
// fields and browser tests. Each widget records one Node in the same call that draws it, so the tree
// cannot differ from the picture; web/ turns the tree into DOM elements and sends what people do to
// them back as SemanticAction. Views never talk to the DOM.
//
//     semantics.add({.id = id, .role = Role::Button, .name = "Send", .rect = rect});
//     if (semantics.activated(id)) send();
//
// Why not from Dear ImGui's item hooks: they carry no role, value or parent, and every widget here is
// ours, so it knows all of them already.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace atrium::shell {

// Stable while the thing it stands for exists: a hash of Dear ImGui's ID stack, whose list rows are
// keyed by model id. 0 means the root.
using NodeId = std::uint32_t;

// CSS pixels, relative to the canvas.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    bool operator==(const Rect&) const = default;

    float right() const { return x + width; }

    float bottom() const { return y + height; }
};

enum class Role {
    Main,
    Navigation,
    Complementary,
    Region,
    Group,
    Dialog,
    Form,
    Heading,
    Text,
    Image,
    Article,
    Log,
    List,
    ListItem,
    Table,
    Row,
    ColumnHeader,
    Cell,
    Button,
    Link,
    Checkbox,
    Radio,
    RadioGroup,
    Switch,
    TabList,
    Tab,
    Menu,
    MenuItem,
    MenuItemRadio,
    Slider,
    Select,
    Option,
    TextField,
    ProgressBar,
    Status,
    Alert,
    Separator,
};

enum class Toggle { None, Off, On, Mixed };

// Whether the keyboard reaches something that is neither pressed nor typed in (a message): of several
// side by side Tab stops at one, and the arrows go to the others.
enum class Focus { None, Arrows, TabStop };

// How a text field is to behave; the browser lays a real <input> or <textarea> over its rectangle.
enum class FieldKind { None, Line, Multiline, Integer, Decimal, Password, Search, Date };

struct Node {
    NodeId id = 0;
    NodeId parent = 0;  // filled in by Semantics::add from the open containers
    Role role = Role::Text;
    std::string name;
    std::string value;        // text of a field, words of a slider or progress bar
    std::string description;  // help or error text of a field, read after its name
    Rect rect;
    Toggle checked = Toggle::None;   // Checkbox, Radio, Switch, pressed Button
    Toggle selected = Toggle::None;  // Tab, Option; current page of a navigation Button
    Toggle expanded = Toggle::None;
    bool disabled = false;
    bool invalid = false;
    bool busy = false;   // a Log that is being written to
    bool modal = false;  // a Dialog: the nodes outside it are not published
    int level = 0;       // Heading
    int layer = 0;       // above the rest of the screen: menus, dialogs, toasts
    double minimum = 0, maximum = 0, current = 0, step = 0;  // Slider, ProgressBar (0 to 100)
    FieldKind field = FieldKind::None;
    std::string placeholder;
    std::string autocomplete;  // HTML autocomplete word, empty for "off"
    int max_length = 0;        // characters of a field, 0 = unlimited
    float font_size = 14;      // of a field, CSS pixels
    float line_height = 20;
    bool submits_on_enter = false;  // Enter sends, Shift+Enter breaks the line
    std::string href;               // Link
    Focus focus = Focus::None;      // Article
    bool opens_menu = false;        // Button

    bool operator==(const Node&) const = default;
};

// What a person did to a DOM element of the tree.
struct SemanticAction {
    enum class Kind {
        Activate,  // click, Enter, Space or an assistive technology's press
        SetValue,  // a field's new text, a slider's new number
        Submit,    // Enter in a field that submits
        Focus,
        Blur,
        Escape,
    };

    Kind kind = Kind::Activate;
    NodeId id = 0;
    std::string text;
    bool by_keyboard = false;  // Focus: draw the focus ring
};

// The tree of the frame that is being drawn, and the actions that came in since the last one.
class Semantics {
 public:
    // Starts a frame with the actions to be delivered in it.
    void begin_frame(std::vector<SemanticAction> actions);

    // Records a widget below the innermost open container and returns its id: the node's own, or the
    // next free one when another node of this frame has it already.
    NodeId add(Node node);

    // Opens a container; every add until the matching close() is below it.
    NodeId open(Node node);

    void close();

    // Ends the frame; drops nodes outside an open modal dialog.
    void end_frame();

    // Deliveries for this frame. Each may be asked any number of times.
    bool activated(NodeId id) const;

    bool submitted(NodeId id) const;

    // The new value, or null when the person changed nothing.
    const std::string* new_value(NodeId id) const;

    // True in the frame in which the element received the focus (for scrolling it into view).
    bool focus_arrived(NodeId id) const;

    bool escape_pressed() const { return escape_pressed_; }

    // The element that has the DOM focus, 0 for none; `focus_by_keyboard` says whether to show it.
    NodeId focused() const { return focused_; }

    bool focus_by_keyboard() const { return focus_by_keyboard_; }

    // Asks the browser to move the focus after this frame (a dialog's first field, the composer).
    void request_focus(NodeId id) { focus_request_ = id; }

    NodeId take_focus_request();

    // Says a sentence to screen readers: politely, after what is being read.
    void announce(std::string sentence) { announcements_.push_back(std::move(sentence)); }

    std::vector<std::string> take_announcements();

    const std::vector<Node>& nodes() const { return nodes_; }

 private:
    std::vector<Node> nodes_;
    std::unordered_set<NodeId> used_ids_;
    std::vector<NodeId> containers_;
    NodeId modal_ = 0;
    std::unordered_set<NodeId> activated_;
    std::unordered_set<NodeId> submitted_;
    std::unordered_set<NodeId> focus_arrived_;
    std::unordered_map<NodeId, std::string> new_values_;
    std::vector<std::string> announcements_;
    NodeId focused_ = 0;
    NodeId focus_request_ = 0;
    bool focus_by_keyboard_ = false;
    bool escape_pressed_ = false;
};

}  // namespace atrium::shell
