#include "core/domain/guide/guide_warm_up.h"

#include <utility>
#include <variant>
#include <vector>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/guide_stream.h"
#include "core/domain/guide/reading.h"
#include "core/domain/profile.h"

namespace atrium::domain {
namespace {

// Any moment serves; a real date keeps what is reckoned from it in the usual range.
constexpr Millis kNow = 1'790'000'000'000;
const Context kMoment{kNow, local_day(kNow, 0)};

// Lets the guide answer until it asks for no further round.
void answer(Engine& engine, std::vector<Effect> effects) {
    while (!effects.empty()) {
        std::vector<Effect> next;
        for (const Effect& effect : effects) {
            const auto* start = std::get_if<StartStream>(&effect);
            if (start == nullptr) {
                continue;
            }
            for (const auto& event : guide_stream(engine.workspace(), start->request, kMoment)) {
                Output output = engine.receive(start->stream, event, kMoment);
                for (Effect& wanted : output.effects) {
                    next.push_back(std::move(wanted));
                }
            }
        }
        effects = std::move(next);
    }
}

}  // namespace

bool GuideWarmUp::go_on() {
    switch (part_++) {
        case 0:
            // Whoever asks first is who reads the data; what they answer here is of no use.
            static_cast<void>(detect("Discord.", Speaker::User, kMoment.today));
            return true;
        case 1:
            static_cast<void>(guide::read_message("Discord."));
            return true;
        case 2:
            carry_out(SaveProfile{demo_profile(kMoment.today)});
            carry_out(StartProject{"Warm-up"});
            return true;
        case 3:
            carry_out(SendMessage{"Discord it is. Draft the member promise with me."});
            return true;
        default:
            engine_ = Engine();
            return false;
    }
}

void GuideWarmUp::carry_out(const Command& command) {
    if (Result<Output> output = engine_.dispatch(command, kMoment)) {
        answer(engine_, std::move(output.value().effects));
    }
}

}  // namespace atrium::domain
