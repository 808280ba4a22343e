// Keeps what the screens read of the workspace and no frame should compute again: the fitted tasks, the
// schedule, the progress and the like.
#pragma once

#include <cstddef>

#include "core/domain/context.h"
#include "core/domain/engine.h"
#include "core/domain/formats.h"
#include "shell/views/view.h"

namespace atrium::shell {

class DerivedState {
 public:
    // Computed anew when the history has another length or the day is another; formats are part of
    // the history. For a whole other history take another DerivedState.
    const Derived& of(const domain::Engine& engine,
                      const domain::Formats& formats,
                      const domain::Context& now);

 private:
    Derived derived_;
    std::size_t history_ = 0;
    domain::Date day_;
};

}  // namespace atrium::shell
