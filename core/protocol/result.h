// The only carrier of errors in core and shell. A function that can fail for a reason outside the
// program returns Result<T>; whoever receives it handles the error or returns it, never both.
//
//     Result<Profile> parsed = profile_from_json(text);
//     if (!parsed) return parsed.error();
//     use(parsed.value());
//
// A mistake of the programmer is an assert and no Result.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace atrium {

// Why something could not be done.
// code: stable kebab-case word for programs and tests ("profile-invalid").
// message: one clear sentence for a person, with what to do next where something can be done.
// detail: technical or sensitive part; the proxy never logs it, the shell shows it on request.
struct Error {
    std::string code;
    std::string message;
    std::string detail;

    bool operator==(const Error&) const = default;
};

// Either a T or the Error that prevented it.
template <typename T>
class [[nodiscard]] Result {
 public:
    Result(T value) : content_(std::move(value)) {}

    Result(Error error) : content_(std::move(error)) {}

    explicit operator bool() const { return std::holds_alternative<T>(content_); }

    const T& value() const& {
        assert(*this);
        return std::get<T>(content_);
    }

    T& value() & {
        assert(*this);
        return std::get<T>(content_);
    }

    // By value, so that a loop over a temporary Result's value is safe.
    T value() && {
        assert(*this);
        return std::get<T>(std::move(content_));
    }

    const Error& error() const {
        assert(!*this);
        return std::get<Error>(content_);
    }

 private:
    std::variant<T, Error> content_;
};

// The Result of something that gives nothing back.
struct Done {
    bool operator==(const Done&) const = default;
};

}  // namespace atrium
