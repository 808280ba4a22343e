// The finished workspace, read into memory once at the start: nothing a request names ever becomes
// a path on the disk. Companions `FILE.br` and `FILE.gz` are sent to browsers that take them.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "proxy/http.h"

namespace atrium::proxy {

class StaticSite {
 public:
    // A folder that is missing gives a site of one page, which says how to build the workspace.
    explicit StaticSite(const std::string& folder);

    // For GET and HEAD: the file, 304 when the browser has it already, or 404.
    [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;

 private:
    struct File {
        std::shared_ptr<const std::string> plain;
        std::shared_ptr<const std::string> brotli;
        std::shared_ptr<const std::string> gzip;
        std::string etag;
        std::string content_type;
        bool immutable = false;
    };

    void add(const std::string& folder, const std::string& relative_path);

    std::map<std::string, File> files_;
};

}  // namespace atrium::proxy
