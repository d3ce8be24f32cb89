# Making a Python environment from a lock; sourced with `venv` and `lock` set, by tools/setup.sh and packaging/setup.sh.
# shellcheck shell=bash

python=$venv/bin/python

say() { printf 'symtrack: %s\n' "$*" >&2; }
give_up() {
    say "$*"
    exit 1
}

base_python() {
    local name
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        if [[ -n $name ]] && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s' "$name"
            return
        fi
    done
    return 1
}

make_venv() {
    local base
    base=$(base_python) || give_up "Python 3.11 or newer is needed. On Debian or Ubuntu: sudo apt-get install python3 python3-pip"
    say "making ${venv##*/} with $("$base" --version)"
    rm -rf "$venv"
    # Debian's python3 comes without ensurepip, but its own pip can fill an environment that has no pip yet.
    if "$base" -m pip --help 2>/dev/null | grep -e '--python ' >/dev/null && "$base" -m venv --without-pip "$venv" 2>/dev/null; then
        pip=("$base" -m pip --python "$python")
    elif "$base" -m venv "$venv" >/dev/null 2>&1; then
        pip=("$python" -m pip)
    else
        rm -rf "$venv"
        give_up "This Python can't fill an environment. Run this, then try again: sudo apt-get install python3-pip python3-venv"
    fi
}

# pip's own remarks about its settings are of no use here; what goes wrong is said all the same.
install() { "$@" -qq --disable-pip-version-check --no-warn-script-location --no-input; }

install_locked() {
    say "installing the locked packages; this takes a minute or two, once"
    install "${pip[@]}" install --require-hashes -r "$lock" || give_up "The packages could not be installed; pip says why above."
    lock_state >"$venv/lock-state"
}

# The folder is part of the state because the commands in the environment name it.
lock_state() { { printf '%s\n' "$PWD" && cat "$lock"; } | sha256sum; }
unchanged() { [[ -f $venv/$1 && $(<"$venv/$1") == "$2" ]]; }

fill_venv() {
    if ! "$python" -c '' 2>/dev/null || ! unchanged lock-state "$(lock_state)"; then
        make_venv
        install_locked
    fi
}
