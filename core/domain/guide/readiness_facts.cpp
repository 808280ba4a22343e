#include "core/domain/guide/readiness_facts.h"

namespace atrium::domain::guide {
namespace {

Result<Readiness> readiness_of(const Scene& scene, const Formats& formats = {}) {
    ReadinessQuestion question;
    question.profile = *scene.talk.profile;
    question.profile.currency = scene.numbers.currency;
    question.platform = scene.numbers.plan->id;
    question.formats = formats;
    if (scene.numbers.price.amount > 0) {
        question.price = scene.numbers.price;
    }
    return readiness(question, scene.numbers.market);
}

}  // namespace

Facts readiness_facts(const Scene& scene) {
    const Result<Readiness> answer = readiness_of(scene);
    if (!answer) {
        return {{"verdict_headline", "Not yet at this price"},
                {"verdict_headline_lower", "not yet at this price"},
                {"verdict_sentence", answer.error().message},
                {"verdict_first", "Choose another price, or a lower target."}};
    }
    const Readiness& verdict = answer.value();
    return {{"verdict_headline", verdict.headline},
            {"verdict_headline_lower", in_sentence(verdict.headline)},
            {"verdict_sentence", verdict.sentence},
            {"verdict_first", verdict.first_step},
            {"verdict_first_lower", in_sentence(verdict.first_step)}};
}

std::string verdict_key(const Scene& scene) {
    const Result<Readiness> answer = readiness_of(scene);
    if (!answer) {
        return "not_yet";
    }
    switch (answer.value().verdict) {
        case Verdict::Ready:
            return "ready";
        case Verdict::ReadyIf:
            return "if";
        case Verdict::NotYet:
        case Verdict::Unknown:
            break;
    }
    return "not_yet";
}

}  // namespace atrium::domain::guide

namespace atrium::domain {

Result<Readiness> launch_readiness(const Workspace& workspace,
                                   const Context& context,
                                   const Formats& formats) {
    const std::optional<guide::Talk> talk = guide::talk_of(workspace, context);
    if (!talk) {
        return Error{"no-project", "Tell us about yourself first; then we can do the numbers.", ""};
    }
    return guide::readiness_of(guide::scene_of(*talk, ""), formats);
}

}  // namespace atrium::domain
