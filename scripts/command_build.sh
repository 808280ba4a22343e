help_build() {
    cat <<'TEXT'
Usage: ./atrium build

Builds build/bin/atrium-proxy, build/bin/atrium-cli and the finished site in build/site, after
setting up what is missing. Only what has changed is built again.
TEXT
}

command_build() {
    [[ $# == 0 ]] || usage_error "build does not know '$*'."
    plan_setup run
    plan_build
    run_plan
    echo "Built: build/bin/atrium-proxy, build/bin/atrium-cli, build/site"
}
