# The steps between a bare machine and a build, planned by every command that builds something.

# plan_setup run|test: `test` adds what only tests need.
plan_setup() {
    WANTED_PACKAGES+=("${BUILD_PACKAGES[@]}")
    NODE_EXTENT=run
    if [[ $1 == test ]]; then
        WANTED_PACKAGES+=("${TEST_PACKAGES[@]}")
        NODE_EXTENT=test
    fi
    add_node_packages
    plan "Installing Debian packages" install_packages
    plan "Fetching pinned sources" fetch_sources
    plan "Fetching fonts and icons" install_node_packages
}

# Fonts and icons are npm packages, the browser tests need a few more. What is installed for tests
# serves a run as well.
install_node_packages_is_done() {
    local stamp=node_modules/.atrium
    stamp_matches "$stamp-test" package-lock.json && return 0
    [[ $NODE_EXTENT == run ]] && stamp_matches "$stamp-run" package-lock.json
}

install_node_packages() {
    local version omit=()
    version=$(node --version)
    version=${version#v}
    ((${version%%.*} >= 18)) || give_up "Node.js $version is too old: 18 or later is needed." \
        "Remove it, so that ./atrium can install Debian's, or update it."
    [[ $NODE_EXTENT == test ]] || omit=(--omit=dev)
    npm ci --no-audit --no-fund "${omit[@]}"
    stamp_of package-lock.json >"node_modules/.atrium-$NODE_EXTENT"
}
