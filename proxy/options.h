// The options of the program's commands, each with the environment variable that sets it too and
// a sentence for --help.
#pragma once

#include <string>

#include "proxy/config.h"

namespace CLI {
class App;
}

namespace atrium::proxy {

// What has to be read further after the arguments were taken: amounts of money, files, secrets.
struct Written {
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

// Which database; every command needs it.
void add_storage_options(CLI::App& command, Config& config);

// All of them.
void add_serve_options(CLI::App& command, Config& config, Written& written);

}  // namespace atrium::proxy
