#!/usr/bin/env bash
# Makes build/packaging, an environment with what symtrack needs and what packs it, and nothing of development.
# setup.sh [PART…]: with `build` the system’s part too, which the folder and the package need, and the wheel does not.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=$PWD/build/packaging
lock=packaging/requirements.lock
# shellcheck source=tools/environment.sh
source tools/environment.sh

mkdir -p build
fill_venv
"$python" tools/system.py "$@"
