#include "shell/terminal/kit_command.h"

#include <fstream>

#include "core/domain/event_store.h"
#include "core/domain/journal.h"
#include "core/domain/kit/forecast_document.h"
#include "core/domain/kit/kit.h"
#include "core/domain/kit/tables.h"
#include "shell/terminal/forecast_json.h"
#include "shell/terminal/state_folder.h"

namespace atrium::shell {
namespace {

struct State {
    domain::EventStore store;
    std::string warning;
};

Result<State> load(const std::filesystem::path& folder) {
    const Result<StoredFiles> files = read_state_folder(folder);
    if (!files) {
        return files.error();
    }
    domain::LoadedJournal loaded = domain::load_journal(files.value());
    return State{domain::EventStore(std::move(loaded.history)),
                 domain::journal_report(loaded.problems)};
}

Result<const domain::Project*> chosen_project(const domain::Workspace& workspace) {
    if (const domain::Project* active = domain::active_project(workspace)) {
        return active;
    }
    if (workspace.projects.empty()) {
        return Error{"no-project", "There is no launch in this state folder yet.", ""};
    }
    return &workspace.projects.back();
}

Result<Done> write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::error_code problem;
    std::filesystem::create_directories(path.parent_path(), problem);
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
        return Error{"file-unwritable", "Cannot write " + path.string() + ".", problem.message()};
    }
    return Done{};
}

}  // namespace

Result<ExportReport> export_kit(const std::filesystem::path& state,
                                const std::filesystem::path& out,
                                const domain::Context& context) {
    const Result<State> loaded = load(state);
    if (!loaded) {
        return loaded.error();
    }
    const domain::EventStore& store = loaded.value().store;
    const Result<const domain::Project*> project = chosen_project(store.workspace());
    if (!project) {
        return project.error();
    }
    const auto files =
        domain::kit::launch_kit({store.workspace(), *project.value(), store.history(), context});
    if (!files) {
        return files.error();
    }
    const Result<std::string> zip = domain::kit::launch_kit_zip(files.value(), context);
    if (!zip) {
        return zip.error();
    }
    for (const domain::kit::KitFile& file : files.value()) {
        if (const Result<Done> written = write_file(out / file.path, file.bytes); !written) {
            return written.error();
        }
    }
    ExportReport report;
    report.files = files.value().size();
    report.zip = out / domain::kit::launch_kit_name(*project.value());
    report.warning = loaded.value().warning;
    const Result<Done> written = write_file(report.zip, zip.value());
    return written ? Result<ExportReport>(report) : written.error();
}

Result<std::string> forecast_report(const std::filesystem::path& state,
                                    ForecastFormat format,
                                    const domain::Context& context) {
    const Result<State> loaded = load(state);
    if (!loaded) {
        return loaded.error();
    }
    const domain::Workspace& workspace = loaded.value().store.workspace();
    const Result<const domain::Project*> project = chosen_project(workspace);
    if (!project) {
        return project.error();
    }
    const Result<domain::Forecast> forecast =
        domain::forecast(workspace, *project.value(), context);
    if (!forecast) {
        return forecast.error();
    }
    switch (format) {
        case ForecastFormat::Json:
            return json_from_forecast(forecast.value());
        case ForecastFormat::Csv:
            return domain::kit::forecast_csv(forecast.value());
        case ForecastFormat::Table:
            break;
    }
    return domain::kit::forecast_part(forecast.value());
}

}  // namespace atrium::shell
