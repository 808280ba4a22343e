#include <string>
#include <string_view>
#include <vector>

#include "core/domain/places.h"
#include "shell/views/setup_field.h"
#include "shell/views/setup_steps.h"

namespace atrium::shell {
namespace {

using domain::CreatorProfile;

const std::vector<std::string_view>& platform_options() {
    static const std::vector<std::string> labels = [] {
        std::vector<std::string> all;
        for (const domain::AudiencePlatform platform : domain::kAudiencePlatforms) {
            all.push_back(domain::platform_label(platform));
        }
        return all;
    }();
    static const std::vector<std::string_view> views(labels.begin(), labels.end());
    return views;
}

const std::vector<std::string_view>& country_options() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const domain::Country& country : domain::countries()) {
            all.push_back(country.name);
        }
        return all;
    }();
    return names;
}

void platform_and_handle(View& view, Flow& flow) {
    CreatorProfile& profile = view.memory.setup.profile;
    int platform = static_cast<int>(profile.primary_platform);
    SetupChoice choice{
        "primary_platform",
        platform_options(),
        platform,
        {.label = "Where is your audience?", .why = "Sets the words and numbers we ask for."}};
    setup_pair(view,
               flow,
               choice,
               SetupText{"handle",
                         profile.handle,
                         {.label = "Your handle there",
                          .why = "Appears in invitations. You can leave it out.",
                          .placeholder = "@yourname",
                          .max_length = 100}});
    if (choice.changed) {
        profile.primary_platform = static_cast<domain::AudiencePlatform>(platform);
        profile.engaged_source = domain::usual_engaged_source(profile.primary_platform);
    }
}

void country_and_currency(View& view, Flow& flow) {
    SetupDraft& draft = view.memory.setup;
    int country = -1;
    const auto& all = domain::countries();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].code == draft.profile.country) {
            country = static_cast<int>(i);
        }
    }
    SetupChoice choice{"country",
                       country_options(),
                       country,
                       {.label = "Where do you live?",
                        .why = "Payouts and platform rules depend on it.",
                        .placeholder = "Choose a country"}};
    setup_pair(view,
               flow,
               choice,
               SetupText{"currency",
                         draft.profile.currency,
                         {.label = "Your currency",
                          .why = "Three letters. Used for prices and your target.",
                          .placeholder = "USD",
                          .max_length = 3,
                          .autocomplete = "transaction-currency"}});
    if (choice.changed) {
        const domain::Country& chosen = all[static_cast<std::size_t>(country)];
        draft.profile.country = chosen.code;
        draft.profile.currency = chosen.currency;
        draft.problems.erase("currency");
    }
}

}  // namespace

void setup_you_fields(View& view, Flow& flow) {
    SetupDraft& draft = view.memory.setup;
    CreatorProfile& profile = draft.profile;
    setup_pair(view,
               flow,
               SetupText{"name",
                         profile.name,
                         {.label = "What may we call you?",
                          .why = "Used when we talk to you.",
                          .max_length = 80,
                          .autocomplete = "name"}},
               SetupText{"community_name",
                         profile.community_name,
                         {.label = "Name of the community",
                          .why = "A working title will do.",
                          .placeholder = "The Kiln Room",
                          .max_length = 80}});
    setup_row(view,
              flow,
              SetupText{"niche",
                        profile.niche,
                        {.label = "What is your work about?",
                         .why = "One line. The drafts are written around it.",
                         .placeholder = "Wheel-thrown ceramics at home",
                         .max_length = 160}});
    platform_and_handle(view, flow);
    country_and_currency(view, flow);
    setup_pair(view,
               flow,
               SetupText{"ages",
                         profile.ages,
                         {.label = "How old is your audience?",
                          .why = "Optional. Helps to choose times and words.",
                          .placeholder = "Mostly 28 to 55",
                          .max_length = 80}},
               SetupText{"top_countries",
                         draft.texts["top_countries"],
                         {.label = "Where do they live?",
                          .why = "Optional. Decides the hours of live sessions.",
                          .placeholder = "US, GB, CA",
                          .max_length = 120}});
}

}  // namespace atrium::shell
