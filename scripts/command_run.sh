help_run() {
    cat <<'TEXT'
Usage: ./atrium run [--port N] [--data DIR] [--no-open]

Sets up and builds what is missing, then starts the proxy, which serves the workspace and prints its
address. Stop it with Ctrl+C.

  --port N     listen on port N instead of 8787
  --data DIR   keep users and usage in DIR instead of the default data folder
  --no-open    do not open a browser

Answers come from the built-in guide until CLAUDE_API_KEY is set:
  CLAUDE_API_KEY=... ./atrium run
build/bin/atrium-proxy serve --help lists every other setting.
TEXT
}

command_run() {
    local open=yes
    while (($#)); do
        case $1 in
            --port | --data) (($# >= 2)) || usage_error "$1 needs a value." ;;&
            --port)
                [[ $2 =~ ^[0-9]{1,5}$ ]] || usage_error "'$2' is no port."
                export ATRIUM_PORT=$2
                shift
                ;;
            --data)
                export ATRIUM_DATA_DIR=$2
                [[ $2 == /* ]] || ATRIUM_DATA_DIR=$CALLER_DIR/$2
                shift
                ;;
            --no-open) open=no ;;
            *) usage_error "run does not know '$1'." ;;
        esac
        shift
    done
    plan_setup run
    plan_build
    run_plan
    export ATRIUM_SITE_DIR=$ROOT/build/site
    local display=${DISPLAY:-}${WAYLAND_DISPLAY:-}
    if [[ $open == yes && -n $display ]] && command -v xdg-open >/dev/null; then
        exec build/bin/atrium-proxy serve > >(open_first_address)
    fi
    exec build/bin/atrium-proxy serve
}

# Passes the proxy's output on and opens the address in it: only the proxy knows the one-time token.
open_first_address() {
    local line opened=no
    trap '' INT # Ctrl+C is for the proxy, whose last words shall still be seen
    while IFS= read -r line; do
        printf '%s\n' "$line"
        if [[ $opened == no && $line =~ https?://[^[:space:]]+ ]]; then
            opened=yes
            xdg-open "${BASH_REMATCH[0]}" >/dev/null 2>&1 &
        fi
    done
}
