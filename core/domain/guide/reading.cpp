#include "core/domain/guide/reading.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <nlohmann/json.hpp>

#include "embedded_assets.h"

namespace atrium::domain::guide {
namespace {

using nlohmann::json;

constexpr std::size_t kVeryLongBytes = 2'500;
constexpr std::size_t kMaxNumbers = 20;

struct Entry {
    std::string id;
    std::vector<Pattern> patterns;
};

struct Vocabulary {
    std::vector<Entry> intents;
    std::vector<Entry> subjects;
    std::vector<Entry> tasks;
    Entry hedges;
    Entry doubts;
    Entry questions;
    Entry objections;
    Entry elsewhere;
    Entry indifferent;
    std::vector<std::string> foreign_words;
    std::vector<std::string> common_words;
    std::vector<std::string> answer_words;
};

Entry entry_from(std::string id, const json& patterns) {
    Entry entry{std::move(id), {}};
    for (const json& pattern : patterns) {
        entry.patterns.emplace_back(pattern.get_ref<const std::string&>());
    }
    return entry;
}

std::vector<Entry> entries_from(const json& object) {
    std::vector<Entry> entries;
    for (const auto& [id, patterns] : object.items()) {
        entries.push_back(entry_from(id, patterns));
    }
    return entries;
}

std::vector<std::string> words_from(const json& line) {
    return words_of(line.get_ref<const std::string&>());
}

Vocabulary read_vocabulary() {
    const json document = json::parse(assets::intents_json, nullptr, false);
    Vocabulary vocabulary;
    for (const json& intent : document["intents"]) {
        vocabulary.intents.push_back(
            entry_from(intent["id"].get<std::string>(), intent["patterns"]));
    }
    vocabulary.subjects = entries_from(document["subjects"]);
    vocabulary.tasks = entries_from(document["tasks"]);
    vocabulary.hedges = entry_from("hedges", document["hedges"]);
    vocabulary.objections = entry_from("objections", document["objections"]);
    vocabulary.questions = entry_from("questions", document["questions"]);
    vocabulary.doubts = entry_from("doubts", document["doubts"]);
    vocabulary.elsewhere = entry_from("elsewhere", document["elsewhere"]);
    vocabulary.indifferent = entry_from("indifferent", document["indifferent"]);
    vocabulary.foreign_words = words_from(document["foreign_words"]);
    vocabulary.common_words = words_from(document["common_words"]);
    vocabulary.answer_words = words_from(document["answer_words"]);
    return vocabulary;
}

const Vocabulary& vocabulary() {
    static const Vocabulary kVocabulary = read_vocabulary();
    return kVocabulary;
}

bool found(const Entry& entry, const std::vector<std::string>& words) {
    return std::any_of(entry.patterns.begin(), entry.patterns.end(), [&](const Pattern& pattern) {
        return pattern.found_in(words);
    });
}

bool found(const Entry& entry, const std::vector<Clause>& clauses) {
    return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
        return found(entry, clause.words);
    });
}

std::vector<std::string> found_ids(const std::vector<Entry>& entries,
                                   const std::vector<Clause>& clauses) {
    std::vector<std::string> ids;
    for (const Entry& entry : entries) {
        if (found(entry, clauses)) {
            ids.push_back(entry.id);
        }
    }
    return ids;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void read_words(Reading& reading, const std::vector<std::string>& words) {
    static const std::vector<std::string> kPlatforms = {
        "discord", "circle", "skool", "patreon", "whop", "mighty"};
    static const std::vector<std::string> kHourWords = {"h", "hr", "hrs", "hour", "hours"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (contains(kPlatforms, word) && !contains(reading.platforms, word)) {
            reading.platforms.push_back(word);
        }
        char* end = nullptr;
        const double number = std::strtod(word.c_str(), &end);
        if (end == word.c_str() || word.front() < '0' || word.front() > '9') {
            continue;
        }
        if (reading.numbers.size() < kMaxNumbers) {
            reading.numbers.push_back(number);
        }
        const std::string unit = *end != '\0'           ? std::string(end)
                                 : i + 1 < words.size() ? words[i + 1]
                                                        : "";
        if (contains(kHourWords, unit)) {
            reading.hours = number;
        }
    }
}

bool names_money(std::string_view text) {
    static const std::vector<std::string_view> kSigns = {"$", "€", "£", "₹", "¥", "₦"};
    return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
        return text.find(sign) != std::string_view::npos;
    });
}

// A share of words that only other languages have, or a message without a letter of the alphabet.
bool is_foreign(const std::vector<std::string>& words) {
    const auto foreign = std::count_if(words.begin(), words.end(), [](const std::string& word) {
        return contains(vocabulary().foreign_words, word);
    });
    const auto english = std::count_if(words.begin(), words.end(), [](const std::string& word) {
        return contains(vocabulary().common_words, word);
    });
    const auto beyond_latin =
        std::count_if(words.begin(), words.end(), [](const std::string& word) {
            return static_cast<unsigned char>(word.front()) >= 0xCE &&
                   static_cast<unsigned char>(word.front()) < 0xF0;
        });
    const auto total = static_cast<std::ptrdiff_t>(words.size());
    return (foreign >= 2 && foreign > english) || (beyond_latin > 0 && beyond_latin * 2 >= total);
}

// "asdkjh", "!!!": no vowels, or the same letter over and over; no word that English often uses.
bool is_nonsense(const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), [](const std::string& word) {
        if (contains(vocabulary().common_words, word) || word.size() < 4 ||
            (word.front() >= '0' && word.front() <= '9')) {
            return words_of(word).empty();
        }
        std::size_t vowels = 0;
        std::size_t run = 0;
        std::size_t consonant_run = 0;
        std::size_t longest = 0;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const bool vowel = std::string_view("aeiouy").find(word[i]) != std::string_view::npos;
            const bool beyond_ascii = static_cast<unsigned char>(word[i]) >= 0x80;
            vowels += vowel || beyond_ascii ? 1 : 0;
            consonant_run = vowel || beyond_ascii ? 0 : consonant_run + 1;
            longest = std::max(longest, consonant_run);
            run += i > 0 && word[i] == word[i - 1] ? 1 : 0;
        }
        return vowels == 0 || longest >= 5 || run * 2 > word.size();
    });
}

}  // namespace

bool Reading::means(std::string_view intent) const {
    return std::find(intents.begin(), intents.end(), intent) != intents.end();
}

bool says(std::string_view intent, std::string_view text) {
    const std::vector<Entry>& intents = vocabulary().intents;
    const auto entry = std::find_if(
        intents.begin(), intents.end(), [&](const Entry& one) { return one.id == intent; });
    return entry != intents.end() && found(*entry, clauses_of(text));
}

bool is_indifferent(std::string_view text) {
    return found(vocabulary().indifferent, clauses_of(text));
}

bool objects(std::string_view text) {
    return found(vocabulary().objections, words_of(text));
}

std::size_t words_beside_answer(std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [](const std::string& word) {
            const bool number = word.front() >= '0' && word.front() <= '9';
            return !number && !contains(vocabulary().answer_words, word);
        }));
}

Reading read_message(std::string_view text) {
    Reading reading;
    reading.very_long = text.size() > kVeryLongBytes;
    reading.clauses = clauses_of(text);
    std::vector<std::string> words;
    for (Clause& clause : reading.clauses) {
        words.insert(words.end(), clause.words.begin(), clause.words.end());
        // "what about a chat group instead", without its mark
        clause.question |= found(vocabulary().questions, clause.words);
        reading.question |= clause.question;
    }
    reading.nonsense = is_nonsense(words);
    reading.foreign = !words.empty() && is_foreign(words);
    if (reading.nonsense || reading.foreign) {
        return reading;
    }
    read_words(reading, words);
    reading.intents = found_ids(vocabulary().intents, reading.clauses);
    reading.tasks = found_ids(vocabulary().tasks, reading.clauses);
    for (const std::string& id : found_ids(vocabulary().subjects, reading.clauses)) {
        reading.subjects.push_back(category_from_id(id).value_or(DecisionCategory::Platform));
    }
    if (names_money(text)) {
        reading.subjects.push_back(DecisionCategory::Pricing);
    }
    std::sort(reading.subjects.begin(), reading.subjects.end());
    reading.subjects.erase(std::unique(reading.subjects.begin(), reading.subjects.end()),
                           reading.subjects.end());
    reading.hedged = found(vocabulary().hedges, reading.clauses);
    reading.elsewhere = found(vocabulary().elsewhere, reading.clauses);
    reading.indifferent = found(vocabulary().indifferent, reading.clauses);
    reading.doubting = found(vocabulary().doubts, reading.clauses);
    return reading;
}

}  // namespace atrium::domain::guide
