#include "core/domain/guide/ask.h"

#include <algorithm>
#include <cmath>

#include "core/domain/decision_words.h"
#include "core/domain/number_text.h"
#include "core/domain/plan_hours.h"

namespace atrium::domain::guide {
namespace {

using Row = std::vector<std::string>;

// The first column is words, the others are figures and stand to the right.
std::string table(const Row& head, const std::vector<Row>& rows) {
    std::string text;
    const auto add_row = [&](const Row& row) {
        for (const std::string& cell : row) {
            text += "| " + (cell.empty() ? " " : cell + " ");
        }
        text += "|\n";
    };
    add_row(head);
    for (std::size_t i = 0; i < head.size(); ++i) {
        text += i == 0 ? "|---" : "|---:";
    }
    text += "|\n";
    for (const Row& row : rows) {
        add_row(row);
    }
    text.pop_back();
    return text;
}

std::string emphasised(const std::string& cell, bool bold) {
    return bold && !cell.empty() ? "**" + cell + "**" : cell;
}

std::vector<std::string> platforms_of(const std::vector<Choice>& choices) {
    std::vector<std::string> platforms;
    for (const Choice& choice : choices) {
        platforms.push_back(std::get<PlatformSlots>(choice.slots).name);
    }
    return platforms;
}

std::string first_sentence(const std::string& text) {
    const std::size_t end = text.find(". ");
    return end == text.npos ? text : text.substr(0, end + 1);
}

// "$203 more than Discord" for the best, in words; the fixed cost speaks for itself in the table.
std::string platform_difference(const Scene& scene, const std::vector<Choice>& choices) {
    const auto name = [](const Choice& choice) {
        return std::get<PlatformSlots>(choice.slots).name;
    };
    const TakeHome* best = scene.numbers.take_home_of(name(recommended(choices)));
    for (const Choice& choice : choices) {
        const TakeHome* other = scene.numbers.take_home_of(name(choice));
        if (best == nullptr || other == nullptr || choice.recommended) {
            continue;
        }
        const double more = shown_difference(best->keep.value, other->keep.value);
        const std::string amount = round_money_text(std::abs(more), best->currency);
        return scene.say(more >= 0 ? "recommend.platform.more" : "recommend.platform.less",
                         {{"difference", amount}, {"other", choice.label}});
    }
    return "";
}

// A table that stands above already is not shown again.
bool was_shown(const Scene& scene, const std::string& options) {
    const std::vector<Message>& messages = scene.talk.project->messages;
    return std::any_of(messages.begin(), messages.end(), [&](const Message& message) {
        return message.author != Author::Creator && message.text.find(options) != std::string::npos;
    });
}

std::string reasons_list(const Scene& scene, DecisionCategory category) {
    std::string text;
    for (const Choice& choice : scene.choices(category)) {
        text += (text.empty() ? "" : "\n") +
                ("- **" + choice.label + "**: " + first_sentence(choice.reason));
    }
    return text;
}

}  // namespace

std::string platform_table(const Scene& scene, const std::vector<std::string>& platforms) {
    const Numbers& numbers = scene.numbers;
    std::vector<Row> rows;
    for (const std::string& platform : platforms) {
        const TakeHome* row = numbers.take_home_of(platform);
        if (row == nullptr) {
            continue;
        }
        const double fees = row->revenue - row->plan_fee - row->keep.value;
        rows.push_back({row->plan_name,
                        row->plan_fee > 0 ? round_money_text(row->plan_fee, row->currency) : "none",
                        round_money_text(fees, row->currency),
                        "**" + round_money_text(row->keep.value, row->currency) + "**"});
    }
    const std::string members =
        scene.facts.at("compare_members") + " at " + scene.facts.at("compare_price");
    return table({members, "Fixed cost", "Fees", "You keep"}, rows);
}

std::string price_table(const Scene& scene, const std::vector<double>& amounts) {
    const Numbers& numbers = scene.numbers;
    const bool known = scene.talk.profile->engaged_audience > 0;
    Row head = {"A month", "Members you need"};
    if (known) {
        head.push_back("Of your " + scene.facts.at("engaged_short"));
    }
    std::vector<Row> rows;
    for (const double amount : amounts) {
        const ConversionNeed need = need_at(scene.talk, numbers, amount);
        rows.push_back({money_text(amount, numbers.price.currency),
                        need.members > 0 ? number_text(need.members) : "never"});
        if (known) {
            rows.back().push_back(need.members > 0 ? percent_text(need.share) : "unknown");
        }
    }
    return table(head, rows);
}

std::string day_table(const std::vector<OpeningDay>& days) {
    std::vector<Row> rows;
    for (const OpeningDay& day : days) {
        const bool too_early = in_halves(day.hours_to_spare) >= 0 && !day.possible;
        const std::string result = too_early ? "too few days" : spare_text(day.hours_to_spare);
        rows.push_back({emphasised(short_date(day.date), day.recommended),
                        hours_text(in_halves(day.hours_available)),
                        hours_text(day.hours_needed),
                        emphasised(result, day.recommended)});
    }
    return table({"Doors open", "Hours you have", "Work left", "Result"}, rows);
}

std::string options_table(const Scene& scene, DecisionCategory category) {
    switch (category) {
        case DecisionCategory::Platform:
            return platform_table(scene, platforms_of(scene.choices(category)));
        case DecisionCategory::Pricing: {
            std::vector<double> amounts;
            for (const PriceOption& option : scene.numbers.prices) {
                amounts.push_back(option.price.amount);
            }
            return price_table(scene, amounts);
        }
        case DecisionCategory::Timeline:
            return day_table(scene.numbers.days);
        case DecisionCategory::Structure:
        case DecisionCategory::Content:
            break;
    }
    return reasons_list(scene, category);
}

std::string recommendation(const Scene& scene, DecisionCategory category) {
    const std::vector<Choice> choices = scene.choices(category);
    const Choice& best = recommended(choices);
    std::string reason = best.because.empty() ? best.reason : best.because;
    if (category == DecisionCategory::Platform) {
        reason = first_sentence(best.reason) + " " + platform_difference(scene, choices);
    }
    return scene.say("recommend." + category_id(category),
                     {{"option", best.label}, {"option_reason", reason}});
}

std::vector<EligibilityTrap> traps_of(const Scene& scene, const std::string& platform) {
    EligibilityQuestion question;
    question.platform = platform;
    question.country = scene.talk.profile->country;
    question.currency = scene.talk.profile->currency;
    question.price = scene.numbers.price;
    question.members = scene.numbers.compare_members;
    return eligibility_traps(question, scene.numbers.market);
}

std::string platform_trap(const Scene& scene, const std::vector<std::string>& platforms) {
    for (const std::string& platform : platforms) {
        for (const EligibilityTrap& trap : traps_of(scene, platform)) {
            if (trap.level != TrapLevel::GoodToKnow) {
                return "**" + trap.title + ".** " + trap.text;
            }
        }
    }
    return "";
}

std::string short_trap(const Scene& scene) {
    for (const std::string& platform : platforms_of(scene.choices(DecisionCategory::Platform))) {
        for (const EligibilityTrap& trap : traps_of(scene, platform)) {
            if (has_phrase("trap." + trap.id)) {
                return scene.say("trap." + trap.id);
            }
        }
    }
    return "";
}

Part ask(const Scene& scene, DecisionCategory category) {
    Part part;
    const std::string options = options_table(scene, category);
    const bool shown = was_shown(scene, options);
    part.text = scene.say((shown ? "short." : "ask.") + category_id(category)) + "\n\n" +
                (shown ? "" : options + "\n\n") + recommendation(scene, category);
    part.replies = replies_of(scene.choices(category));
    part.replies.resize(std::min<std::size_t>(part.replies.size(), kMaxReplies - 1));
    part.replies.push_back(scene.say("reply." + category_id(category)));
    part.topic = category_id(category);
    part.follow = Follow::Nothing;
    return part;
}

Part ask_shortly(const Scene& scene, DecisionCategory category) {
    Part part = ask(scene, category);
    part.text = in_room_words(*scene.talk.project, scene.say("short." + category_id(category)));
    return part;
}

Part ask_for_rest(const Scene& scene, const DecisionSlots& slots) {
    Part part;
    part.topic = category_id(category_of(slots));
    part.follow = Follow::Nothing;
    if (std::holds_alternative<StructureSlots>(slots)) {
        part.text = in_room_words(*scene.talk.project, scene.say("rest.channels"));
        for (const std::string& reply : {scene.say("reply.rest.channels"),
                                         std::string("5 channels"),
                                         std::string("8 channels")}) {
            part.replies.push_back(in_room_words(*scene.talk.project, reply));
        }
        part.replies.erase(std::find(part.replies.begin() + 1, part.replies.end(), part.replies[0]),
                           part.replies.end());
        return part;
    }
    const auto* content = std::get_if<ContentSlots>(&slots);
    if (content != nullptr && content->cadence.empty()) {
        part.text = scene.say("rest.cadence", {{"format", content->format}});
        part.replies = {"Weekly", "Every two weeks", "Monthly"};
        return part;
    }
    part.text = scene.say("rest.format");
    part.replies = {"Live call", "Workshop", "Q&A"};
    return part;
}

}  // namespace atrium::domain::guide
