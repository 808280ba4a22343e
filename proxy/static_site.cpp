#include "proxy/static_site.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include "proxy/tokens.h"

namespace atrium::proxy {

namespace {

constexpr std::string_view kMissingPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Atrium</title>"
    "<h1>The workspace is not built yet</h1>"
    "<p>The proxy is running. Run <code>./atrium build</code>, or set <code>ATRIUM_SITE_DIR</code> "
    "to a folder that holds a built workspace, and start it again.</p></html>\n";

std::string content_type_of(const std::string& path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTypes{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".wasm", "application/wasm"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".png", "image/png"},
        {".svg", "image/svg+xml"},
        {".ico", "image/x-icon"},
        {".ttf", "font/ttf"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".md", "text/plain; charset=utf-8"},
    }};
    for (const auto& [ending, type] : kTypes) {
        if (path.ends_with(ending)) {
            return std::string(type);
        }
    }
    return "application/octet-stream";
}

// name.<8 or more hexadecimal digits>.ext: another content would have another name.
bool has_hashed_name(const std::string& path) {
    const std::size_t last = path.rfind('.');
    const std::size_t before =
        last == 0 || last == std::string::npos ? std::string::npos : path.rfind('.', last - 1);
    if (before == std::string::npos) {
        return false;
    }
    const std::string hash = path.substr(before + 1, last - before - 1);
    return hash.size() >= 8 && hash.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::shared_ptr<const std::string> contents_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return nullptr;
    }
    std::ostringstream buffer;
    buffer << file.rdbuf();
    return std::make_shared<const std::string>(buffer.str());
}

bool is_companion(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    return ending == ".br" || ending == ".gz";
}

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    const std::size_t end = text.find_last_not_of(" \t");
    return begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

// The entries of a list such as "gzip, deflate, br;q=0.5".
std::vector<std::string> entries_of(const std::string& header) {
    std::vector<std::string> entries;
    std::stringstream list(header);
    for (std::string entry; std::getline(list, entry, ',');) {
        entries.push_back(trimmed(entry));
    }
    return entries;
}

// A weight of zero forbids; the others do not matter, since the server has one order of its own.
bool accepts(const HttpRequest& request, std::string_view encoding) {
    for (const std::string& entry : entries_of(header_value(request.headers, "accept-encoding"))) {
        const std::size_t semicolon = entry.find(';');
        if (trimmed(entry.substr(0, semicolon)) == encoding) {
            const std::string weight =
                semicolon == std::string::npos ? "" : trimmed(entry.substr(semicolon + 1));
            return weight.rfind("q=0", 0) != 0 ||
                   weight.find_first_not_of("0.", 2) != std::string::npos;
        }
    }
    return false;
}

// The browser has this content already, by a list of tags, perhaps weak ones, or any ("*").
bool names_etag(const std::string& header, const std::string& etag) {
    const std::vector<std::string> entries = entries_of(header);
    return std::any_of(entries.begin(), entries.end(), [&etag](const std::string& entry) {
        return entry == "*" || entry == etag || entry == "W/" + etag;
    });
}

}  // namespace

StaticSite::StaticSite(const std::string& folder) {
    read(folder);
    if (files_.find("/index.html") == files_.end()) {
        File page;
        page.plain = std::make_shared<const std::string>(kMissingPage);
        page.etag = "missing";
        page.content_type = "text/html; charset=utf-8";
        files_["/index.html"] = page;
        problems_.push_back(folder + " has no index.html; is it the folder of a built workspace?");
    }
}

void StaticSite::read(const std::string& folder) {
    namespace fs = std::filesystem;
    std::error_code error;
    auto entry = fs::recursive_directory_iterator(
        folder, fs::directory_options::skip_permission_denied, error);
    while (!error && entry != fs::recursive_directory_iterator()) {
        const std::string path = entry->path().string();
        std::error_code unreadable;
        const fs::file_status status = entry->status(unreadable);
        const bool closed_folder =
            fs::is_directory(status) && access(path.c_str(), R_OK | X_OK) != 0;
        if (unreadable || closed_folder) {
            problems_.push_back("cannot read " + path);
        } else if (fs::is_regular_file(status) && !is_companion(path)) {
            add(folder, entry->path().lexically_relative(folder).generic_string());
        }
        entry.increment(error);
    }
    if (error) {
        problems_.push_back("cannot read " + folder + ": " + error.message());
    }
}

void StaticSite::add(const std::string& folder, const std::string& relative_path) {
    const std::string path = folder + "/" + relative_path;
    File file;
    file.plain = contents_of(path);
    if (!file.plain) {
        problems_.push_back("cannot read " + path);
        return;
    }
    file.brotli = contents_of(path + ".br");
    file.gzip = contents_of(path + ".gz");
    file.etag = sha256_hex(*file.plain).substr(0, 32);
    file.content_type = content_type_of(relative_path);
    file.immutable = has_hashed_name(relative_path);
    files_["/" + relative_path] = std::move(file);
}

HttpResponse StaticSite::answer(const HttpRequest& request) const {
    const auto found = files_.find(request.path == "/" ? "/index.html" : request.path);
    HttpResponse response;
    if (found == files_.end()) {
        response.status = 404;
        response.headers = {{"content-type", "text/plain; charset=utf-8"}};
        response.body = std::make_shared<const std::string>("There is nothing at this address.\n");
        return response;
    }
    const File& file = found->second;
    std::string encoding;
    response.body = file.plain;
    if (file.brotli && accepts(request, "br")) {
        encoding = "br";
        response.body = file.brotli;
    } else if (file.gzip && accepts(request, "gzip")) {
        encoding = "gzip";
        response.body = file.gzip;
    }
    const std::string etag = "\"" + file.etag + (encoding.empty() ? "" : "-" + encoding) + "\"";
    response.headers = {
        {"etag", etag},
        {"vary", "Accept-Encoding"},
        {"cache-control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (names_etag(header_value(request.headers, "if-none-match"), etag)) {
        response.status = 304;
        response.body = nullptr;
        return response;
    }
    response.headers.emplace_back("content-type", file.content_type);
    if (!encoding.empty()) {
        response.headers.emplace_back("content-encoding", encoding);
    }
    return response;
}

}  // namespace atrium::proxy
