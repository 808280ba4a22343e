#include "web/semantics_publisher.h"

#include <string>
#include <string_view>

#include "web/bridge/bridge.h"

namespace atrium::web {

namespace {

// FNV-1a. Never 0, which stands for "nothing published".
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    }
    return hash | 1u;
}

}  // namespace

void SemanticsPublisher::publish(shell::Semantics& semantics) {
    const std::string json = shell::semantics_json(semantics);
    const std::uint64_t hash = hash_of(json);
    if (hash != published_) {
        published_ = hash;
        web_show_semantics(json.data(), json.size());
    }
    if (const shell::NodeId id = semantics.take_focus_request(); id != 0) {
        web_focus_node(id);
    }
    for (const std::string& sentence : semantics.take_announcements()) {
        web_announce(sentence.data(), sentence.size());
    }
}

}  // namespace atrium::web
