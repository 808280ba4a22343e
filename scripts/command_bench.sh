help_bench() {
    cat <<TEXT
Usage: ./atrium bench NAME

Builds what the benchmark needs and runs it; the figures go to the terminal. There are:

$(benchmarks | sed 's/^/  /')
TEXT
}

# A benchmark is bench/NAME.mjs, run by Node.js, or bench/NAME.cpp, built as bench_NAME. A folder
# bench/NAME holds what the former needs built.
benchmarks() {
    find bench -maxdepth 1 \( -name '*.mjs' -o -name '*.cpp' \) -printf '%f\n' | sed 's/\..*//' | sort -u
}

command_bench() {
    local name=${1:-}
    [[ -n $name ]] || { help_bench >&2 && exit 2; }
    [[ $# == 1 ]] || usage_error "bench takes one name."
    grep -qxF -- "$name" <<<"$(benchmarks)" ||
        usage_error "There is no benchmark '$name'; there are: $(benchmarks | paste -sd' ')."
    WANTED_PACKAGES=("${BENCH_PACKAGES[@]}")
    plan_setup test
    plan_build
    [[ ! -f bench/$name.cpp && ! -d bench/$name ]] || plan "Building the benchmark" "build_benchmark"
    BENCHMARK=$name
    run_plan
    if [[ -f bench/$name.mjs ]]; then
        exec node "bench/$name.mjs"
    fi
    exec "build/native/bench/bench_$name"
}

build_benchmark() { ninja -C build/native "bench_$BENCHMARK"; }
