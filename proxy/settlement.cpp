#include "proxy/settlement.h"

#include <algorithm>

namespace atrium::proxy {

namespace {

Outcome outcome_of(const EndedRequest& ended) {
    if (!ended.exchange) {
        return Outcome::Released;
    }
    const ReplyMeter& meter = ended.exchange->meter();
    if (meter.finished()) {
        return Outcome::Finished;
    }
    const UpstreamEnd end = ended.exchange->end();
    const bool refused = ended.head && ended.head->status != 200;
    if (refused || (end == UpstreamEnd::Complete && meter.unreadable())) {
        return Outcome::Released;
    }
    // A reply in one piece says nothing before its end, but 200 means that it was being written.
    const bool whole_began = ended.head && !ended.plan.stream;
    const bool began = meter.started() || whole_began;
    // What was cancelled before its head came may cost all the same.
    if (end == UpstreamEnd::Cancelled &&
        (began || ended.exchange->client_left() || ended.stopping)) {
        return ended.stopping ? Outcome::Stopped : Outcome::ClientGone;
    }
    return began ? Outcome::UpstreamFailed : Outcome::Released;
}

}  // namespace

Settlement settlement_of(const EndedRequest& ended,
                         const protocol::ModelCatalog& catalog,
                         std::int64_t duration_millis) {
    Settlement settlement;
    settlement.request_id = ended.reservation.request_id;
    settlement.model = ended.plan.model;
    settlement.outcome = outcome_of(ended);
    settlement.status = ended.head ? ended.head->status : 0;
    settlement.duration_millis = duration_millis;
    if (ended.head) {
        settlement.upstream_request_id = header_value(ended.head->headers, "request-id");
    }
    if (settlement.outcome == Outcome::Released) {
        return settlement;
    }
    const ReplyMeter& meter = ended.exchange->meter();
    settlement.usage = meter.usage();
    // The model that answered, unless it is one that has no price here.
    if (protocol::find_model(catalog, meter.model())) {
        settlement.model = meter.model();
    }
    settlement.estimated = settlement.outcome != Outcome::Finished;
    if (settlement.outcome == Outcome::UpstreamFailed) {
        settlement.usage.output_tokens =
            std::max(settlement.usage.output_tokens, meter.estimated_output_tokens());
    } else if (settlement.estimated) {
        settlement.usage.output_tokens = ended.plan.max_tokens;
    }
    if (settlement.estimated && !meter.started()) {
        settlement.usage = {};
        settlement.cost = ended.reservation.upper_bound;
    } else if (!meter.refused_before_output()) {
        settlement.cost = protocol::cost_from_usage(
            catalog, settlement.model, settlement.usage, ended.reservation.day);
    }
    return settlement;
}

}  // namespace atrium::proxy
