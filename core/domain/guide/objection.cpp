#include "core/domain/guide/objection.h"

#include <algorithm>

#include "core/domain/detector/detector.h"
#include "core/domain/guide/ask.h"
#include "core/domain/guide/respond.h"
#include "core/domain/guide/weigh.h"
#include "core/domain/number_text.h"

namespace atrium::domain::guide {
namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

// The parts of a sentence between its commas and turns of thought, with the mark that ends each.
std::vector<std::string> parts_of(std::string_view text) {
    constexpr std::string_view kMarks = ",;.!?:\n";
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool in_number =
            at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
        if (text.substr(at, 5) == " but ") {
            parts.emplace_back();
        }
        parts.back() += text[at];
        if (kMarks.find(text[at]) != kMarks.npos && !in_number) {
            parts.emplace_back();
        }
    }
    return parts;
}

bool points_back(const std::string& part) {
    static const Pattern kBack(
        "^ (and|but|hm|hmm|well)? (that|thats|it|its|this|which|they|these)");
    return kBack.found_in(words_of(part));
}

// The numbers that only the parts with an objection name.
std::vector<double> numbers_turned_down(const Scene& scene) {
    const std::vector<double> kept = read_message(without_objections(scene.text)).numbers;
    std::vector<double> numbers = scene.reading.numbers;
    std::erase_if(numbers, [&](double number) {
        return std::find(kept.begin(), kept.end(), number) != kept.end();
    });
    return numbers;
}

bool is_too_low(const Scene& scene) {
    static const Pattern kLow("(low|cheap|little|small)");
    return kLow.found_in(words_of(scene.text));
}

// A day in the month that is turned down, or around the holidays that are.
bool is_unwanted_day(const Scene& scene, Date day) {
    const std::string month = day_month(day).substr(day_month(day).find(' ') + 1);
    const std::string text = plain(scene.text);
    constexpr int kHolidaysFrom = 18;
    const Civil civil = civil_from_date(day);
    const bool holidays = text.find("christmas") != text.npos || text.find("holidays") != text.npos;
    return text.find(plain(month)) != text.npos ||
           (holidays && civil.month == 12 && civil.day >= kHolidaysFrom);
}

bool is_possible(const Scene& scene, Date day) {
    const std::vector<OpeningDay>& days = scene.numbers.days;
    return std::any_of(days.begin(), days.end(), [&](const OpeningDay& one) {
        return one.date == day && one.possible;
    });
}

// The choice names the value that was turned down, or one farther in the wrong direction.
bool is_unwanted(const Scene& scene, const Choice& choice) {
    if (const auto* price = std::get_if<PricingSlots>(&choice.slots)) {
        const std::vector<double> named = numbers_turned_down(scene);
        const double amount = price->amount.value_or(0);
        return std::any_of(named.begin(), named.end(), [&](double number) {
            return is_too_low(scene) ? amount <= number : amount >= number;
        });
    }
    if (const auto* platform = std::get_if<PlatformSlots>(&choice.slots)) {
        const std::vector<std::string>& named = scene.reading.platforms;
        return std::find(named.begin(), named.end(), platform->name) != named.end();
    }
    if (const auto* time = std::get_if<TimelineSlots>(&choice.slots)) {
        return is_unwanted_day(scene, *time->date) || !is_possible(scene, *time->date);
    }
    const auto* content = std::get_if<ContentSlots>(&choice.slots);
    const std::string text = plain(scene.text);
    return content != nullptr && text.find(plain(content->format)) != std::string::npos;
}

// Something smaller is wanted: in writing, nobody has to be there at an hour.
bool is_small(const Choice& choice) {
    const auto* content = std::get_if<ContentSlots>(&choice.slots);
    return content != nullptr && content->format == "q&a";
}

}  // namespace

std::string without_objections(std::string_view text) {
    std::vector<std::string> kept;
    for (const std::string& part : parts_of(text)) {
        if (!objects(part)) {
            kept.push_back(part);
        } else if (!kept.empty() && points_back(part)) {
            kept.pop_back();
        }
    }
    std::string left;
    for (const std::string& part : kept) {
        left += part;
    }
    return left;
}

std::optional<DecisionCategory> turned_down(const Scene& scene) {
    std::vector<DecisionCategory> about = scene.reading.subjects;
    if (scene.talk.asked) {
        about.insert(about.begin(), *scene.talk.asked);
    }
    const Date today = scene.talk.context.today;
    const std::string left = without_objections(scene.text);
    const auto found = std::find_if(about.begin(), about.end(), [&](DecisionCategory category) {
        const bool named = slots_mentioned(category, scene.text, today).has_value() ||
                           rules_out(category, scene.text, today);
        return named && left != scene.text && !slots_mentioned(category, left, today);
    });
    return found == about.end() ? std::nullopt : std::optional(*found);
}

std::optional<DecisionSlots> value_instead(const Scene& scene) {
    const std::string left = without_objections(scene.text);
    if (left == scene.text) {
        return std::nullopt;
    }
    const std::optional<DecisionSlots> value = value_weighed(scene);
    const bool named =
        value && slots_mentioned(category_of(*value), left, scene.talk.context.today).has_value();
    return named ? value : std::nullopt;
}

std::vector<Choice> wanted_choices(const Scene& scene, DecisionCategory category) {
    std::vector<Choice> choices = scene.choices(category);
    if (objects(scene.text)) {
        std::erase_if(choices, [&](const Choice& choice) { return is_unwanted(scene, choice); });
    }
    return choices;
}

Part reply::objection(const Scene& scene, DecisionCategory category) {
    if (const Decision* stands = current_decision(*scene.talk.project, category)) {
        const std::string label = label_of(scene.talk, stands->slots);
        Part part = ask_shortly(scene, category);
        part.text = scene.say("weigh.stands", label_facts(scene.talk, stands->slots));
        part.replies = replies_without(scene.choices(category), stands->slots);
        part.replies.insert(part.replies.begin(), "Keep " + label);
        part.replies.resize(std::min(part.replies.size(), kMaxReplies));
        return part;
    }
    const std::vector<Choice> left = wanted_choices(scene, category);
    if (left.empty()) {
        Part part;
        part.text = scene.say("objection.open");
        part.topic = category_id(category);
        part.follow = Follow::Nothing;
        return part;
    }
    static const Pattern kSmaller(
        "(small|smaller|less|easier|simpler|lighter|exhausting|tiring|overwhelming|much|lot)");
    const auto small = std::find_if(left.begin(), left.end(), is_small);
    const bool smaller = kSmaller.found_in(words_of(scene.text)) && small != left.end();
    const Choice& best = smaller ? *small : recommended(left);
    Part part;
    const bool low = category == DecisionCategory::Pricing && is_too_low(scene);
    part.text = scene.say("objection." + category_id(category) + (low ? ".low" : ""),
                          {{"option", best.label}, {"option_reason", best.reason}});
    part.replies = {best.reply};
    for (const Choice& choice : left) {
        if (choice.reply != best.reply && part.replies.size() < kMaxReplies) {
            part.replies.push_back(choice.reply);
        }
    }
    part.topic = category_id(category);
    part.follow = Follow::Nothing;
    return part;
}

}  // namespace atrium::domain::guide
