#include "proxy/command_line.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <CLI/CLI.hpp>

#include "proxy/clock.h"
#include "proxy/options.h"
#include "proxy/serve.h"
#include "proxy/usage_stats.h"
#include "proxy/users.h"

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

// build/bin/atrium-proxy finds build/site, wherever it is started from.
std::string default_site_dir() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? "site" : (program.parent_path().parent_path() / "site").string();
}

int fail(const Error& error) {
    std::fprintf(stderr, "atrium-proxy: %s\n", error.message.c_str());
    return 1;
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

Result<Secret> read_key(const std::string& key_file) {
    if (key_file.empty()) {
        const char* key = std::getenv("CLAUDE_API_KEY");
        return Secret(key ? key : "");
    }
    std::ifstream file(key_file);
    std::string key;
    if (!(file >> key)) {
        return Error{"key-file", "cannot read the key to Claude from " + key_file, ""};
    }
    return Secret(key);
}

Result<Done> complete(Config& config, const Written& written) {
    std::optional<protocol::NanoUsd> alert;
    const std::pair<const std::string&, std::optional<protocol::NanoUsd>&> amounts[] = {
        {written.alert, alert},
        {written.limit, config.daily_cost_limit},
        {written.user_limit, config.user_daily_cost_limit},
        {written.input_price, config.input_price_per_thousand},
        {written.output_price, config.output_price_per_thousand},
    };
    for (const auto& [text, target] : amounts) {
        if (Result<Done> read = read_amount(text, target); !read) {
            return read;
        }
    }
    config.daily_cost_alert = alert.value_or(protocol::NanoUsd{});
    config.log_level = log_level_of(written.log_level);
    const Result<Secret> key = read_key(written.key_file);
    if (!key) {
        return key.error();
    }
    config.claude_key = key.value();
    return Done{};
}

// Opens the database for one of the commands that manage it, does the work and prints what it gave.
int with_database(const Config& config, const std::function<Result<std::string>(Database&)>& work) {
    start_log(LogLevel::Warning);
    if (const Result<Done> checked = check_config(config); !checked) {
        return fail(checked.error());
    }
    const Result<std::unique_ptr<Database>> database = Database::open(database_address(config));
    if (!database) {
        return fail(database.error());
    }
    const Result<std::string> text = work(*database.value());
    if (!text) {
        return fail(text.error());
    }
    std::fputs(text.value().c_str(), stdout);
    return 0;
}

// The token alone on the last line, so that a script can take it with `tail -n 1`.
Result<std::string> token_text(const std::string& name, const Result<Secret>& token) {
    if (!token) {
        return token.error();
    }
    return "The token of " + name + ". It is shown only this once:\n" + token.value().reveal() +
           "\n";
}

Result<std::string> list_text(const Result<std::vector<User>>& users) {
    if (!users) {
        return users.error();
    }
    std::string text;
    for (const User& user : users.value()) {
        text += user.name + (user.is_admin ? "\tadmin" : "\tuser") +
                (user.revoked ? "\trevoked" : "\tactive") + "\tsince " +
                utc_text(user.created_at).substr(0, 10) + "\n";
    }
    return text.empty() ? "There are no users yet; add one with `atrium-proxy user add NAME`.\n"
                        : text;
}

struct UserArguments {
    NewUser user;
    int messages_per_day = -1;
    std::string cost_limit;
};

int add_user(const Config& config, UserArguments arguments) {
    if (arguments.messages_per_day >= 0) {
        arguments.user.messages_per_day = arguments.messages_per_day;
    }
    if (const Result<Done> read =
            read_amount(arguments.cost_limit, arguments.user.daily_cost_limit);
        !read) {
        return fail(read.error());
    }
    return with_database(config, [&](Database& database) {
        return token_text(arguments.user.name, Users(database).add(arguments.user));
    });
}

struct UsageArguments {
    std::string from = "0000-00-00";
    std::string to = "9999-99-99";
    std::string by = "day";
    std::string format = "table";
};

int show_usage(const Config& config, const UsageArguments& arguments) {
    return with_database(config, [&](Database& database) -> Result<std::string> {
        const Grain grain = arguments.by == "hour" ? Grain::Hour : Grain::Day;
        const Result<std::vector<UsageRow>> rows =
            usage_rows(database, arguments.from, arguments.to, grain);
        if (!rows) {
            return rows.error();
        }
        if (arguments.format == "csv") {
            return csv_from_rows(rows.value());
        }
        return arguments.format == "json" ? json_from_rows(rows.value()) + "\n"
                                          : table_from_rows(rows.value());
    });
}

void add_user_commands(CLI::App& program, Config& config, UserArguments& arguments, int& code) {
    CLI::App* user = program.add_subcommand("user", "Who may use the proxy");
    user->require_subcommand(1);
    const auto add = [&](const char* name, const char* help) {
        CLI::App* command = user->add_subcommand(name, help);
        add_storage_options(*command, config);
        return command;
    };
    CLI::App* add_command = add("add", "Add a user and print a token, once, on the last line");
    add_command->add_flag("--admin", arguments.user.is_admin, "May see everybody's usage");
    add_command
        ->add_option(
            "--messages-per-day", arguments.messages_per_day, "Instead of the proxy's limit")
        ->check(CLI::Range(0, 1000000));
    add_command->add_option(
        "--cost-limit", arguments.cost_limit, "Dollars a day, instead of the proxy's limit");
    CLI::App* list_command = add("list", "List the users");
    CLI::App* revoke_command = add("revoke", "Make every token and session of a user invalid");
    CLI::App* rotate_command = add("rotate", "Give a user a new token; the old one stops working");
    for (CLI::App* command : {add_command, revoke_command, rotate_command}) {
        command->add_option("name", arguments.user.name, "The user's name")->required();
    }
    const std::string& name = arguments.user.name;
    add_command->callback([&] { code = add_user(config, arguments); });
    list_command->callback([&] {
        code = with_database(config,
                             [](Database& database) { return list_text(Users(database).list()); });
    });
    revoke_command->callback([&] {
        code = with_database(config, [&](Database& database) -> Result<std::string> {
            const Result<Done> done = Users(database).revoke(name);
            return done ? Result<std::string>(name + " can no longer use the proxy.\n")
                        : Result<std::string>(done.error());
        });
    });
    rotate_command->callback([&] {
        code = with_database(config, [&](Database& database) {
            return token_text(name, Users(database).rotate(name));
        });
    });
}

void add_usage_command(CLI::App& program, Config& config, UsageArguments& arguments, int& code) {
    CLI::App* usage = program.add_subcommand("usage", "Show what was used, by day, user and model");
    add_storage_options(*usage, config);
    usage->add_option("--from", arguments.from, "First day, YYYY-MM-DD");
    usage->add_option("--to", arguments.to, "Last day, YYYY-MM-DD");
    usage->add_option("--by", arguments.by, "day or hour")->check(CLI::IsMember({"day", "hour"}));
    usage->add_option("--format", arguments.format, "table, json or csv")
        ->check(CLI::IsMember({"table", "json", "csv"}));
    usage->callback([&] { code = show_usage(config, arguments); });
}

}  // namespace

int run_command_line(int argc, char** argv) {
    Config config;
    config.data_dir = default_data_dir();
    config.site_dir = default_site_dir();
    Written written;
    UserArguments user_arguments;
    UsageArguments usage_arguments;
    int code = 0;
    CLI::App program(
        "The server of Atrium: holds the key to Claude, counts, limits and serves the app");
    program.set_version_flag("--version", ATRIUM_VERSION);
    program.require_subcommand(1);
    CLI::App* serve_command = program.add_subcommand("serve", "Start the server");
    add_serve_options(*serve_command, config, written);
    serve_command->callback([&] {
        const Result<Done> completed = complete(config, written);
        code = completed ? serve(config) : fail(completed.error());
    });
    add_user_commands(program, config, user_arguments, code);
    add_usage_command(program, config, usage_arguments, code);
    CLI11_PARSE(program, argc, argv);
    return code;
}

}  // namespace atrium::proxy
