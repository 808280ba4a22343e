// One line an event, as key=value: "event=request id=req_1 status=200 ...". Values that come from
// outside are quoted and stripped of line breaks. No prompt, answer, token or key is ever passed.
//
//     log_event(LogLevel::Info, "request", {{"id", id}, {"status", "200"}});
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace atrium::proxy {

enum class LogLevel { Debug, Info, Warning, Error };

// Everything below the level is dropped from then on. Lines go to standard error.
void start_log(LogLevel level);

void log_event(LogLevel level,
               std::string_view event,
               std::initializer_list<std::pair<std::string_view, std::string>> fields = {});

}  // namespace atrium::proxy
