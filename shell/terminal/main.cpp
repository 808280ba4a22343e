// atrium-cli: arguments in, exit code out. 0 done, 1 something is wrong with the input or the state,
// 2 the arguments make no sense (CLI11 says which).
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "core/domain/backup.h"
#include "core/domain/journal.h"
#include "shell/terminal/detect_command.h"
#include "shell/terminal/kit_command.h"
#include "shell/terminal/session_runner.h"
#include "shell/terminal/state_folder.h"

namespace {

using atrium::Done;
using atrium::Error;
using atrium::Result;
namespace domain = atrium::domain;
namespace shell = atrium::shell;

constexpr domain::Millis kMinute = 60'000;
constexpr domain::Millis kDay = 24 * 60 * kMinute;

int fail(const Error& error) {
    std::cerr << "atrium-cli: " << error.message << "\n";
    if (!error.detail.empty()) {
        std::cerr << "  " << error.detail << "\n";
    }
    return 1;
}

Result<std::string> read_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return Error{"file-unreadable", "Cannot read " + path + ".", ""};
    }
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

domain::Millis system_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

int utc_offset_minutes() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return static_cast<int>(local.tm_gmtoff / 60);
}

// The computer's clock, or with --today a clock that begins at noon of that day and goes on a minute
// each time it is read for a line, so that a script gives the same transcript on every day.
std::function<domain::Context()> make_clock(std::optional<domain::Date> today,
                                            const std::shared_ptr<int>& minutes) {
    if (!today) {
        return [] {
            const domain::Millis now = system_now();
            return domain::Context{now, domain::local_day(now, utc_offset_minutes())};
        };
    }
    return [today, minutes] {
        return domain::Context{today->days * kDay + kDay / 2 + *minutes * kMinute, *today};
    };
}

struct Options {
    std::string today;
    std::string profile;
    std::string script;
    std::string proxy;
    std::string token;
    std::string state;
    std::string backup;
    std::string out;
    std::string format = "table";
};

Result<std::optional<domain::Date>> chosen_day(const Options& options) {
    if (options.today.empty()) {
        return std::optional<domain::Date>();
    }
    const std::optional<domain::Date> day = domain::date_from_iso(options.today);
    if (!day) {
        return Error{"today-invalid", "--today is a day like 2026-11-22.", options.today};
    }
    return day;
}

int run_detect(const Options& options) {
    const Result<std::optional<domain::Date>> day = chosen_day(options);
    if (!day) {
        return fail(day.error());
    }
    const domain::Date today =
        day.value().value_or(domain::local_day(system_now(), utc_offset_minutes()));
    std::string line;
    int exit_code = 0;
    while (std::getline(std::cin, line)) {
        if (line.empty()) {
            continue;
        }
        const Result<std::string> answer = shell::detect_line(line, today);
        if (!answer) {
            exit_code = fail(answer.error());
            continue;
        }
        std::cout << answer.value() << "\n";
    }
    return exit_code;
}

Result<Done> run_lines(shell::SessionRunner& runner, std::istream& lines, int& minutes) {
    std::string line;
    while (std::getline(lines, line)) {
        ++minutes;
        if (const Result<Done> done = runner.take_line(line); !done) {
            return Error{done.error().code, line + ": " + done.error().message, ""};
        }
    }
    return Done{};
}

int run_session(const Options& options) {
    const Result<std::optional<domain::Date>> day = chosen_day(options);
    if (!day) {
        return fail(day.error());
    }
    const auto minutes = std::make_shared<int>(0);
    Result<std::unique_ptr<shell::SessionRunner>> runner =
        shell::SessionRunner::open({options.state,
                                    options.proxy,
                                    options.token,
                                    make_clock(day.value(), minutes),
                                    [](std::string_view text) {
                                        std::cout << text << std::flush;
                                    }});
    if (!runner) {
        return fail(runner.error());
    }
    if (!options.profile.empty()) {
        const Result<std::string> text = read_file(options.profile);
        if (!text) {
            return fail(text.error());
        }
        const Result<domain::CreatorProfile> profile = domain::profile_from_json(text.value());
        if (!profile) {
            return fail(profile.error());
        }
        if (const Result<Done> begun = runner.value()->begin(profile.value()); !begun) {
            return fail(begun.error());
        }
    }
    std::ifstream script;
    if (!options.script.empty()) {
        script.open(options.script);
        if (!script) {
            return fail({"file-unreadable", "Cannot read " + options.script + ".", ""});
        }
    }
    std::istream& lines = options.script.empty() ? std::cin : script;
    const Result<Done> done = run_lines(*runner.value(), lines, *minutes);
    runner.value()->print_summary();
    return done ? 0 : fail(done.error());
}

// The clock, or noon of --today.
Result<domain::Context> chosen_moment(const Options& options) {
    const Result<std::optional<domain::Date>> day = chosen_day(options);
    return day ? Result<domain::Context>(make_clock(day.value(), std::make_shared<int>(0))())
               : day.error();
}

int run_export(const Options& options) {
    const Result<domain::Context> context = chosen_moment(options);
    if (!context) {
        return fail(context.error());
    }
    const Result<shell::ExportReport> report =
        shell::export_kit(options.state, options.out, context.value());
    if (!report) {
        return fail(report.error());
    }
    if (!report.value().warning.empty()) {
        std::cerr << "atrium-cli: " << report.value().warning << "\n";
    }
    std::cout << report.value().files << " files and " << report.value().zip.string() << "\n";
    return 0;
}

int run_forecast(const Options& options) {
    const Result<domain::Context> context = chosen_moment(options);
    if (!context) {
        return fail(context.error());
    }
    const shell::ForecastFormat format = options.format == "json"  ? shell::ForecastFormat::Json
                                         : options.format == "csv" ? shell::ForecastFormat::Csv
                                                                   : shell::ForecastFormat::Table;
    const Result<std::string> report =
        shell::forecast_report(options.state, format, context.value());
    if (!report) {
        return fail(report.error());
    }
    std::cout << report.value();
    return 0;
}

int run_check(const Options& options) {
    const Result<shell::StoredFiles> files = shell::read_state_folder(options.state);
    if (!files) {
        return fail(files.error());
    }
    const domain::LoadedJournal loaded = domain::load_journal(files.value());
    std::cout << loaded.history.size() << " events in " << files.value().size() << " files\n";
    for (const domain::JournalProblem& problem : loaded.problems) {
        std::cout << problem.file << ": " << domain::journal_report({problem}) << "\n";
    }
    return loaded.problems.empty() ? 0 : 1;
}

int run_restore(const Options& options) {
    const Result<std::string> text = read_file(options.backup);
    if (!text) {
        return fail(text.error());
    }
    const Result<std::vector<domain::RecordedEvent>> history =
        domain::history_from_backup(text.value());
    if (!history) {
        return fail(history.error());
    }
    const Result<shell::StoredFiles> present = shell::read_state_folder(options.state);
    if (!present) {
        return fail(present.error());
    }
    if (!domain::load_journal(present.value()).history.empty()) {
        return fail({"state-in-use",
                     "The state folder already holds a workspace; choose an empty one.",
                     options.state});
    }
    shell::Inbox inbox;
    shell::StateFolder folder(options.state, inbox);
    shell::Saver saver(folder, {});
    // Laid down as it first was, so that the folder is the same to the byte.
    saver.keep(history.value(), history.value());
    for (const shell::OutsideEvent& event : inbox.drain()) {
        const auto& finished = std::get<shell::CommitFinished>(event);
        if (!finished.outcome) {
            return fail(finished.outcome.error());
        }
    }
    std::cout << history.value().size() << " events restored\n";
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Plan and launch a paid community from a terminal.", "atrium-cli");
    app.require_subcommand(1);
    Options options;
    int exit_code = 0;

    CLI::App* detect = app.add_subcommand(
        "detect", "Read messages as JSONL {id, role, text}; write what each decides and finishes.");
    detect->add_option("--today", options.today, "Day that relative dates count from (2026-11-22)");
    detect->callback([&] { exit_code = run_detect(options); });

    CLI::App* session = app.add_subcommand("session", "Hold a guided session.");
    session->add_option("--profile", options.profile, "Creator profile as JSON");
    session->add_option(
        "--script", options.script, "The creator's lines; without it they are typed");
    session->add_option(
        "--proxy", options.proxy, "Address of a proxy; without it the guide answers");
    session->add_option("--token", options.token, "Access token for the proxy");
    session->add_option("--state", options.state, "Folder that keeps the workspace")->required();
    session->add_option("--today", options.today, "Begin at noon on this day instead of now");
    session->callback([&] { exit_code = run_session(options); });

    CLI::App* kit = app.add_subcommand("export", "Write the launch kit: its files and a ZIP.");
    kit->add_option("--state", options.state, "Folder that keeps the workspace")->required();
    kit->add_option("--out", options.out, "Where the files go")->required();
    kit->add_option("--today", options.today, "Date the kit at noon on this day instead of now");
    kit->callback([&] { exit_code = run_export(options); });

    CLI::App* forecast = app.add_subcommand("forecast", "Forecast twelve months in three cases.");
    forecast->add_option("--state", options.state, "Folder that keeps the workspace")->required();
    forecast->add_option("--format", options.format, "table (Markdown), json or csv")
        ->check(CLI::IsMember({"table", "json", "csv"}));
    forecast->add_option("--today", options.today, "Forecast from this day instead of today");
    forecast->callback([&] { exit_code = run_forecast(options); });

    CLI::App* check = app.add_subcommand("check", "Verify a state folder.");
    check->add_option("--state", options.state, "The folder")->required();
    check->callback([&] { exit_code = run_check(options); });

    CLI::App* restore = app.add_subcommand("restore", "Make a state folder from a backup.");
    restore->add_option("backup", options.backup, "atrium-backup.json")->required();
    restore->add_option("--state", options.state, "An empty folder")->required();
    restore->callback([&] { exit_code = run_restore(options); });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : 2;
    }
    return exit_code;
}
