#include "core/domain/handle.h"

#include <variant>

#include "core/domain/handler.h"

namespace atrium::domain {

Error no_project() {
    return {"no-project", "No launch is open. Start one, or reopen an archived one.", ""};
}

bool is_name(std::string_view text) {
    constexpr std::size_t kMaxNameBytes = 200;
    const bool is_blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    return !is_blank && text.size() <= kMaxNameBytes;
}

Result<std::vector<Event>> handle(const Workspace& workspace,
                                  const Command& command,
                                  const Context& context) {
    return std::visit(Handler{workspace, context}, command);
}

}  // namespace atrium::domain
