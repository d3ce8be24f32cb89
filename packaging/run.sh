#!/usr/bin/env bash
# What `make wheel`, `make build` and `make deb` do: run.sh wheel|folder|deb. Everything goes into dist/.
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$PWD/build/packaging/bin
dist=$PWD/dist

say() { printf 'symtrack: %s\n' "$*" >&2; }

# The same sources give the same bytes: what has a moment has that of the last change, and sets come in one order.
moment() { git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md; }
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(moment)} PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
umask 022

quietly() {
    local log=build/$1.log
    shift
    if ! "$@" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        say "That did not work; all of it is in $log"
        return 1
    fi
}

version() { sed -n 's/^__version__ = "\(.*\)"$/\1/p' symtrack/__init__.py; }

make_wheel() {
    mkdir -p "$dist"
    rm -f "$dist"/symtrack-*.whl "$dist"/symtrack-*.tar.gz
    quietly wheel "$bin/python" -m build --no-isolation --outdir "$dist"
    say "The wheel is $(echo "$dist"/symtrack-*.whl)"
}

install_wheel() {
    quietly install "$bin/python" -m pip install --no-deps --force-reinstall --disable-pip-version-check "$dist"/symtrack-*.whl
}

# Some libraries come with the names of everything inside, for debuggers. Those of Qt stay as they are, and those of
# numpy, whose parts were moved once already, so that they no longer stand where strip looks for them.
strip_names() {
    [[ $(uname) == Linux ]] || return 0
    find "$1" -type f -name '*.so*' ! -path '*/PySide6/*' ! -path '*/shiboken6/*' ! -path '*/numpy*' \
        -exec strip --strip-unneeded {} +
}

make_folder() {
    make_wheel
    install_wheel
    "$bin/python" -m tools.licences check
    "$bin/python" -m tools.app_icons build/icons
    rm -rf "$dist/symtrack"
    quietly folder "$bin/pyinstaller" --noconfirm --clean --distpath "$dist" --workpath build/frozen packaging/symtrack.spec
    strip_names "$dist/symtrack/_internal"
    "$bin/python" -m tools.licences copy "$dist/symtrack/licences"
    "$bin/python" -m tools.sbom "$dist/symtrack-$(version).cdx.json"
    "$dist/symtrack/symtrack" self-test >/dev/null
    say "The folder is $dist/symtrack, $(du -sm "$dist/symtrack" | cut -f1) MB; what is in it: $dist/symtrack-$(version).cdx.json"
}

case ${1:-} in
    wheel)
        packaging/setup.sh
        make_wheel
        ;;
    folder)
        packaging/setup.sh build
        make_folder
        ;;
    deb)
        packaging/setup.sh build
        make_folder
        packaging/debian/make.sh "$dist/symtrack" "$(version)" "$dist"
        ;;
    *)
        say "It is one of: wheel, folder, deb."
        exit 2
        ;;
esac
