help_package() {
    cat <<'TEXT'
Usage: ./atrium package

Builds everything that runs and packs it as a Debian package with a systemd unit, into
build/package/. Install it with: apt install ./build/package/atrium-proxy_*.deb
TEXT
}

command_package() {
    [[ $# == 0 ]] || usage_error "package does not know '$*'."
    WANTED_PACKAGES=("${PACKAGE_PACKAGES[@]}")
    plan_setup run
    plan_build
    plan "Making the Debian package" make_package
    run_plan
    ls build/package/*.deb
}

make_package() {
    rm -rf build/package
    cpack --config build/native/CPackConfig.cmake -B build/package
    rm -rf build/package/_CPack_Packages
}
