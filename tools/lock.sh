#!/bin/sh
# Writes requirements.lock, requirements-dev.lock and tools/gazetteer/requirements.lock
# (called by `make lock`).
#
# Requirements form with hashes for every platform; no index address and no host name, so
# that they work with whatever index a machine is set to. Arguments go to uv, such as
# --upgrade or --upgrade-package aiohttp; without one, pins change only where they must.
set -eu
python=${PYTHON_BIN:-python3}

# Extras stay in the pins: without them pip 23 takes `coverage[toml]`, which pytest-cov asks
# for, for another requirement than the pinned `coverage`, and refuses it as unpinned as soon
# as a newer release is out.
compile() {
    "$python" -m uv pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-strip-extras --no-header --no-emit-index-url --no-annotate "$@"
}

# hatchling builds our own package without pip's build isolation, which knows no hashes.
compile pyproject.toml --extra build -o requirements.lock "$@"
compile pyproject.toml --extra build --extra test --extra check \
    -c requirements.lock -o requirements-dev.lock "$@"
compile tools/gazetteer/requirements.in -o tools/gazetteer/requirements.lock "$@"
"$python" tools/check_locks.py
