// Finds the tasks that a message reports as finished, and those its author says come next.
#pragma once

#include <string>
#include <vector>

#include "core/domain/detector/detector.h"
#include "core/domain/detector/moods.h"
#include "core/domain/detector/reading.h"

namespace atrium::domain::detector {

[[nodiscard]] std::vector<DetectedTask> finished_tasks_in(const Reading& reading,
                                                          const Moods& moods,
                                                          Speaker speaker);

// Tasks named beside words such as "next up" or "tomorrow I'll", without those just finished.
[[nodiscard]] std::vector<std::string> next_steps_in(const Reading& reading,
                                                     const std::vector<DetectedTask>& finished);

}  // namespace atrium::domain::detector
