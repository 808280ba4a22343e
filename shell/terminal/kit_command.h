// `atrium-cli export` and `atrium-cli forecast`: what the launch comes to, from a state folder.
#pragma once

#include <filesystem>
#include <string>

#include "core/domain/context.h"
#include "core/domain/forecast.h"
#include "core/protocol/result.h"

namespace atrium::shell {

struct ExportReport {
    std::size_t files = 0;
    std::filesystem::path zip;
    std::string warning;  // what could not be read of the history; empty when all could
};

// Writes the launch kit's files and the ZIP of them into the folder, which is made if need be. Takes
// the open launch, or the newest one where none is open. Errors: "no-project", "profile-missing",
// "state-unreadable", "file-unwritable".
Result<ExportReport> export_kit(const std::filesystem::path& state,
                                const std::filesystem::path& out,
                                const domain::Context& context);

enum class ForecastFormat { Table, Json, Csv };

Result<std::string> forecast_report(const std::filesystem::path& state,
                                    ForecastFormat format,
                                    const domain::Context& context);

}  // namespace atrium::shell
