help_setup() {
    cat <<'TEXT'
Usage: ./atrium setup [--tests]

Installs what is missing to build and run Atrium: Debian packages (needs root or sudo), the sources
pinned in dependencies.lock, fonts and icons from package-lock.json. What is there is left alone.

  --tests   also what the tests need: Chromium, doctest, playwright-core
TEXT
}

command_setup() {
    case "$*" in
        "") plan_setup run ;;
        --tests) plan_setup test ;;
        *) usage_error "setup does not know '$*'." ;;
    esac
    run_plan
    echo "Everything that Atrium needs is here. Next: ./atrium run"
}
