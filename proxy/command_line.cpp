#include "proxy/command_line.h"

#include <algorithm>
#include <cstdio>

#include <CLI/CLI.hpp>

#include "proxy/clock.h"
#include "proxy/configure.h"
#include "proxy/options.h"
#include "proxy/serve.h"
#include "proxy/signal_watch.h"
#include "proxy/usage_stats.h"
#include "proxy/users.h"

namespace atrium::proxy {

namespace {

int fail(const Error& error) {
    std::fprintf(stderr, "atrium-proxy: %s\n", error.message.c_str());
    return 1;
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

// What of the proxy's limits does not hold for the user.
std::string limits_text(const User& user) {
    std::string text;
    if (user.messages_per_day) {
        text += "\t" + std::to_string(*user.messages_per_day) + " messages a day";
    }
    if (user.daily_cost_limit) {
        text += "\t" + protocol::text_from_nano_usd(*user.daily_cost_limit) + " a day";
    }
    return text;
}

Result<std::string> list_text(const Result<std::vector<User>>& users) {
    if (!users) {
        return users.error();
    }
    std::string text;
    for (const User& user : users.value()) {
        text += user.name + (user.is_admin ? "\tadmin" : "\tuser") +
                (user.revoked ? "\trevoked" : "\tactive") + "\tsince " +
                utc_text(user.created_at).substr(0, 10) + limits_text(user) + "\n";
    }
    return text.empty() ? "There are no users yet; add one with `atrium-proxy user add NAME`.\n"
                        : text;
}

// What a command does once the settings file was read as well; returns the exit code.
void on_call(CLI::App& command, Config& config, int& code, std::function<int()> act) {
    command.callback([&command, &config, &code, act = std::move(act)] {
        const Result<Done> applied = apply_settings_file(command, config.settings_file);
        code = applied ? act() : fail(applied.error());
    });
}

constexpr int kMostMessages = 1'000'000;

struct UserArguments {
    NewUser user;
    int messages_per_day = -1;
    std::string cost_limit;
    bool no_own_limits = false;
};

// Takes over the limits that were written.
Result<Done> read_limits(UserArguments& arguments) {
    if (arguments.messages_per_day >= 0) {
        arguments.user.messages_per_day = arguments.messages_per_day;
    }
    return read_amount(arguments.cost_limit, arguments.user.daily_cost_limit);
}

int add_user(const Config& config, UserArguments arguments) {
    if (const Result<Done> read = read_limits(arguments); !read) {
        return fail(read.error());
    }
    return with_database(config, [&](Database& database) {
        return token_text(arguments.user.name, Users(database).add(arguments.user));
    });
}

int set_user(const Config& config, UserArguments arguments) {
    if (const Result<Done> read = read_limits(arguments); !read) {
        return fail(read.error());
    }
    const NewUser& user = arguments.user;
    LimitChange change;
    if (user.messages_per_day || arguments.no_own_limits) {
        change.messages_per_day = user.messages_per_day;
    }
    if (user.daily_cost_limit || arguments.no_own_limits) {
        change.daily_cost_limit = user.daily_cost_limit;
    }
    if (!change.messages_per_day && !change.daily_cost_limit) {
        return fail({"nothing-to-set",
                     "say what to set: --messages-per-day, --cost-limit or --no-own-limits",
                     ""});
    }
    return with_database(config, [&](Database& database) -> Result<std::string> {
        const Result<Done> done = Users(database).set_limits(user.name, change);
        return done ? Result<std::string>("The limits of " + user.name +
                                          " apply from the next request on.\n")
                    : Result<std::string>(done.error());
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
        const Grain grain = grain_from_text(arguments.by);
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
    CLI::App* set_command = add("set", "Change what a user may use a day");
    set_command->add_flag("--no-own-limits",
                          arguments.no_own_limits,
                          "The proxy's limits apply again, except for those given here");
    for (CLI::App* command : {add_command, set_command}) {
        command
            ->add_option(
                "--messages-per-day", arguments.messages_per_day, "Instead of the proxy's limit")
            ->check(CLI::Range(0, kMostMessages));
        take_dollars(*command->add_option(
            "--cost-limit", arguments.cost_limit, "Dollars a day, instead of the proxy's limit"));
    }
    CLI::App* list_command = add("list", "List the users");
    CLI::App* revoke_command = add("revoke", "Make every token and session of a user invalid");
    CLI::App* rotate_command = add("rotate", "Give a user a new token; the old one stops working");
    for (CLI::App* command : {add_command, set_command, revoke_command, rotate_command}) {
        command->add_option("name", arguments.user.name, "The user's name")->required();
    }
    const std::string& name = arguments.user.name;
    on_call(*add_command, config, code, [&] { return add_user(config, arguments); });
    on_call(*set_command, config, code, [&] { return set_user(config, arguments); });
    on_call(*list_command, config, code, [&config] {
        return with_database(config,
                             [](Database& database) { return list_text(Users(database).list()); });
    });
    on_call(*revoke_command, config, code, [&] {
        return with_database(config, [&](Database& database) -> Result<std::string> {
            const Result<Done> done = Users(database).revoke(name);
            return done ? Result<std::string>(name + " can no longer use the proxy.\n")
                        : Result<std::string>(done.error());
        });
    });
    on_call(*rotate_command, config, code, [&] {
        return with_database(config, [&](Database& database) {
            return token_text(name, Users(database).rotate(name));
        });
    });
}

void add_usage_command(CLI::App& program, Config& config, UsageArguments& arguments, int& code) {
    CLI::App* usage = program.add_subcommand("usage", "Show what was used, by day, user and model");
    add_storage_options(*usage, config);
    const auto check_day = [](const std::string& text) {
        return is_day(text) ? std::string() : "'" + text + "' is no day such as 2026-11-22";
    };
    usage->add_option("--from", arguments.from, "First day, YYYY-MM-DD")->check(check_day);
    usage->add_option("--to", arguments.to, "Last day, YYYY-MM-DD")->check(check_day);
    usage->add_option("--by", arguments.by, "day, hour, user or model")
        ->check(CLI::IsMember({"day", "hour", "user", "model"}));
    usage->add_option("--format", arguments.format, "table, json or csv")
        ->check(CLI::IsMember({"table", "json", "csv"}));
    on_call(*usage, config, code, [&] { return show_usage(config, arguments); });
}

// The library would only say that a command is missing. Empty when all that is written are commands.
std::string unknown_command(const CLI::App& program, int argc, char** argv) {
    const CLI::App* command = &program;
    for (int i = 1; i < argc && argv[i][0] != '-'; ++i) {
        const auto known = command->get_subcommands([](const CLI::App*) { return true; });
        if (known.empty()) {
            return "";
        }
        const auto found = std::find_if(known.begin(), known.end(), [&](const CLI::App* each) {
            return each->get_name() == argv[i];
        });
        if (found == known.end()) {
            return argv[i];
        }
        command = *found;
    }
    return "";
}

}  // namespace

int run_command_line(int argc, char** argv) {
    Config config = default_config();
    UserArguments user_arguments;
    UsageArguments usage_arguments;
    int code = 0;
    CLI::App program(
        "The server of Atrium: holds the key to Claude, counts, limits and serves the app");
    program.set_version_flag("--version", ATRIUM_VERSION);
    program.require_subcommand(1);
    ServeCommand serve_command(program);
    program.get_subcommand("serve")->preparse_callback([](std::size_t) { hold_signals(); });
    serve_command.on_call([&](const Result<Config>& requested) {
        const auto read_config_again = [argc, argv] {
            return config_from_arguments(argc, argv);
        };
        code = requested ? serve(requested.value(), read_config_again) : fail(requested.error());
    });
    add_user_commands(program, config, user_arguments, code);
    add_usage_command(program, config, usage_arguments, code);
    if (const std::string unknown = unknown_command(program, argc, argv); !unknown.empty()) {
        return fail({"command-unknown",
                     "there is no command '" + unknown + "'; see `atrium-proxy --help`",
                     ""});
    }
    CLI11_PARSE(program, argc, argv);
    return code;
}

}  // namespace atrium::proxy
