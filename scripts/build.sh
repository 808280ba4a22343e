# The steps that turn the sources into build/bin and build/site.

# Tools that Ninja starts: ccache's results are shared by all checkouts, and Emscripten finds its
# parser also when Node.js does not come from Debian.
export CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1

plan_build() {
    plan "Building the proxy and the terminal client" build_native
    plan "Building the workspace for the browser" build_wasm
    plan "Assembling the site" assemble_site
}

# configure PRESET: only when the preset has changed; CMake itself notices everything else.
configure() {
    local stamp=build/$1/.configured settings inputs
    mapfile -t settings < <(own_source_settings)
    inputs=$(cat CMakePresets.json && printf '%s\n' "${settings[@]}")
    [[ -f build/$1/build.ninja && -f $stamp && $(<"$stamp") == "$inputs" ]] && return 0
    cmake --preset "$1" "${settings[@]}"
    printf '%s' "$inputs" >"$stamp"
}

build_native() {
    configure native
    ninja -C build/native atrium-proxy atrium-cli
}

build_wasm() {
    configure wasm
    with_emscripten ninja -C build/wasm atrium_web
}

assemble_site() {
    with_emscripten ninja -C build/wasm site
    note "$(tail -n 1 build/site-sizes.txt)"
}

with_emscripten() { NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH} "$@"; }
