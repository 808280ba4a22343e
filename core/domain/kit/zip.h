// Files as one ZIP archive in memory. The only place that knows the compression library; the same
// files on the same day give the same bytes everywhere.
#pragma once

#include <string>
#include <vector>

#include "core/domain/date.h"
#include "core/domain/kit/file.h"
#include "core/protocol/result.h"

namespace atrium::domain::kit {

// Names are marked as UTF-8; each file is dated at the beginning of the day. Error "zip-failed" when
// memory runs out.
[[nodiscard]] Result<std::string> zip_archive(const std::vector<KitFile>& files, Date day);

}  // namespace atrium::domain::kit
