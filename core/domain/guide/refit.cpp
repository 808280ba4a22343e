// After a change: documents that are to be written again, and what a change of the plan does.

#include "core/domain/change_plan.h"
#include "core/domain/guide/propose.h"
#include "core/domain/guide/respond.h"
#include "core/domain/staleness.h"

namespace atrium::domain::guide {

std::string refused_change(const Scene& scene) {
    for (const ProposedPlanChange& proposed : propose(scene).plan) {
        const Result<std::vector<Event>> events = plan_change_events(
            *scene.talk.workspace, *scene.talk.project, proposed.change, "guide");
        if (!events) {
            return events.error().message;
        }
        if (events.value().empty()) {
            return scene.say("ack.plan.same",
                             {{"change", plan_change_words(*scene.talk.project, proposed.change)}});
        }
    }
    return "";
}

namespace reply {

Part refit(const Scene& scene) {
    Part part;
    const Message* asked = scene.talk.last_creator;
    std::vector<std::string> written;
    for (const Document& document : scene.talk.project->documents) {
        const DocumentVersion& version = document.latest();
        if (asked != nullptr && version.author == "guide" && version.at >= asked->at &&
            document.versions.size() > 1) {
            written.push_back("**" + document.title + "**");
        }
    }
    std::vector<std::string> left;
    for (const StaleDocument& stale : stale_documents(*scene.talk.project)) {
        left.push_back("**" + stale.title + "**: " + in_sentence(stale.reasons.front().sentence));
    }
    part.text = written.empty() ? "" : scene.say("refit.done", {{"documents", listed(written)}});
    if (!left.empty()) {
        std::string lines;
        for (const std::string& line : left) {
            lines += "\n- " + line;
        }
        part.text += (part.text.empty() ? "" : "\n\n") + scene.say("refit.left") + "\n" + lines;
    }
    if (part.text.empty()) {
        part.text = scene.say("refit.nothing");
    }
    return part;
}

}  // namespace reply
}  // namespace atrium::domain::guide
