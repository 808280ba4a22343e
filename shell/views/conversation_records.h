// What came of a message, under it: decisions, tasks and drafts that were recorded (solid, with
// Undo), and suggestions to confirm (hollow).
#pragma once

#include <string>
#include <vector>

#include "shell/views/view.h"

namespace atrium::shell {

// One strip, with its words. Undone ones stay as long as they can be brought back.
struct RecordStrip {
    enum class Kind { Decision, Task, Draft, Suggestion };

    Kind kind = Kind::Decision;
    std::uint64_t key = 0;
    domain::BatchId batch;
    domain::Millis at = 0;
    const char* icon = nullptr;
    std::string label;
    std::string value;
    std::string percent;
    bool can_undo = true;
    bool undone = false;
    domain::DecisionCategory category = domain::DecisionCategory::Platform;
    domain::SuggestionId suggestion;
    domain::DocumentId document;
};

[[nodiscard]] std::vector<RecordStrip> record_strips(const View& view, domain::MessageId message);

// In rows from the right, 8 px apart.
[[nodiscard]] float record_strips_height(const View& view,
                                         const std::vector<RecordStrip>& strips,
                                         float width);
void record_strips_ui(View& view, const std::vector<RecordStrip>& strips, Rect rect);

}  // namespace atrium::shell
