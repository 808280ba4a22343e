// The community's structure for a machine, in the shape of the platform that was decided: for Discord
// a guild template (resources/guild-template of its developer documentation), for Circle the bodies
// of its Admin API v2, for others a plain list to set up by hand.
#pragma once

#include <string>

#include "core/domain/kit/community.h"

namespace atrium::domain::kit {

// JSON, indented. Empty when no platform is decided: there is nothing honest to write then.
[[nodiscard]] std::string community_blueprint(const Community& community);

// The three shapes; internal to community_blueprint and its tests.
[[nodiscard]] std::string discord_blueprint(const Community& community);
[[nodiscard]] std::string circle_blueprint(const Community& community);
[[nodiscard]] std::string plain_blueprint(const Community& community);

// How to use it, as Markdown, for the kit's README.
[[nodiscard]] std::string blueprint_note(const Community& community);

}  // namespace atrium::domain::kit
