#include "core/protocol/ascii.h"

#include <doctest/doctest.h>

namespace atrium {

TEST_CASE("ascii: letters beyond it stay as they are") {
    CHECK(ascii::lowered("ÀB zoë [\\]@") == "Àb zoë [\\]@");
    CHECK(ascii::lower_first("Launch Date") == "launch Date");
    CHECK(ascii::lower_first("Été") == "Été");
    CHECK(ascii::lower_first("") == "");
    for (const char byte : {'@', '[', '`', '{', '\xC3', '/', ':'}) {
        CAPTURE(byte);
        CHECK_FALSE((ascii::is_letter(byte) || ascii::is_digit(byte)));
    }
}

TEST_CASE("ascii: blanks are spaces, tabs and line ends") {
    CHECK(ascii::is_blank(""));
    CHECK(ascii::is_blank(" \t\r\n"));
    CHECK_FALSE(ascii::is_blank(" ."));
    CHECK(ascii::trimmed("\t two words\r\n") == "two words");
    CHECK(ascii::trimmed(" \n") == "");
}

}  // namespace atrium
