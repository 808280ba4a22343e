help_test() {
    cat <<'TEXT'
Usage: ./atrium test

Sets up what tests need, builds everything and runs it all: the doctest programs of tests/core,
tests/shell, tests/proxy and tests/rules, and every tests/**/*.spec.mjs with Node.js; those in
tests/browser drive the finished site in headless Chromium. Ends with "N passed, N failed".
TEXT
}

command_test() {
    [[ $# == 0 ]] || usage_error "test does not know '$*'."
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

build_native_with_tests() {
    configure native
    ninja -C build/native
}

test_units() {
    rm -f build/native/Testing/Temporary/LastTest.log
    ctest --test-dir build/native --output-on-failure --timeout 600 --parallel "$(nproc)"
}

test_node() {
    local files
    mapfile -t files < <(find tests -name '*.spec.mjs' | sort)
    # One file at a time: browsers that share two cores only wait for each other.
    timeout 1200 node --test --test-concurrency=1 --test-reporter=spec "${files[@]}"
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
