// The launch kit: everything the session produced, as files that can be used at once. A pure function
// of the state and the moment, so the browser and the terminal give the same bytes.
//
//     Result<std::vector<KitFile>> files = launch_kit({workspace, project, history, context});
//     Result<std::string> zip = launch_kit_zip(files.value(), context);
//     save(launch_kit_name(project), zip.value());      // "the-kiln-room-launch-kit.zip"
#pragma once

#include <string>
#include <vector>

#include "core/domain/context.h"
#include "core/domain/event.h"
#include "core/domain/kit/file.h"
#include "core/domain/workspace.h"

namespace atrium::domain::kit {

struct KitRequest {
    const Workspace& workspace;
    const Project& project;                     // of that workspace
    const std::vector<RecordedEvent>& history;  // for the backup
    Context context;
};

// In the order of the README, which is the first file. Error "profile-missing".
[[nodiscard]] Result<std::vector<KitFile>> launch_kit(const KitRequest& request);

[[nodiscard]] Result<std::string> launch_kit_zip(const std::vector<KitFile>& files,
                                                 const Context& context);

[[nodiscard]] std::string launch_kit_name(const Project& project);

}  // namespace atrium::domain::kit
