// Where a message that is still being written is kept, so that a reload does not lose it.
#pragma once

#include <string_view>

namespace atrium::shell {

class DraftPort {
 public:
    virtual ~DraftPort() = default;

    // Keeps the text in the place of what was kept, and returns at once; empty for nothing. Where it
    // cannot be kept it is lost with the page, as nobody has asked for it to be saved. After the
    // start it comes back through the Inbox as DraftRecalled.
    virtual void keep(std::string_view text) = 0;
};

}  // namespace atrium::shell
