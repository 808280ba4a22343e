// The character that an entity of a Markdown text stands for.
#pragma once

#include <string>
#include <string_view>

namespace atrium::shell {

// Of "&amp;" and its like; unknown names stay as they are written.
std::string decoded_entity(std::string_view entity);

}  // namespace atrium::shell
