#include "proxy/tokens.h"

#include <array>
#include <cstdlib>

#include <openssl/crypto.h>
#include <openssl/sha.h>
#include <unistd.h>

namespace atrium::proxy {

namespace {

std::string hexadecimal(const unsigned char* bytes, std::size_t size) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(size * 2);
    for (std::size_t i = 0; i < size; ++i) {
        text += kDigits[bytes[i] >> 4];
        text += kDigits[bytes[i] & 15];
    }
    return text;
}

template <std::size_t Size>
std::string random_hexadecimal() {
    std::array<unsigned char, Size> bytes{};
    // From the kernel: OpenSSL would seed a generator for each thread.
    if (getentropy(bytes.data(), bytes.size()) != 0) {
        std::abort();  // without randomness nothing here is safe
    }
    return hexadecimal(bytes.data(), bytes.size());
}

}  // namespace

Secret random_token() {
    return Secret("atr_" + random_hexadecimal<20>());
}

std::string random_id(std::string_view prefix) {
    return std::string(prefix) + random_hexadecimal<12>();
}

std::string sha256_hex(std::string_view token) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), digest.data());
    return hexadecimal(digest.data(), digest.size());
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace atrium::proxy
