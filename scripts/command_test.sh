help_test() {
    cat <<'TEXT'
Usage: ./atrium test [--fuzz | --sanitize asan|tsan]

Sets up what tests need, builds everything and runs it all: the doctest programs of tests/core,
tests/shell, tests/proxy and tests/rules, and every tests/**/*.spec.mjs with Node.js; those in
tests/browser drive the finished site in headless Chromium. Ends with "N passed, N failed".

  --fuzz            instead, run each fuzz target of tests/fuzz for a minute, with ASan and UBSan
  --sanitize asan   instead, build with the sanitizers of addresses and undefined behaviour, and run
                    the doctest programs and the proxy's tests with them
  --sanitize tsan   the same with the sanitizer of threads, for the proxy: nothing else has any
TEXT
}

command_test() {
    case "$*" in
        --fuzz) fuzz_everything && exit 0 ;;
        "--sanitize asan" | "--sanitize tsan") sanitize "$2" && exit 0 ;;
        "") ;;
        *) usage_error "test does not know '$*'." ;;
    esac
    plan_setup test
    plan "Building the proxy, the terminal client and the tests" build_native_with_tests
    plan "Building the workspace for the browser" build_wasm
    plan "Assembling the site" assemble_site
    plan "Running the tests of core, shell, proxy and rules" test_units
    plan "Running the tests in Node.js and Chromium" test_node
    FAILURE_LINES=80
    run_plan
    report_tests
}

fuzz_everything() {
    WANTED_PACKAGES=("${FUZZ_PACKAGES[@]}")
    plan_setup run
    plan "Building the fuzz targets" build_fuzz
    plan "Fuzzing, a minute each" run_fuzz
    run_plan
}

# sanitize PRESET
sanitize() {
    SANITIZER=$1
    plan_setup test
    plan "Building with sanitizers" build_sanitized
    plan "Running the doctest programs" run_sanitized_units
    plan "Running the proxy's tests" run_sanitized_proxy
    run_plan
}

build_sanitized() {
    configure "$SANITIZER"
    case $SANITIZER in
        asan) ninja -C build/asan ;;
        tsan) ninja -C build/tsan atrium-proxy test_proxy ;;
    esac
}

run_sanitized_units() {
    local tests='.*'
    [[ $SANITIZER == asan ]] || tests=test_proxy
    ctest --test-dir "build/$SANITIZER" -R "$tests" --output-on-failure --timeout 1200
}

# What a sanitizer finds is in the program's log, where the tests look for it.
run_sanitized_proxy() {
    export ATRIUM_PROXY=$ROOT/build/$SANITIZER/bin/atrium-proxy
    timeout 1200 node --test --test-concurrency=1 --test-reporter=spec tests/proxy/*.spec.mjs
}

fuzz_targets() { find tests/fuzz -name '*.cpp' -printf '%f\n' | sed 's/\.cpp$//' | sort; }

build_fuzz() {
    local targets
    mapfile -t targets < <(fuzz_targets | sed 's/^/fuzz_/')
    configure fuzz
    ninja -C build/fuzz "${targets[@]}"
}

# Interesting inputs stay in build/fuzz/corpus for the next run; one that fails is left beside it.
run_fuzz() {
    local name corpus
    for name in $(fuzz_targets); do
        corpus=build/fuzz/corpus/$name
        mkdir -p "$corpus" "build/fuzz/seeds/$name"
        cp -r "tests/fuzz/seeds/$name/." "build/fuzz/seeds/$name/" 2>/dev/null ||
            cp assets/models.json "build/fuzz/seeds/$name/"
        "build/fuzz/bin/fuzz_$name" -max_total_time="${ATRIUM_FUZZ_SECONDS:-60}" -timeout=10 \
            -artifact_prefix="build/fuzz/failed-$name-" "$corpus" "build/fuzz/seeds/$name"
    done
}

build_native_with_tests() {
    configure native
    ninja -C build/native
}

test_units() {
    rm -f build/native/Testing/Temporary/LastTest.log
    ctest --test-dir build/native --output-on-failure --timeout 600 --parallel "$(nproc)"
}

# Browsers keep the processor busy and the other tests mostly wait, so the two lists run side by side.
# What failed is printed last, where the end of the log is looked at.
test_node() {
    local browser others side failed=()
    mapfile -t browser < <(find tests/browser -name '*.spec.mjs' | sort)
    mapfile -t others < <(find tests -name '*.spec.mjs' -not -path 'tests/browser/*' | sort)
    node_tests 1 "${others[@]}" >"$LOG_DIR/test_node_others.log" 2>&1 &
    side=$!
    node_tests 2 "${browser[@]}" >"$LOG_DIR/test_node_browser.log" 2>&1 || failed+=(browser)
    wait "$side" || failed=(others "${failed[@]}")
    local name
    for name in others browser; do
        [[ " ${failed[*]} " == *" $name "* ]] || cat "$LOG_DIR/test_node_$name.log"
    done
    for name in "${failed[@]}"; do
        cat "$LOG_DIR/test_node_$name.log"
    done
    ((${#failed[@]} == 0))
}

# node_tests AT_ONCE FILE...: one browser waits about a third of its time, so that a second one has
# room on two cores; a third would not.
# A test that hangs is named and ends its file; the list's bound is for what that does not notice.
node_tests() {
    timeout 2400 node --import ./tests/name_hanging_test.mjs --test --test-concurrency="$1" \
        --test-reporter=spec "${@:2}"
}

# Adds up what the test programs and Node.js reported, and prints the line that closes every run.
report_tests() {
    local units=build/native/Testing/Temporary/LastTest.log node=$LOG_DIR/test_node.log
    local passed failed
    passed=$(($(doctest_count "$units" passed) + $(node_count "$node" pass)))
    failed=$(($(doctest_count "$units" failed) + $(node_count "$node" fail) +
        $(node_count "$node" cancelled)))
    # A program that dies before it reports counts as one failure.
    ((failed > 0 || ${#FAILED_STEPS[@]} == 0)) || failed=${#FAILED_STEPS[@]}
    echo "$passed passed, $failed failed"
    ((failed == 0 && passed > 0))
}

doctest_count() {
    grep -o "\[doctest\] test cases:.*" "$1" | grep -o "[0-9]* $2" | cut -d' ' -f1 | sum_lines
}

node_count() { sed -n "s/^ℹ $2 \([0-9]*\)$/\1/p" "$1" | sum_lines; }

sum_lines() { awk '{ total += $1 } END { print total + 0 }'; }
