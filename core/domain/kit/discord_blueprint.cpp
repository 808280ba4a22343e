// A guild template as Discord's documentation shows it: placeholder ids are integers, permissions of
// overwrites strings. Rights hang on roles only; what is not for visitors is denied to @everyone.
#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/domain/kit/blueprint.h"
#include "core/domain/kit/names.h"

namespace atrium::domain::kit {
namespace {

using Json = nlohmann::ordered_json;

// Bits of Discord's permissions.
constexpr std::uint64_t kKickMembers = 1ULL << 1;
constexpr std::uint64_t kAddReactions = 1ULL << 6;
constexpr std::uint64_t kStream = 1ULL << 9;
constexpr std::uint64_t kViewChannel = 1ULL << 10;
constexpr std::uint64_t kSendMessages = 1ULL << 11;
constexpr std::uint64_t kManageMessages = 1ULL << 13;
constexpr std::uint64_t kEmbedLinks = 1ULL << 14;
constexpr std::uint64_t kAttachFiles = 1ULL << 15;
constexpr std::uint64_t kReadMessageHistory = 1ULL << 16;
constexpr std::uint64_t kConnect = 1ULL << 20;
constexpr std::uint64_t kSpeak = 1ULL << 21;
constexpr std::uint64_t kUseVoiceActivity = 1ULL << 25;
constexpr std::uint64_t kChangeNickname = 1ULL << 26;
constexpr std::uint64_t kManageThreads = 1ULL << 34;
constexpr std::uint64_t kCreatePublicThreads = 1ULL << 35;
constexpr std::uint64_t kSendInThreads = 1ULL << 38;
constexpr std::uint64_t kModerateMembers = 1ULL << 40;

constexpr std::uint64_t kEverybody = kAddReactions | kStream | kViewChannel | kSendMessages |
                                     kEmbedLinks | kAttachFiles | kReadMessageHistory | kConnect |
                                     kSpeak | kUseVoiceActivity | kChangeNickname |
                                     kCreatePublicThreads | kSendInThreads;
constexpr std::uint64_t kModerating =
    kKickMembers | kManageMessages | kManageThreads | kModerateMembers;
constexpr std::uint64_t kWriting = kSendMessages | kCreatePublicThreads | kSendInThreads;

// Limits of the documentation.
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestDescription = 120;
constexpr std::size_t kLongestTopic = 1024;

constexpr int kText = 0;
constexpr int kVoice = 2;
constexpr int kCategory = 4;
constexpr int kForum = 15;
constexpr int kEveryoneId = 0;
constexpr int kFirstChannelId = 100;

int channel_type(PlaceKind kind) {
    return kind == PlaceKind::Event ? kVoice : kind == PlaceKind::Questions ? kForum : kText;
}

Json role(int id, const std::string& name, std::uint64_t permissions, bool hoist) {
    return {{"id", id},
            {"name", name},
            {"permissions", std::to_string(permissions)},
            {"color", 0},
            {"hoist", hoist},
            {"mentionable", false}};
}

Json overwrite(int role_id, std::uint64_t allow, std::uint64_t deny) {
    return {{"id", role_id},
            {"type", 0},
            {"allow", std::to_string(allow)},
            {"deny", std::to_string(deny)}};
}

// Everybody is kept out or kept from writing; the roles that may do more are let in.
Json overwrites(const Community& community, int tier, bool read_only) {
    const bool hidden = tier != kVisitors;
    const std::uint64_t denied = (hidden ? kViewChannel : 0) | (read_only ? kWriting : 0);
    Json list = Json::array();
    if (denied != 0) {
        list.push_back(overwrite(kEveryoneId, 0, denied));
    }
    for (std::size_t index = 0; index < community.roles.size(); ++index) {
        const Role& member = community.roles[index];
        const int id = static_cast<int>(index) + 1;
        if (member.kind == RoleKind::Moderator && denied != 0) {
            list.push_back(overwrite(id, kViewChannel | (read_only ? kWriting : 0), 0));
        } else if (member.kind == RoleKind::Tier && hidden && member.tier >= tier) {
            list.push_back(overwrite(id, kViewChannel, 0));
        }
    }
    return list;
}

Json channel(int id, int type, const std::string& name, int position) {
    return {{"name", name},
            {"position", position},
            {"topic", nullptr},
            {"bitrate", 64000},
            {"user_limit", 0},
            {"nsfw", false},
            {"rate_limit_per_user", 0},
            {"parent_id", nullptr},
            {"permission_overwrites", Json::array()},
            {"id", id},
            {"type", type}};
}

// The lowest tier that may see something in a group, and so its category.
int lowest_tier(const Community& community, const std::string& group) {
    int lowest = static_cast<int>(community.tiers.size());
    for (const Place& place : community.places) {
        lowest = place.group == group ? std::min(lowest, place.tier) : lowest;
    }
    return lowest;
}

Json channels(const Community& community) {
    Json list = Json::array();
    std::set<std::string> taken;
    int id = kFirstChannelId;
    int category_position = 0;
    for (const std::string& group : community.groups) {
        const int category_id = id++;
        Json category =
            channel(category_id, kCategory, clipped(group, kLongestName), category_position++);
        category["permission_overwrites"] =
            overwrites(community, lowest_tier(community, group), false);
        list.push_back(std::move(category));
        int position = 0;
        for (const Place& place : community.places) {
            if (place.group != group) {
                continue;
            }
            const int type = channel_type(place.kind);
            const std::string name =
                type == kVoice ? clipped(place.name, kLongestName) : channel_name(place.name);
            Json entry = channel(id++, type, unique_name(name, taken), position++);
            entry["parent_id"] = category_id;
            if (type != kVoice) {
                entry["topic"] = clipped(place.purpose, kLongestTopic);
            }
            entry["permission_overwrites"] = overwrites(community, place.tier, place.read_only);
            list.push_back(std::move(entry));
        }
    }
    return list;
}

// A server's name has at least two characters.
std::string guild_name(const Community& community) {
    const std::string name = clipped(community.name, kLongestName);
    return clipped(name, 1) == name ? name + " community" : name;
}

Json roles(const Community& community) {
    Json list = Json::array({role(kEveryoneId, "@everyone", kEverybody, false)});
    for (std::size_t index = 0; index < community.roles.size(); ++index) {
        const Role& member = community.roles[index];
        list.push_back(role(static_cast<int>(index) + 1,
                            clipped(member.name, kLongestName),
                            member.kind == RoleKind::Moderator ? kModerating : 0,
                            member.kind != RoleKind::Helper));
    }
    return list;
}

}  // namespace

std::string discord_blueprint(const Community& community) {
    const std::string description = "Structure of " + community.name + ", made with Atrium";
    Json guild;
    guild["name"] = guild_name(community);
    guild["description"] = nullptr;
    guild["region"] = nullptr;
    // What Community asks for: a verified address, and media of all members scanned.
    guild["verification_level"] = 1;
    guild["default_message_notifications"] = 1;
    guild["explicit_content_filter"] = 2;
    guild["preferred_locale"] = "en-US";
    guild["afk_timeout"] = 300;
    guild["roles"] = roles(community);
    guild["channels"] = channels(community);
    guild["afk_channel_id"] = nullptr;
    guild["system_channel_id"] = nullptr;
    guild["system_channel_flags"] = 0;
    guild["icon_hash"] = nullptr;
    const Json blueprint = {{"name", clipped(community.name, kLongestName)},
                            {"description", clipped(description, kLongestDescription)},
                            {"serialized_source_guild", guild}};
    return blueprint.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace atrium::domain::kit
