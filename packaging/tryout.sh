#!/usr/bin/env bash
# Installs what packaging/run.sh made in every way into fresh places, and starts it there: tryout.sh [wheel|folder|deb…]
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$PWD/build/packaging/bin
dist=$PWD/dist
new=$PWD/build/tryout

say() { printf 'symtrack: %s\n' "$*" >&2; }
give_up() {
    say "$*"
    exit 1
}

# A home that nobody has lived in yet, with nothing of this session's settings.
at_home() { env -u DISPLAY -u PYTHONPATH -u SYMTRACK_DIARY HOME="$new/home" XDG_RUNTIME_DIR="$new/home" LC_ALL=C.UTF-8 "$@"; }

# Says its version, passes its own test, keeps a number.
works() {
    (cd / && at_home "$1" --version && at_home "$1" self-test >/dev/null && at_home "$1" add pain=7 >/dev/null) ||
        give_up "$2: that symtrack does not work."
}

diary=$new/home/.local/share/symtrack/diary.symtrack
still_there() { [[ -s $diary ]] || give_up "$1: the diary is gone."; }
begin() {
    rm -rf "$new/home"
    mkdir -p "$new/home"
}

build_into() { "$bin/python" -m build --wheel --no-isolation --outdir "$1" . >"$new/wheel.log" 2>&1; }

same_again() {
    local copy=$new/sources
    export SOURCE_DATE_EPOCH=1800000000
    rm -rf "$copy" "$new/first" "$new/second"
    mkdir -p "$copy"
    build_into "$new/first"
    git ls-files -z | xargs -0 cp --parents -t "$copy" # Another folder, another moment, files that nobody else may read.
    (cd "$copy" && chmod -R go-rwx . && umask 077 && build_into "$new/second")
    cmp "$new/first"/*.whl "$new/second"/*.whl || give_up "Two builds of the wheel differ."
    unset SOURCE_DATE_EPOCH
    say "in order: two builds of the wheel are the same, byte for byte"
}

try_wheel() {
    local wheel venv=$new/pip
    wheel=$(echo "$dist"/symtrack-*.whl)
    "$bin/python" - "$wheel" <<'EOF' || give_up "The wheel holds what it should not."
import sys
from zipfile import ZipFile
strange = [n for n in ZipFile(sys.argv[1]).namelist() if not n.startswith(("symtrack/", "symtrack-"))]
strange += [n for n in ZipFile(sys.argv[1]).namelist() if n.endswith((".pyc", ".symtrack")) or "/tests/" in n]
sys.exit("\n".join(strange) or 0)
EOF
    same_again
    begin
    rm -rf "$venv"
    "$bin/python" -m venv "$venv"
    "$venv/bin/pip" install -qq --disable-pip-version-check "$wheel"
    works "$venv/bin/symtrack" pip
    "$venv/bin/pip" uninstall -qq --yes symtrack
    still_there pip
    say "in order: pip"
    begin
    export PIPX_HOME=$new/pipx PIPX_BIN_DIR=$new/pipx-bin UV_TOOL_DIR=$new/uv UV_TOOL_BIN_DIR=$new/uv-bin UV_PYTHON_DOWNLOADS=never
    rm -rf "$PIPX_HOME" "$UV_TOOL_DIR"
    "$bin/pipx" install --quiet --python "$bin/python" "$wheel" >/dev/null
    works "$PIPX_BIN_DIR/symtrack" pipx
    "$bin/pipx" uninstall symtrack >/dev/null
    still_there pipx
    say "in order: pipx"
    begin
    "$bin/uv" tool install --quiet --python "$bin/python" "$wheel"
    works "$UV_TOOL_BIN_DIR/symtrack" uv
    "$bin/uv" tool uninstall --quiet symtrack
    still_there uv
    say "in order: uv tool"
}

# The tests that know the installed command only: entry by keys and clicks in a real window, the commands, no socket.
try_folder() {
    begin
    works "$dist/symtrack/symtrack" folder
    tools/setup.sh window tests
    SYMTRACK_COMMAND=$dist/symtrack/symtrack QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q \
        -k "good_day or unwell or test_no_network or test_packed or test_cli_report" \
        tests/e2e/test_entry_by_keys.py tests/e2e/test_no_network.py tests/e2e/test_cli_report.py tests/e2e/test_packed.py
    say "in order: the folder"
}

mkdir -p "$new"
for what in "${@:-all}"; do
    case $what in
        wheel) try_wheel ;;
        folder) try_folder ;;
        deb) packaging/debian/tryout.sh "$(echo "$dist"/symtrack_*.deb)" ;;
        all) "$0" wheel folder deb ;;
        *) give_up "It is one of: wheel, folder, deb." ;;
    esac
done
