// Text that can be marked with mouse, finger and keyboard, to be copied. An area holds items in reading
// order (the messages of a conversation, one document), and a selection may reach over several. The
// view keeps the TextSelection and knows what copying it gives; the area moves it.
//
//     SelectionArea area(ui, "text", pane, memory.selection, memory.scroll);   // before the ScrollArea
//     {
//         const auto item = area.item(message.id.value, text.flat_length(), article);
//         text.draw(ui, …);                                                    // or paragraph(…)
//     }
//     if (area.end()) copy();                                                  // after the ScrollArea
//
// Mouse: drag, double click for words, triple click for paragraphs, Shift to extend. Finger: a long
// press selects a word and goes on by dragging; handles and Copy stand at the selection. Keyboard: Ctrl
// A selects the item that has the focus, Shift with arrows, Home and End moves the selection's end
// while nothing but an item has the focus, Escape selects nothing. Ctrl C is the host's, which asks
// for the text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shell/ui/scroll.h"
#include "shell/ui/text.h"
#include "shell/ui/text_steps.h"
#include "shell/ui/ui.h"

namespace atrium::shell {

struct TextSpan {
    TextPlace first, last;
};

enum class SelectionUnit { Character, Word, Paragraph };

// What mouse, finger or keys are about, from one frame to the next.
struct SelectionGesture {
    SelectionUnit unit = SelectionUnit::Character;
    int clicks = 0;  // quickly one after the other, at one place
    double pressed_at = -1;
    float x = 0, y = 0;
    bool by_long_press = false;
    float aim_x = 0, aim_y = 0;  // from the finger on a handle to the text that it stands for
    float column = -1;           // that steps by line keep to
    float focus_y = 0;           // of the content, where the focus was seen last
};

// Kept by the view between frames.
class TextSelection {
 public:
    SelectionGesture gesture;

    // Shift with arrows, Home and End is the selection's, because nothing else has the focus.
    bool takes_keys = false;

    // Something was pressed, be it that no character lies between.
    bool begun() const { return anchor_.first.item != 0; }

    bool empty() const { return first() == last(); }

    TextPlace first() const { return std::min(anchor_.first, head_.first); }

    TextPlace last() const { return std::max(anchor_.last, head_.last); }

    void start(TextSpan span) { anchor_ = head_ = span; }

    // From what start() was given to here, both included.
    void extend_to(TextSpan span) { head_ = span; }

    bool ends_in(std::uint64_t item) const { return first().item == item || last().item == item; }

    // The end that Shift moves; the other one stays.
    TextPlace focus() const { return is_backward() ? head_.first : head_.last; }

    void move_focus(TextPlace to);

    void clear() { anchor_ = head_ = {}; }

    // What is selected of an item whose flat text has so many bytes.
    TextRange within(std::uint64_t item, std::size_t length) const;

    // An item has another text, which mostly is more of the same: what is selected of it stays selected.
    void text_changed(std::uint64_t item, std::string_view before, std::string_view after);

 private:
    bool is_backward() const { return head_.first < anchor_.first; }

    TextSpan anchor_, head_;
};

class SelectionArea {
 public:
    SelectionArea(
        Ui& ui, std::string_view key, Rect view, TextSelection& selection, ScrollState& scroll);
    ~SelectionArea();
    SelectionArea(const SelectionArea&) = delete;
    SelectionArea& operator=(const SelectionArea&) = delete;

    class Item {  // ends the item
     public:
        explicit Item(SelectionArea& area) : area_(area) {}

        Item(const Item&) = delete;
        Item& operator=(const Item&) = delete;

        ~Item() { area_.item_ = 0; }

     private:
        SelectionArea& area_;
    };

    // What is drawn until the result goes out of scope belongs to this item. `node` is the element
    // that stands for it, where the keyboard focus may be.
    [[nodiscard]] Item item(std::uint64_t id, std::size_t length, NodeId node = 0);

    // Moves the selection by what the person did. True when Copy was pressed at it. Must be called
    // after the last item.
    bool end();

 private:
    friend TextRange selectable(
        Ui& ui, const TextLayout& layout, Rect place, Align align, std::size_t offset);
    friend bool wants_all_texts(Ui& ui);

    // A text drawn in this frame, and the place in it that is nearest to the pointer.
    struct Nearest {
        float away_y = 0, away_x = 0;
        std::size_t text_begin = 0;
        TextSpan character, word, paragraph;
    };

    // One end of the selection on the screen, a line high.
    struct Handle {
        bool seen = false;
        Rect caret;
    };

    TextRange take_part(const TextLayout& layout, Rect place, Align align, std::size_t offset);
    void find_nearest(const TextLayout& layout, Rect place, Align align, std::size_t offset);
    const TextSpan& nearest_span() const;
    bool has_moved() const;
    void follow_mouse();
    void press();
    void follow_finger();
    void drag();
    void follow_keys();
    static std::optional<TextStep> step_of_keys();
    bool is_covered() const;
    void take_step();
    void announce_step(TextPlace before);
    void handle(std::string_view key, const Handle& end, TextPlace this_end, TextPlace other_end);
    bool touch_tools();

    Ui& ui_;
    NodeId id_, first_id_, last_id_;
    Rect view_;
    TextSelection& selection_;
    ScrollState& scroll_;
    std::uint64_t item_ = 0;
    std::size_t item_length_ = 0;
    bool item_has_focus_ = false;    // one of them
    std::optional<TextStep> step_;   // that a key asks for in this frame,
    std::vector<PlacedText> texts_;  // and then all texts of the items
    float drawn_offset_ = 0;         // of the scroll area when they were drawn
    bool found_ = false;
    Nearest nearest_;
    bool over_text_ = false;
    Handle first_, last_, focus_;
    TextSpan whole_;  // of the item that Ctrl A is about
    bool ended_ = false;
};

// For whoever draws a layout: takes part in the selection when an item is open, and says what to draw
// as selected. `offset` is where the layout's text begins in the item's flat text.
TextRange selectable(Ui& ui, const TextLayout& layout, Rect place, Align align, std::size_t offset);

// An item is open and asks for its texts out of sight too: a key may lead into them.
bool wants_all_texts(Ui& ui);

}  // namespace atrium::shell
