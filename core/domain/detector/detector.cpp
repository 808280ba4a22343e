#include "core/domain/detector/detector.h"

#include "core/domain/detector/commitments.h"
#include "core/domain/detector/mentions.h"
#include "core/domain/detector/moods.h"
#include "core/domain/detector/reading.h"
#include "core/domain/detector/tasks.h"

namespace atrium::domain {

Detection detect(std::string_view text, Speaker speaker, Date today) {
    const detector::Reading reading = detector::reading_of(text);
    Detection found;
    if (reading.sentences.empty()) {
        return found;
    }
    const detector::Moods moods(reading, today);
    const detector::Mentions mentions = detector::mentions_in(reading, today);
    const std::vector<detector::Commitment> commitments =
        detector::commitments_in(reading, moods, mentions, speaker);
    found.decisions = detector::decisions_from(reading, moods, mentions, commitments, speaker);
    found.tasks = detector::finished_tasks_in(reading, moods, speaker);
    found.next_steps = detector::next_steps_in(reading, found.tasks);
    return found;
}

}  // namespace atrium::domain
