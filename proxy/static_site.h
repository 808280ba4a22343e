// The finished workspace, read into memory once at the start: nothing a request names ever becomes
// a path on the disk. Companions `FILE.br` and `FILE.gz` are sent to browsers that take them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "proxy/http.h"

namespace atrium::proxy {

class StaticSite {
 public:
    // A folder that is missing gives a site of one page, which says how to build the workspace.
    explicit StaticSite(const std::string& folder);

    // For GET and HEAD: the file, 304 when the browser has it already, or 404.
    [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;

    // What of the folder could not be read, for the log.
    [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }

 private:
    struct File {
        std::shared_ptr<const std::string> plain;
        std::shared_ptr<const std::string> brotli;
        std::shared_ptr<const std::string> gzip;
        std::string etag;
        std::string content_type;
        bool immutable = false;
    };

    void read(const std::string& folder);
    void add(const std::string& folder, const std::string& relative_path);

    std::map<std::string, File> files_;
    std::vector<std::string> problems_;
};

}  // namespace atrium::proxy
