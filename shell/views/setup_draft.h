// The setup form while it is being filled in: texts as typed, turned into a profile when they make
// sense.
//
//     SetupDraft draft = draft_from_profile(demo, view.formats);
//     if (check_step(draft, draft.step)) draft.step = …
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/domain/formats.h"
#include "core/domain/profile.h"
#include "core/domain/readiness.h"

namespace atrium::shell {

enum class SetupStep { You, Audience, Voice };

// The verdict on the answers so far. It is drawn from a forecast, so it is worked out when they change
// and not in each frame.
struct SetupVerdict {
    domain::CreatorProfile profile;
    domain::Formats formats;
    domain::Date today;
    Result<domain::Readiness> readiness;
};

struct SetupDraft {
    SetupStep step = SetupStep::You;
    bool editing = false;     // opened from Settings for a saved profile; saving goes back there
    domain::Formats formats;  // in which numbers are typed and shown
    domain::CreatorProfile profile;               // the choices, and every text that could be read
    std::map<std::string, std::string> texts;     // numbers, lists and days as typed, by field name
    std::map<std::string, std::string> problems;  // sentences by field name
    std::vector<std::string> offered_signals;     // the chips of "What do people ask you for?"
    bool adding_signal = false;
    bool adding_absence = false;
    std::optional<SetupVerdict> verdict;
    bool country_chosen = false;  // the currency follows the country until it is chosen itself
};

// A form that shows a profile.
SetupDraft draft_from_profile(const domain::CreatorProfile& profile,
                              const domain::Formats& formats);

// Takes the typed numbers and lists over into the profile, so that the preview follows. A text that
// is no number leaves the old value; check_step says so. An empty one gives none, which is 0.
void read_texts(SetupDraft& draft);

// Fills draft.problems for one step; true when there are none.
bool check_step(SetupDraft& draft, SetupStep step);

// The step a field belongs to.
SetupStep step_of_field(std::string_view field);

// Adds what is typed under "new_signal" or "away_first" and "away_last"; false with a problem.
bool add_signal(SetupDraft& draft);
bool add_absence(SetupDraft& draft);

}  // namespace atrium::shell
