#include "proxy/configure.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include <CLI/CLI.hpp>

#include "core/protocol/ascii.h"
#include "proxy/options.h"

namespace atrium::proxy {

namespace {

std::string default_data_dir() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data) {
        return std::string(data) + "/atrium";
    }
    if (const char* home = std::getenv("HOME"); home && *home) {
        return std::string(home) + "/.local/share/atrium";
    }
    return "atrium-data";
}

// An installed bin/atrium-proxy finds share/atrium/site, and build/bin/atrium-proxy finds build/site,
// wherever it is started from.
std::string default_site_dir() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) {
        return "site";
    }
    const auto prefix = program.parent_path().parent_path();
    const auto installed = prefix / "share" / "atrium" / "site";
    return (std::filesystem::is_directory(installed, error) ? installed : prefix / "site").string();
}

LogLevel log_level_of(const std::string& word) {
    if (word == "debug") {
        return LogLevel::Debug;
    }
    if (word == "warning") {
        return LogLevel::Warning;
    }
    return word == "error" ? LogLevel::Error : LogLevel::Info;
}

Result<Secret> read_key(const RawOptions& raw) {
    if (raw.key_file.empty()) {
        return raw.key;
    }
    std::ifstream file(raw.key_file);
    std::string key;
    if (!(file >> key)) {
        return Error{"key-file", "cannot read the key to Claude from " + raw.key_file, ""};
    }
    return Secret(key);
}

Result<Done> complete(Config& config, const RawOptions& raw) {
    std::optional<protocol::NanoUsd> alert;
    const std::pair<const std::string&, std::optional<protocol::NanoUsd>&> amounts[] = {
        {raw.alert, alert},
        {raw.limit, config.daily_cost_limit},
        {raw.user_limit, config.user_daily_cost_limit},
        {raw.input_price, config.input_price_per_thousand},
        {raw.output_price, config.output_price_per_thousand},
    };
    for (const auto& [text, target] : amounts) {
        if (Result<Done> read = read_amount(text, target); !read) {
            return read;
        }
    }
    config.daily_cost_alert = alert.value_or(protocol::NanoUsd{});
    config.log_level = log_level_of(raw.log_level);
    config.alert_webhook = Secret(raw.alert_webhook);
    const Result<Secret> key = read_key(raw);
    if (!key) {
        return key.error();
    }
    config.claude_key = key.value();
    return Done{};
}

// `serve` has an option for every name, the other commands have a few of them.
enum class OtherNames { AreErrors, AreSkipped };

// NAME=value, also NAME="value"; nothing for a comment or an empty line.
struct Line {
    std::string name;
    std::string value;
};

Result<std::optional<Line>> line_from_text(const std::string& written) {
    const std::string text = std::string(ascii::trimmed(written));
    if (text.empty() || text.front() == '#') {
        return std::optional<Line>();
    }
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        return Error{"settings-line", "is not NAME=value", ""};
    }
    Line line{std::string(ascii::trimmed(text.substr(0, equals))),
              std::string(ascii::trimmed(text.substr(equals + 1)))};
    const std::string& value = line.value;
    const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                        (value.front() == '"' || value.front() == '\'');
    if (quoted) {
        line.value = value.substr(1, value.size() - 2);
    }
    return std::optional<Line>(std::move(line));
}

CLI::Option* option_of(CLI::App& command, const std::string& name) {
    const std::vector<CLI::Option*> options = command.get_options();
    const auto found = std::find_if(options.begin(), options.end(), [&](CLI::Option* option) {
        return option->get_envname() == name;
    });
    return found == options.end() ? nullptr : *found;
}

// Has no option, because other users of the machine could read a flag.
constexpr const char* kKeyName = "CLAUDE_API_KEY";

// A flag or the environment goes before the file; an empty value sets nothing.
Result<Done> take_line(CLI::App& command, const Line& line, OtherNames others) {
    CLI::Option* option = option_of(command, line.name);
    if (!option && line.name == kKeyName) {
        return Done{};
    }
    if (!option) {
        return others == OtherNames::AreSkipped
                   ? Result<Done>(Done{})
                   : Result<Done>(Error{"settings-line", "there is no setting " + line.name, ""});
    }
    if (option->count() > 0 || line.value.empty()) {
        return Done{};
    }
    try {
        option->add_result(line.value);
        option->run_callback();
    } catch (const CLI::Error&) {
        // The library's sentence holds the value, which may be a secret.
        return Error{"settings-line",
                     line.name + (option->get_type_name() == kDollars
                                      ? " is no amount in dollars such as 50 or 0.003"
                                      : " cannot have that value"),
                     ""};
    }
    return Done{};
}

Error given_twice(const std::string& name, int line) {
    return {"settings-line", name + " is set in line " + std::to_string(line) + " already", ""};
}

Result<Done> apply_settings(CLI::App& command,
                            const std::string& path,
                            OtherNames others,
                            Secret& key) {
    if (path.empty()) {
        return Done{};
    }
    std::error_code error;
    std::ifstream file(path);
    if (!file || !std::filesystem::is_regular_file(path, error)) {
        return Error{"settings-file", "cannot read the settings file " + path, ""};
    }
    std::map<std::string, int> given;
    std::string text;
    for (int number = 1; std::getline(file, text); ++number) {
        const Result<std::optional<Line>> line = line_from_text(text);
        Result<Done> taken = line ? Result<Done>(Done{}) : Result<Done>(line.error());
        if (line && line.value()) {
            const auto [first, is_new] = given.emplace(line.value()->name, number);
            taken = is_new ? take_line(command, *line.value(), others)
                           : Result<Done>(given_twice(first->first, first->second));
            key = line.value()->name == kKeyName ? Secret(line.value()->value) : key;
        }
        if (!taken) {
            return Error{"settings-file",
                         path + ", line " + std::to_string(number) + ": " + taken.error().message,
                         ""};
        }
    }
    return Done{};
}

}  // namespace

Config default_config() {
    Config config;
    config.data_dir = default_data_dir();
    config.site_dir = default_site_dir();
    return config;
}

Result<Done> read_amount(const std::string& text, std::optional<protocol::NanoUsd>& target) {
    if (text.empty()) {
        return Done{};
    }
    const Result<protocol::NanoUsd> amount = protocol::nano_usd_from_text(text);
    if (!amount) {
        return amount.error();
    }
    target = amount.value();
    return Done{};
}

Result<Done> apply_settings_file(CLI::App& command, const std::string& path) {
    Secret key;
    return apply_settings(command, path, OtherNames::AreSkipped, key);
}

struct ServeCommand::Parts {
    Config config = default_config();
    RawOptions raw;
    CLI::App* command = nullptr;

    Result<Config> read_config() {
        if (const Result<Done> applied =
                apply_settings(*command, config.settings_file, OtherNames::AreErrors, raw.key);
            !applied) {
            return applied.error();
        }
        if (const char* key = std::getenv(kKeyName); key && *key) {
            raw.key = Secret(key);
        }
        const Result<Done> completed = complete(config, raw);
        return completed ? Result<Config>(config) : Result<Config>(completed.error());
    }
};

ServeCommand::ServeCommand(CLI::App& program) : parts_(std::make_unique<Parts>()) {
    parts_->command = program.add_subcommand("serve", "Start the server");
    add_serve_options(*parts_->command, parts_->config, parts_->raw);
}

ServeCommand::~ServeCommand() = default;

void ServeCommand::on_call(std::function<void(const Result<Config>&)> act) {
    parts_->command->callback([this, act = std::move(act)] { act(parts_->read_config()); });
}

Result<Config> config_from_arguments(int argc, const char* const* argv) {
    CLI::App program;
    ServeCommand command(program);
    Result<Config> config = Error{"config-invalid", "the arguments cannot be read", ""};
    command.on_call([&config](const Result<Config>& read) { config = read; });
    try {
        program.parse(argc, argv);
    } catch (const CLI::Error&) {
        return config;
    }
    return config;
}

}  // namespace atrium::proxy
