#include "proxy/stop_gate.h"

#include <doctest/doctest.h>

using namespace atrium::proxy;

TEST_CASE("stop gate: with nothing admitted it closes at once, and once only") {
    int closed = 0;
    StopGate gate([&] { ++closed; });
    gate.stop();
    gate.stop();
    CHECK(closed == 1);
}

TEST_CASE("stop gate: what is admitted begins first, what comes later is refused") {
    int closed = 0;
    StopGate gate([&] { ++closed; });
    auto first = gate.enter();
    auto second = gate.enter();
    gate.stop();
    CHECK(closed == 0);
    CHECK(gate.enter() == nullptr);
    first->hand_back();
    first->hand_back();
    first.reset();
    CHECK(closed == 0);
    second.reset();
    CHECK(closed == 1);
    gate.stop();
    CHECK(closed == 1);
}

TEST_CASE("stop gate: requests that come and go close nothing") {
    int closed = 0;
    StopGate gate([&] { ++closed; });
    gate.enter().reset();
    gate.enter().reset();
    CHECK(closed == 0);
}
