#include "core/domain/kit/access_matrix.h"

#include <algorithm>
#include <vector>

#include "core/domain/kit/csv.h"
#include "core/domain/kit/markdown.h"

namespace atrium::domain::kit {
namespace {

// One kind of person: what they hold and how far they get in.
struct Who {
    std::string name;
    std::string role;
    std::string price;
    int tier = kVisitors;
    bool writes_everywhere = false;
    std::string leaving;
};

std::string role_of_tier(const Community& community, int tier) {
    for (const Role& role : community.roles) {
        if (role.kind == RoleKind::Tier && role.tier == tier) {
            return role.name;
        }
    }
    return "none";
}

const Role* role_of_kind(const Community& community, RoleKind kind) {
    const auto found = std::find_if(community.roles.begin(),
                                    community.roles.end(),
                                    [&](const Role& role) { return role.kind == kind; });
    return found == community.roles.end() ? nullptr : &*found;
}

std::vector<Who> everybody(const Community& community) {
    std::vector<Who> list = {{"Visitor", "none", "", kVisitors, false, "Nothing changes"}};
    for (std::size_t index = 0; index < community.tiers.size(); ++index) {
        const int tier = static_cast<int>(index) + 1;
        list.push_back({community.tiers[index].name,
                        role_of_tier(community, tier),
                        tier_price(community.tiers[index]),
                        tier,
                        false,
                        community.leaving});
    }
    const std::string first = role_of_tier(community, 1);
    if (const Role* founding = role_of_kind(community, RoleKind::Founding)) {
        list.push_back({"Founding member",
                        first + " and " + founding->name,
                        "founding price",
                        1,
                        false,
                        community.leaving + "; the founding price is given up"});
    }
    if (const Role* moderator = role_of_kind(community, RoleKind::Moderator)) {
        list.push_back({"Moderator",
                        moderator->name,
                        "",
                        static_cast<int>(community.tiers.size()),
                        true,
                        "You take the role away by hand, on the same day"});
    }
    list.push_back(
        {"Former member", "none", "", kVisitors, false, "May come back at the price of the day"});
    return list;
}

std::string access(const Who& who, const Place& place) {
    if (who.tier < place.tier) {
        return "no access";
    }
    return place.read_only && !who.writes_everywhere ? "read" : "read and write";
}

}  // namespace

std::string access_matrix_csv(const Community& community) {
    const char* room = community.platform == "circle" ? "Space" : "Channel";
    CsvTable table({"Tier", "Role", "Price", "Group", room, "Access", "When they leave"});
    for (const Who& who : everybody(community)) {
        for (const Place& place : community.places) {
            table.add({csv_text(who.name),
                       csv_text(who.role),
                       csv_text(who.price),
                       csv_text(place.group),
                       csv_text(place.name),
                       csv_text(access(who, place)),
                       csv_text(who.leaving)});
        }
    }
    return table.text();
}

std::string access_matrix_table(const Community& community) {
    std::string table =
        markdown_row({"Who", "Role", "Price", "Opens", "When they leave"}) + markdown_rule(5);
    for (const Who& who : everybody(community)) {
        std::string opens;
        std::size_t closed = 0;
        for (const Place& place : community.places) {
            const bool open = who.tier >= place.tier;
            closed += open ? 0 : 1;
            opens += !open ? "" : (opens.empty() ? "" : ", ") + place.name;
        }
        table += markdown_row({who.name,
                               who.role,
                               who.price,
                               closed == 0     ? "everything"
                               : opens.empty() ? "nothing"
                                               : opens,
                               who.leaving});
    }
    return table;
}

std::string access_matrix_markdown(const Community& community) {
    std::string text = "# Who may enter what\n\n" + access_matrix_table(community);
    text += "\n## Places\n\n" + markdown_row({"Group", "Place", "What happens there", "Opens to"}) +
            markdown_rule(4);
    for (const Place& place : community.places) {
        const std::string opens =
            place.tier == kVisitors
                ? "everybody"
                : community.tiers[static_cast<std::size_t>(place.tier) - 1].name +
                      (place.tier < static_cast<int>(community.tiers.size()) ? " and above" : "");
        text += markdown_row(
            {place.group, place.name, place.purpose, opens + (place.read_only ? ", to read" : "")});
    }
    return text +
           "\nCheck each row with a test account: as visitor, as member, and after leaving.\n";
}

}  // namespace atrium::domain::kit
