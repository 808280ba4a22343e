# Numbered, timed steps. A command lists its steps with `plan`, then runs them with `run_plan`:
#
#     plan "Installing packages" install_packages
#     run_plan
#
# prints "[1/1] Installing packages … 14 s". A step is a function; what it prints goes to
# build/logs/FUNCTION.log. If a function FUNCTION_is_done exists and succeeds, the step is skipped.
# A step fails by a command that fails, or by `give_up`, which says what the person can do.
# Shown after a failure: the sentence of give_up, or else the end of the log.

readonly LOG_DIR=$ROOT/build/logs
readonly ADVICE=$LOG_DIR/advice
readonly NOTE=$LOG_DIR/note
PLAN=()
FAILED_STEPS=()

plan() { PLAN+=("$1|$2"); }

# Ends the running step with a sentence that says what is wrong and what to do.
give_up() {
    printf '%s\n' "$@" >"$ADVICE"
    exit 1
}

# Adds a few words to the running step's line.
note() { printf ', %s' "$1" >>"$NOTE"; }

# Ends the program because it was called wrongly.
usage_error() {
    printf '%s Try: ./atrium --help\n' "$*" >&2
    exit 2
}

now_millis() {
    local micros=${EPOCHREALTIME//[.,]/}
    echo $((micros / 1000))
}

duration_since() {
    local millis=$(($(now_millis) - $1))
    if ((millis < 9950)); then
        printf '%d.%d s' $((millis / 1000)) $((millis % 1000 / 100))
    else
        printf '%d s' $(((millis + 500) / 1000))
    fi
}

# Keeps the line "LABEL … 3 s" alive on a terminal; a log file gets the finished line only.
start_ticker() {
    TICKER=""
    printf '%s … ' "$1"
    [[ -t 1 ]] || return 0
    while sleep 1; do printf '\r%s … %s ' "$1" "$(duration_since "$2")"; done &
    TICKER=$!
}

stop_ticker() {
    if [[ -n $TICKER ]]; then
        kill "$TICKER" 2>/dev/null || true
        wait "$TICKER" 2>/dev/null || true
        TICKER=""
        printf '\r\033[K%s … ' "$1"
    fi
}

# run_step NUMBER LABEL FUNCTION: leaves the function's status in STEP_STATUS and prints all about
# it. Never call it in a condition: errors inside the function would then not end it.
run_step() {
    local label="[$1/${#PLAN[@]}] $2" function=$3
    local log=$LOG_DIR/$function.log started
    if declare -F "${function}_is_done" >/dev/null && "${function}_is_done"; then
        printf '%s … ready\n' "$label"
        STEP_STATUS=0
        return
    fi
    started=$(now_millis)
    start_ticker "$label" "$started"
    rm -f "$ADVICE" "$NOTE"
    set +e
    (
        set -e
        "$function"
    ) >"$log" 2>&1
    STEP_STATUS=$?
    set -e
    stop_ticker "$label"
    if ((STEP_STATUS == 0)); then
        printf '%s%s\n' "$(duration_since "$started")" "$([[ ! -s $NOTE ]] || cat "$NOTE")"
        return
    fi
    printf 'failed after %s\n' "$(duration_since "$started")"
    explain_failure "$log"
}

explain_failure() {
    local log=$1
    echo
    if [[ -s $ADVICE ]]; then
        cat "$ADVICE"
    else
        tail -n "${FAILURE_LINES:-25}" "$log" | sed 's/^/    /'
    fi
    printf '\nThe whole log: %s\n' "${log#"$ROOT"/}"
    [[ -s $ADVICE ]] || printf 'After fixing it, run the same command again; finished steps are not repeated.\n'
    echo
}

# Runs the planned steps in order and stops at the first that fails. A step whose function starts
# with test_ does not stop the others: its name goes to FAILED_STEPS.
run_plan() {
    local number=0 entry
    mkdir -p "$LOG_DIR"
    TICKER=""
    trap 'if [[ -n $TICKER ]]; then kill "$TICKER" 2>/dev/null; fi' EXIT
    for entry in "${PLAN[@]}"; do
        number=$((number + 1))
        run_step "$number" "${entry%|*}" "${entry#*|}"
        ((STEP_STATUS == 0)) && continue
        [[ ${entry#*|} == test_* ]] || exit 1
        FAILED_STEPS+=("${entry#*|}")
    done
}

# stamp_of FILE... : a hash of what a step depends on; a changed file means the step runs again.
stamp_of() { sha256sum "$@" | sha256sum | cut -d' ' -f1; }

# stamp_matches STAMP_FILE FILE...
stamp_matches() {
    local stamp=$1
    shift
    [[ -f $stamp ]] && [[ $(<"$stamp") == "$(stamp_of "$@")" ]]
}
