#include "core/domain/guide/readiness_facts.h"

namespace atrium::domain::guide {
namespace {

Result<Readiness> readiness_of(const Scene& scene, const Formats& formats = {}) {
    const Talk& talk = scene.talk;
    Result<Assumptions> basis = assumptions_of(*talk.workspace, *talk.project, talk.context);
    if (!basis) {
        return basis.error();
    }
    ReadinessQuestion question{*talk.profile, std::move(basis).value(), formats};
    question.profile.currency = question.basis.currency;
    return readiness(question);
}

}  // namespace

Facts readiness_facts(const Scene& scene) {
    const Result<Readiness> answer = readiness_of(scene);
    if (!answer) {
        const std::string key = scene.numbers.price.amount > 0 ? "verdict.none" : "verdict.free";
        return {{"verdict_headline", scene.say(key)},
                {"verdict_headline_lower", in_sentence(scene.say(key))},
                {"verdict_sentence", scene.say(key + ".sentence")},
                {"verdict_first", scene.say(key + ".first")},
                {"verdict_first_lower", in_sentence(scene.say(key + ".first"))}};
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
