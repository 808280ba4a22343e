#include <array>

#include "shell/ui/buttons.h"
#include "shell/views/setup_field.h"
#include "shell/views/setup_steps.h"

namespace atrium::shell {
namespace {

constexpr std::array kVoices = {"Warm and plain",
                                "Direct, no small talk",
                                "Playful and curious",
                                "Calm and expert",
                                "Energetic coach"};

}  // namespace

void setup_voice_fields(View& view, Flow& flow) {
    domain::CreatorProfile& profile = view.memory.setup.profile;
    setup_label(view, flow, "How do you sound?");
    flow.skip(-16);
    Wrap wrap(flow.next(0), tokens().h_2, 8);
    for (const char* voice : kVoices) {
        const ChipSpec spec{.label = voice, .on = profile.voice == voice, .toggles = true};
        if (chip(view.ui, voice, wrap.next(chip_width(spec)), spec)) {
            profile.voice = voice;
        }
    }
    flow.skip(wrap.used());
    setup_row(view,
              flow,
              SetupText{"voice",
                        profile.voice,
                        {.label = "In your own words",
                         .why = "Every draft is written in this voice.",
                         .placeholder = "Warm and plain. Shows the failed pieces too.",
                         .kind = FieldKind::Multiline,
                         .area_height = 88,
                         .max_length = 400}});
    setup_row(view,
              flow,
              SetupText{"other_income",
                        profile.other_income,
                        {.label = "What else do you earn money from?",
                         .why = "Optional. Keeps the plan from competing with it.",
                         .placeholder = "Workshops, video advertising",
                         .max_length = 200}});
}

}  // namespace atrium::shell
