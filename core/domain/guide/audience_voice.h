// The creator's words about their audience, turned towards it: documents speak to the people whom the
// profile speaks of.
//
//     in_audience_voice("Feedback on their work");              // "Feedback on your work"
//     topic_and_people("Glazing for hobby potters").people;     // "hobby potters"
#pragma once

#include <string>

namespace atrium::domain::guide {

// "their" behind a preposition is the audience; elsewhere ("plants and their care") it may be anything.
[[nodiscard]] std::string in_audience_voice(std::string words);

struct TopicAndPeople {
    std::string topic;   // "glazing"
    std::string people;  // "hobby potters"; "people" where the words name none
};

// A topic in one line, as it stands in a sentence: "&" is "and", and those it is for are apart.
[[nodiscard]] TopicAndPeople topic_and_people(const std::string& niche);

}  // namespace atrium::domain::guide
