#include "core/domain/handle.h"

#include <variant>

#include "core/domain/handler.h"
#include "core/protocol/ascii.h"

namespace atrium::domain {

bool is_name(std::string_view text) {
    constexpr std::size_t kMaxNameBytes = 200;
    return !ascii::is_blank(text) && text.size() <= kMaxNameBytes;
}

Result<std::vector<Event>> handle(const Workspace& workspace,
                                  const Command& command,
                                  const Context& context) {
    return std::visit(Handler{workspace, context}, command);
}

}  // namespace atrium::domain
