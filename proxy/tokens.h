// Tokens that people and browsers show to the proxy. They are random, so a plain fast hash is
// enough to keep them; the token itself is never stored.
#pragma once

#include <string>
#include <string_view>

#include "proxy/secret.h"

namespace atrium::proxy {

// "atr_" and 160 random bits. Only letters, digits and underscores, so that it survives any header.
[[nodiscard]] Secret random_token();

// 96 random bits in hexadecimal behind a prefix: "req_18f3...".
[[nodiscard]] std::string random_id(std::string_view prefix);

// SHA-256 in hexadecimal: what the database keeps.
[[nodiscard]] std::string sha256_hex(std::string_view token);

// Takes the same time wherever the two differ.
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace atrium::proxy
