// The program's commands and their options, each with the environment variable that sets it too.
#pragma once

namespace atrium::proxy {

// Does what the arguments ask for and returns the exit code.
int run_command_line(int argc, char** argv);

}  // namespace atrium::proxy
