// Finished work told in words of the speaker's own: "my brother put his card in and I got 9 dollars".
// No phrase knows such a sentence; what tells is how many words of one task meet in it.
#pragma once

#include <string>
#include <vector>

#include "core/domain/detector/task_statements.h"

namespace atrium::domain::detector {

struct TaskEvidence {
    std::uint32_t sentence = 0;
    std::string task_id;
};

// The sentences that report something done and whose words point to one task, in text order.
[[nodiscard]] std::vector<TaskEvidence> evidence_in(const TaskStatements& on);

}  // namespace atrium::domain::detector
