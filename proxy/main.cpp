#include <sys/stat.h>

#include "proxy/command_line.h"

int main(int argc, char** argv) {
    // The database holds who used what; it is for the one who runs the program.
    umask(0077);
    return atrium::proxy::run_command_line(argc, argv);
}
