#include "proxy/command_line.h"

int main(int argc, char** argv) {
    return atrium::proxy::run_command_line(argc, argv);
}
