#include "proxy/log.h"

#include <memory>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace atrium::proxy {

namespace {

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
        case LogLevel::Debug:
            return spdlog::level::debug;
        case LogLevel::Info:
            return spdlog::level::info;
        case LogLevel::Warning:
            return spdlog::level::warn;
        case LogLevel::Error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

bool plain(std::string_view value) {
    for (const char c : value) {
        const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') ||
                          std::string_view("_-.:/+").find(c) != std::string_view::npos;
        if (!word) {
            return false;
        }
    }
    return !value.empty();
}

void append_value(std::string& line, std::string_view value) {
    if (plain(value)) {
        line += value;
        return;
    }
    line += '"';
    for (const char c : value) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        if (c == '"' || c == '\\') {
            line += '\\';
        }
        line += control ? ' ' : c;
    }
    line += '"';
}

}  // namespace

void start_log(LogLevel level) {
    auto logger = std::make_shared<spdlog::logger>(
        "atrium-proxy", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
    logger->set_level(spdlog_level(level));
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

void log_event(LogLevel level,
               std::string_view event,
               std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    if (!spdlog::should_log(spdlog_level(level))) {
        return;
    }
    std::string line = "event=" + std::string(event);
    for (const auto& [key, value] : fields) {
        line.append(" ").append(key).append("=");
        append_value(line, value);
    }
    spdlog::default_logger_raw()->log(spdlog_level(level), line);
}

}  // namespace atrium::proxy
