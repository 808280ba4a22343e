#include "core/domain/guide/draft.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/domain/guide/draft_facts.h"
#include "embedded_assets.h"

namespace atrium::domain {
namespace {

struct DraftText {
    std::string_view kind;
    std::string_view text;
};

const std::array<DraftText, 22> kDrafts = {{
    {"member-promise", assets::member_promise_md},
    {"platform-comparison", assets::platform_comparison_md},
    {"price-page", assets::price_page_md},
    {"structure-map", assets::structure_map_md},
    {"content-calendar", assets::content_calendar_md},
    {"launch-timeline", assets::launch_timeline_md},
    {"space-checklist", assets::space_checklist_md},
    {"channel-guide", assets::channel_guide_md},
    {"payment-sheet", assets::payment_sheet_md},
    {"guidelines", assets::guidelines_md},
    {"welcome-messages", assets::welcome_messages_md},
    {"seed-posts", assets::seed_posts_md},
    {"landing-page", assets::landing_page_md},
    {"launch-posts", assets::launch_posts_md},
    {"founder-invitations", assets::founder_invitations_md},
    {"beta-brief", assets::beta_brief_md},
    {"rehearsal-script", assets::rehearsal_script_md},
    {"announcement", assets::announcement_md},
    {"kickoff-run-sheet", assets::kickoff_run_sheet_md},
    {"member-welcome", assets::member_welcome_md},
    {"week-1-review", assets::week_1_review_md},
    {"next-month-plan", assets::next_month_plan_md},
}};

}  // namespace

const std::vector<std::string>& draft_kinds() {
    static const std::vector<std::string> kKinds = [] {
        std::vector<std::string> kinds;
        for (const DraftText& draft : kDrafts) {
            kinds.emplace_back(draft.kind);
        }
        return kinds;
    }();
    return kKinds;
}

std::string draft_title(std::string_view kind) {
    std::string title(kind);
    std::replace(title.begin(), title.end(), '-', ' ');
    return guide::capitalised(std::move(title));
}

Result<std::string> draft_document(std::string_view kind,
                                   const Workspace& workspace,
                                   const Context& context) {
    const auto draft = std::find_if(
        kDrafts.begin(), kDrafts.end(), [&](const DraftText& one) { return one.kind == kind; });
    if (draft == kDrafts.end()) {
        return Error{
            "draft-unknown", "There is no draft of the kind \"" + std::string(kind) + "\".", ""};
    }
    const std::optional<guide::Talk> talk = guide::talk_of(workspace, context);
    if (!talk) {
        return Error{"no-project", "Set up the profile and start a launch before drafting.", ""};
    }
    return guide::filled(draft->text, guide::draft_facts(guide::scene_of(*talk, "")));
}

}  // namespace atrium::domain
