#!/usr/bin/env bash
# What the Makefile's names do: run.sh run|demo|test|torture|bench|check|docs|pictures. Each sees to its own set-up first.
set -euo pipefail
cd "$(dirname "$0")/.."
# Where this is set, each of the hundreds of processes that the tests start would compile the whole program again.
unset PYTHONDONTWRITEBYTECODE

bin=$PWD/.venv/bin
demo=${SYMTRACK_DEMO_FOLDER:-$PWD/build/demo}
from_elsewhere='<(script|img|link|iframe)[^>]* (src|href)="(https?:)?//|url\(["'"'"']?(https?:)?//'

say() { printf 'symtrack: %s\n' "$*" >&2; }

display_named() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; }

# Only Qt itself can tell: a display may be named and yet not be there, or refuse us.
display_answers() {
    ulimit -c 0
    "$bin/python" -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])'
} >/dev/null 2>&1

set_up_for_window() {
    if display_named; then
        tools/setup.sh window
    else
        tools/setup.sh window note
    fi
}

write_demo() {
    mkdir -p "$demo"
    rm -f "$demo"/demo.symtrack* "$demo/summary.pdf"
    "$bin/symtrack" demo -d "$demo/demo.symtrack" >/dev/null
}

show_without_window() {
    say "No display answers here, so no window can open. These are the points that an invented diary gives:"
    write_demo
    "$bin/symtrack" flags -d "$demo/demo.symtrack"
    "$bin/symtrack" report -d "$demo/demo.symtrack" -o "$demo/summary.pdf" >/dev/null
}

open_window() {
    set_up_for_window
    if ! display_named || ! display_answers; then
        show_without_window
    elif [[ $1 == demo ]]; then
        write_demo
        exec "$bin/symtrack" "$demo/demo.symtrack"
    else
        exec "$bin/symtrack"
    fi
}

run_tests() {
    tools/setup.sh window tests
    QT_QPA_PLATFORM=offscreen exec "$bin/python" -m pytest --numprocesses auto "$@"
}

# A link that leads nowhere and a picture that is not there are said, page by page, and no page is taken from before.
# Nothing of a page may come from another computer: somebody reads it in a ward without a network.
write_docs() {
    "$bin/sphinx-build" --fail-on-warning --keep-going --fresh-env --quiet -d build/doctrees -b html docs build/docs &&
        ! grep -rE --include='*.html' --include='*.css' "$from_elsewhere" build/docs
}

in_order() {
    local said
    if said=$("$@" 2>&1); then
        say "in order: $(basename "$1") ${*:2}"
    else
        printf '%s\n' "$said"
        say "not in order: $(basename "$1") ${*:2}"
        return 1
    fi
}

check() {
    tools/setup.sh
    local wrong=0
    in_order "$bin/ruff" format --check . || wrong=1
    in_order "$bin/ruff" check . || wrong=1
    in_order "$bin/mypy" symtrack tests tools || wrong=1
    in_order "$bin/lint-imports" --no-logo || wrong=1
    in_order "$bin/python" -m tools.translations check || wrong=1
    in_order write_docs || wrong=1
    return "$wrong"
}

make_docs() {
    tools/setup.sh
    write_docs
    say "The docs are $PWD/build/docs/index.html"
}

take_pictures() {
    tools/setup.sh window
    export QT_QPA_PLATFORM=offscreen
    "$bin/python" -m tools.architecture_page
    "$bin/python" -m tools.guide_pictures
    "$bin/python" -m tools.film
    "$bin/python" -m tools.pictures
}

torture() {
    tools/setup.sh window tests
    "$bin/python" -m tests.torture "$@"
    QT_QPA_PLATFORM=offscreen exec "$bin/python" -m pytest --numprocesses auto -m hypothesis \
        --hypothesis-profile thorough tests/unit tests/paper tests/ui
}

bench() {
    tools/setup.sh window tests
    # What other programs need that are measured beside ours; where that can't be had, the table says so.
    "$bin/python" tools/system.py peers note || true
    exec "$bin/python" -m benchmarks "$@"
}

case ${1:-} in
    run | demo) open_window "$1" ;;
    test) run_tests "${@:2}" ;;
    torture) torture "${@:2}" ;;
    bench) bench "${@:2}" ;;
    check) check ;;
    docs) make_docs ;;
    pictures) take_pictures ;;
    *)
        say "It is one of: run, demo, test, torture, bench, check, docs, pictures."
        exit 2
        ;;
esac
