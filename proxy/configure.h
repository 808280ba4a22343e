// Where the configuration comes from: flags, then the environment, then the settings file, then the
// defaults. The settings file holds NAME=value lines under the names of the environment, so that
// one file serves the program, systemd and a shell:
//
//     # /etc/atrium/proxy.env
//     MAX_MESSAGES_PER_DAY=80
//     CLAUDE_API_KEY_FILE=/etc/atrium/key
//
// It is read again on SIGHUP, as is the file of the key.
#pragma once

#include <functional>
#include <memory>

#include "core/protocol/result.h"
#include "proxy/config.h"

namespace CLI {
class App;
}

namespace atrium::proxy {

// The folders as they are where nothing is set.
[[nodiscard]] Config default_config();

// Takes from the file what neither a flag nor the environment has set on the command, whose options
// must have been parsed. Names that the command does not have are skipped; an empty path is no file.
Result<Done> apply_settings_file(CLI::App& command, const std::string& path);

Result<Done> read_amount(const std::string& text, std::optional<protocol::NanoUsd>& target);

// The subcommand `serve` of a program.
class ServeCommand {
 public:
    explicit ServeCommand(CLI::App& program);
    ~ServeCommand();
    ServeCommand(const ServeCommand&) = delete;
    ServeCommand& operator=(const ServeCommand&) = delete;

    // Called with the configuration, or what is wrong with it, when the command was chosen.
    void on_call(std::function<void(const Result<Config>&)> act);

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

// The same arguments read once more, with the files as they are now.
Result<Config> config_from_arguments(int argc, const char* const* argv);

}  // namespace atrium::proxy
