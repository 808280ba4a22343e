#include "web/semantics_publisher.h"

#include <string>

#include "web/bridge/bridge.h"

namespace atrium::web {

void SemanticsPublisher::publish(shell::Semantics& semantics) {
    if (const std::string json = writer_.changes(semantics); !json.empty()) {
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
