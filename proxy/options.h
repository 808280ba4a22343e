// The options of the program's commands, each with the environment variable that sets it too and
// a sentence for --help.
#pragma once

#include <string>

#include "proxy/config.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace atrium::proxy {

// Options as they were written, which configure.cpp reads further: amounts of money, files, secrets.
struct RawOptions {
    Secret key;
    std::string key_file;
    std::string alert_webhook;
    std::string alert = "50.0";
    std::string limit;
    std::string user_limit;
    std::string input_price;
    std::string output_price;
    std::string log_level = "info";
};

// How such an option's value is called in --help, and known by.
inline constexpr const char* kDollars = "DOLLARS";

// Refuses what is no amount in dollars.
void take_dollars(CLI::Option& option);

// Which database; every command needs it.
void add_storage_options(CLI::App& command, Config& config);

// All of them.
void add_serve_options(CLI::App& command, Config& config, RawOptions& raw);

}  // namespace atrium::proxy
