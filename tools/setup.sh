#!/usr/bin/env bash
# Makes .venv from the locked requirements, then sees to the system's part (tools/system.py): setup.sh [PART…]
#
# When nothing is missing it says nothing and takes a fraction of a second, with or without a network.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=$PWD/.venv
lock=requirements.lock
# shellcheck source=tools/environment.sh
source tools/environment.sh

install_project() {
    install "$python" -m pip install --no-deps --no-build-isolation -e . ||
        give_up "symtrack itself could not be installed; pip says why above."
    project_state >"$venv/project-state"
}

# The version stands in the package.
project_state() { cat pyproject.toml symtrack/__init__.py | sha256sum; }

fill_venv
unchanged project-state "$(project_state)" || install_project
exec "$python" tools/system.py "$@"
