// One file of the launch kit, before it lies anywhere: the terminal writes it into a folder, the
// browser into a ZIP.
#pragma once

#include <string>

namespace atrium::domain::kit {

struct KitFile {
    std::string path;  // "documents/price-page.md"
    std::string bytes;

    bool operator==(const KitFile&) const = default;
};

}  // namespace atrium::domain::kit
