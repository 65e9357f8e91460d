# Sourced by the other scripts: finds Swift and installs the Debian packages that the build or a script needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

need_swift() {
    if ! command -v swift >/dev/null; then
        echo "Swift is not installed, or not on the PATH." >&2
        echo "Get Swift 6.2 or later from https://www.swift.org/install/linux/ and run this again." >&2
        exit 2
    fi
}

# need_packages NAME…: installs those Debian packages that are missing.
need_packages() {
    local missing=()
    local package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    if ! command -v apt-get >/dev/null; then
        echo "These packages are needed, and this is no Debian or Ubuntu: ${missing[*]}" >&2
        exit 2
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            echo "These packages are missing, and you may not install them. Run this, then try again:" >&2
            echo "    sudo apt-get install ${missing[*]}" >&2
            exit 2
        fi
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]} …" >&2
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >&2
}

# The libraries that the build links.
BUILD_PACKAGES=(pkg-config zlib1g-dev)
