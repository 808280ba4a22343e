# The sources pinned in dependencies.lock, unpacked into build/deps/NAME. Each folder carries a stamp
# of its line in the lock file and its patch, and is fetched again when one of them changes.

readonly DEPS_DIR=$ROOT/build/deps
readonly LOCK=$ROOT/dependencies.lock

# Prints "name version path sha256" for each pinned source that has to be fetched: not for those of
# which ATRIUM_NAME_DIR in the environment names an own checkout.
pinned_sources() {
    local name rest variable
    while read -r name rest; do
        variable=ATRIUM_${name^^}_DIR
        [[ $name == \#* || -n ${!variable:-} ]] || printf '%s %s\n' "$name" "$rest"
    done <"$LOCK"
}

# Prints the CMake settings for own checkouts, one a line.
own_source_settings() {
    local variable
    for variable in ATRIUM_IMGUI_DIR ATRIUM_HTTPLIB_DIR ATRIUM_MD4C_DIR ATRIUM_ZLIB_DIR; do
        [[ -z ${!variable:-} ]] || printf -- '-D%s=%s\n' "$variable" "${!variable}"
    done
}

source_stamp() {
    local patch=cmake/patches/$1.patch
    { grep "^$1 " "$LOCK"; [[ ! -f $patch ]] || cat "$patch"; } | sha256sum | cut -d' ' -f1
}

fetch_sources_is_done() {
    [[ -L $DEPS_DIR/include/nlohmann ]] || return 1
    local name stamp
    while read -r name _; do
        stamp=$DEPS_DIR/$name/.stamp
        [[ -f $stamp && $(<"$stamp") == "$(source_stamp "$name")" ]] || return 1
    done < <(pinned_sources)
}

fetch_sources() {
    local name version path sha256
    # A link to this one folder: /usr/include as a whole would shadow Emscripten's own headers.
    rm -rf "$DEPS_DIR/include"
    mkdir -p "$DEPS_DIR/include"
    ln -s /usr/include/nlohmann "$DEPS_DIR/include/nlohmann"
    while read -r name version path sha256 <&4; do
        local stamp=$DEPS_DIR/$name/.stamp
        [[ -f $stamp && $(<"$stamp") == "$(source_stamp "$name")" ]] && continue
        echo "== $name $version"
        fetch_source "$name" "$version" "$path" "$sha256"
    done 4< <(pinned_sources)
}

fetch_source() {
    local name=$1 version=$2 path=$3 sha256=$4
    local archive=$DEPS_DIR/$name.${path##*.orig.}
    if ! has_hash "$archive" "$sha256" && ! download "$path" "$archive" "$sha256"; then
        download_from_testing "$name" "$version" "$path" "$archive" || give_up \
            "The source of $name $version cannot be had from this machine's Debian mirror, and" \
            "Debian testing has no version that fits. If the mirror can be reached, two ways remain:" \
            "  - use an own checkout of $name $version: ATRIUM_${name^^}_DIR=FOLDER ./atrium run" \
            "  - name a version that the mirror has, with its SHA256, in dependencies.lock"
        version=$(<"$DEPS_DIR/$name.version")
    fi
    unpack_source "$name" "$version" "$archive"
    source_stamp "$name" >"$DEPS_DIR/$name/.stamp"
}

has_hash() { [[ -f $1 ]] && sha256sum --check --status <<<"$2  $1"; }

unpack_source() {
    local name=$1 version=$2 archive=$3 patch=$ROOT/cmake/patches/$1.patch
    local fresh=$DEPS_DIR/$name.fresh
    rm -rf "$fresh"
    mkdir -p "$fresh"
    tar -xf "$archive" -C "$fresh" --strip-components=1
    if [[ -f $patch ]] && ! is_mended_upstream "$name" "$version"; then
        patch -d "$fresh" -p1 <"$patch"
    fi
    rm -rf "${DEPS_DIR:?}/$name"
    mv "$fresh" "$DEPS_DIR/$name"
}

# From these versions on a source no longer needs our patch.
is_mended_upstream() {
    [[ $1 == httplib ]] && dpkg --compare-versions "$2" ge 0.44.0
}

# The Debian mirrors that this machine uses, without naming one.
debian_mirrors() {
    # shellcheck disable=SC2016  # the $(…) is apt's
    local query=(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' 'Created-By: Packages')
    local mirrors
    mirrors=$("${query[@]}" | sort -u)
    if [[ -z $mirrors ]]; then
        # No package lists here; our own copy of them needs no root.
        local lists=$DEPS_DIR/apt/lists
        mkdir -p "$lists/partial"
        apt-get -o Dir::State::Lists="$lists" update >&2
        mirrors=$("${query[@]}" -o Dir::State::Lists="$lists" | sort -u)
    fi
    printf '%s\n' "$mirrors"
}

# download PATH FILE SHA256: from the first mirror that has it; fails when none does.
download() {
    local mirror
    for mirror in $(debian_mirrors); do
        apt_download "${mirror%/}/$1" "$2" "$3" && return 0
    done
    return 1
}

apt_download() {
    rm -f "$2"
    /usr/lib/apt/apt-helper download-file "$1" "$2" "SHA256:$3"
}

# When a pinned file has left the archive: the nearest later one of Debian's testing suite, whose
# signed index vouches for it. The build says so, and what was fetched stands in NAME.version.
download_from_testing() {
    local name=$1 version=$2 archive=$4 apt=$DEPS_DIR/apt/testing
    local package mirror uri file hash found
    package=$(basename "$(dirname "$3")")
    mkdir -p "$apt/lists/partial" "$apt/cache"
    for mirror in $(debian_mirrors); do
        echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror testing main"
    done >"$apt/sources.list"
    local options=(-o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache")
    apt-get "${options[@]}" update || return 1
    read -r uri file _ hash < <(
        apt-get "${options[@]}" source --print-uris --only-source "$package" |
            grep '\.orig\.tar\.[a-z0-9]* ' | tr -d "'"
    ) || return 1
    found=${file#*_}
    found=${found%%+*}
    found=${found%%.orig*}
    fits_instead "$name" "$version" "$found" || return 1
    note "$name $version has left the archive: $found of Debian testing instead"
    apt_download "$uri" "$archive" "${hash#SHA256:}" || return 1
    echo "$found" >"$DEPS_DIR/$name.version"
}

# Dear ImGui changes its interface between 1.92 and 1.93; the others keep theirs within a major one.
fits_instead() {
    local series=${2%%.*}
    [[ $1 == imgui ]] && series=${2%.*}
    [[ $3 == "$series".* ]] && dpkg --compare-versions "$3" ge "$2"
}
