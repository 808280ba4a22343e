# Debian packages. The lists hold the names of Debian 12 and 13 alike; a command chooses its lists
# before it plans `install_packages`:
#
#     WANTED_PACKAGES=("${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}")

BUILD_PACKAGES=(
    ca-certificates xz-utils bzip2 patch
    g++ cmake ninja-build ccache emscripten                       # compilers, native and WASM
    nlohmann-json3-dev libsoci-dev libsqlite3-dev libpq-dev       # libraries
    libssl-dev libspdlog-dev libcli11-dev
    doctest-dev                                                   # CMake also configures the tests
    python3-fonttools                                             # cuts the fonts to size
)
TEST_PACKAGES=(chromium postgresql nginx-light unzip dpkg-dev file openssl)
FUZZ_PACKAGES=(clang)
LINT_PACKAGES=(clang-format clang-tidy shellcheck)
BENCH_PACKAGES=(nginx-light)
PACKAGE_PACKAGES=(dpkg-dev file)                                  # finds what the program links
WANTED_PACKAGES=()

# Node.js may come from elsewhere; Debian's is only asked for where there is none.
add_node_packages() {
    command -v node >/dev/null || WANTED_PACKAGES+=(nodejs)
    command -v npm >/dev/null || WANTED_PACKAGES+=(npm)
}

# Prints those of the given packages that are not installed; one call for all of them.
missing_packages() {
    local installed
    # shellcheck disable=SC2016  # the ${…} are dpkg's
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    printf '%s\n' "$@" | while read -r package; do
        grep -qxF "$package installed" <<<"$installed" || printf '%s ' "$package"
    done
}

install_packages_is_done() {
    command -v dpkg-query >/dev/null || return 1
    MISSING=$(missing_packages "${WANTED_PACKAGES[@]}")
    [[ -z $MISSING ]]
}

# Runs a command as root, by sudo if need be. Asked once, before the step's output goes to its log.
as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo -- "$@"
    fi
}

can_be_root() {
    ((EUID == 0)) && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null && return 0
    # A password can only be typed where there is a terminal; sudo asks there by itself.
    { : >/dev/tty; } 2>/dev/null
}

install_packages() {
    command -v apt-get >/dev/null || give_up \
        "This set-up knows Debian 12 and 13 (apt-get), which this machine does not have." \
        "Run it in such a machine or container."
    can_be_root || give_up \
        "These packages are missing, and installing them needs root:" \
        "    $MISSING" \
        "Install them, then run the same command again:" \
        "    su -c 'apt-get update && apt-get install -y --no-install-recommends ${MISSING% }'"
    local options=(-y --no-install-recommends -o DPkg::Lock::Timeout=300)
    as_root apt-get update
    keep_services_down
    # shellcheck disable=SC2086  # one word for each package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" $MISSING
}

# Tests and benchmarks start their own PostgreSQL and nginx. While the packages are installed, Debian's
# switch for it keeps the system's services from starting.
readonly SERVICE_SWITCH=/usr/sbin/policy-rc.d
keep_services_down() {
    [[ ! -e $SERVICE_SWITCH ]] || return 0
    trap 'as_root rm -f "$SERVICE_SWITCH"' EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$SERVICE_SWITCH" >/dev/null
    as_root chmod 755 "$SERVICE_SWITCH"
}
