#include "core/domain/guide/draft.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/domain/decision_words.h"
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

struct Dependence {
    std::string_view fact;  // a trailing * stands for any end
    DecisionCategory category;
};

constexpr std::array<Dependence, 26> kDependences = {{
    {"d_platform", DecisionCategory::Platform},   {"on_*", DecisionCategory::Platform},
    {"traps_list", DecisionCategory::Platform},   {"platform_reason", DecisionCategory::Platform},
    {"d_price", DecisionCategory::Pricing},       {"founding_price", DecisionCategory::Pricing},
    {"compare_price", DecisionCategory::Pricing}, {"take_home_table", DecisionCategory::Pricing},
    {"d_structure", DecisionCategory::Structure}, {"places_*", DecisionCategory::Structure},
    {"place_*", DecisionCategory::Structure},     {"access_table", DecisionCategory::Structure},
    {"d_date", DecisionCategory::Timeline},       {"d_founding_close", DecisionCategory::Timeline},
    {"d_beta_*", DecisionCategory::Timeline},     {"d_mail_*", DecisionCategory::Timeline},
    {"d_rehearsal", DecisionCategory::Timeline},  {"d_kickoff", DecisionCategory::Timeline},
    {"d_day_*", DecisionCategory::Timeline},      {"d_week_*", DecisionCategory::Timeline},
    {"d_event", DecisionCategory::Content},       {"d_event_capital", DecisionCategory::Content},
    {"event", DecisionCategory::Content},         {"event_title", DecisionCategory::Content},
    {"fixed_*", DecisionCategory::Content},       {"benefits_list", DecisionCategory::Content},
}};

bool is_fact(std::string_view fact, std::string_view wanted) {
    if (wanted.back() != '*') {
        return fact == wanted;
    }
    wanted.remove_suffix(1);
    return fact.substr(0, wanted.size()) == wanted;
}

const DraftText* find_draft(std::string_view kind) {
    const auto draft = std::find_if(
        kDrafts.begin(), kDrafts.end(), [&](const DraftText& one) { return one.kind == kind; });
    return draft == kDrafts.end() ? nullptr : &*draft;
}

}  // namespace

std::vector<DecisionCategory> draft_depends_on(std::string_view kind) {
    std::vector<DecisionCategory> categories;
    const DraftText* draft = find_draft(kind);
    const std::string_view text = draft != nullptr ? draft->text : std::string_view();
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
        const std::size_t begin = at + (at + 1 < text.size() && text[at + 1] == '?' ? 2 : 1);
        const std::size_t end =
            text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", begin);
        const std::string_view fact = text.substr(begin, end == text.npos ? end : end - begin);
        for (const Dependence& one : kDependences) {
            if (is_fact(fact, one.fact)) {
                categories.push_back(one.category);
            }
        }
    }
    std::sort(categories.begin(), categories.end());
    categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
    return categories;
}

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

std::string draft_title(const Project& project, std::string_view kind) {
    return in_room_words(project, draft_title(kind));
}

std::string draft_wish(const Project& project, std::string_view kind) {
    return "Draft the " + guide::in_sentence(draft_title(project, kind));
}

Result<std::string> draft_document(std::string_view kind,
                                   const Workspace& workspace,
                                   const Context& context) {
    const DraftText* draft = find_draft(kind);
    if (draft == nullptr) {
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
