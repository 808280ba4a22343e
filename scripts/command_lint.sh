help_lint() {
    cat <<'TEXT'
Usage: ./atrium lint [--fix]

Checks the formatting of C++ (clang-format), its style and likely mistakes (clang-tidy, whose rules
and reasons are in .clang-tidy), the syntax of JavaScript and the shell scripts (shellcheck).

  --fix   format the C++ files instead of checking them
TEXT
}

command_lint() {
    WANTED_PACKAGES=("${LINT_PACKAGES[@]}")
    case "$*" in
        --fix) cpp_files | xargs clang-format -i && exit 0 ;;
        "") ;;
        *) usage_error "lint does not know '$*'." ;;
    esac
    plan_setup test
    plan "Checking the format of C++" test_format
    plan "Checking JavaScript" test_javascript
    plan "Checking shell scripts" test_shell_scripts
    plan "Building, as the linter reads generated files" build_native_with_tests
    plan "Checking C++ with clang-tidy" test_tidy
    FAILURE_LINES=60
    # shellcheck source=scripts/command_test.sh
    source scripts/command_test.sh
    run_plan
    ((${#FAILED_STEPS[@]} == 0))
}

cpp_files() { find core shell web proxy tests bench -name '*.cpp' -o -name '*.h'; }

test_format() { cpp_files | xargs clang-format --dry-run -Werror; }

test_javascript() {
    # node --check takes a .js file for a script; these are modules.
    find web/js web/service_worker.js scripts tests bench -name '*.js' -o -name '*.mjs' |
        while read -r file; do node --input-type=module --check <"$file"; done
}

test_shell_scripts() { shellcheck --external-sources atrium scripts/*.sh; }

# web/ needs Emscripten's own headers, which Debian's clang-tidy cannot read.
test_tidy() {
    find "$ROOT"/{core,shell,proxy} -name '*.cpp' -print0 |
        xargs --null --max-procs "$(nproc)" --max-args 4 clang-tidy --quiet -p build/native
}
