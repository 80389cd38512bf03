# Sourced by the other scripts: a virtual environment in .venv with locked dependencies and polgraph itself.
# usage: . scripts/env.sh; polgraph_env runtime|development

polgraph_env() {
    local lock="requirements/$1.lock" python
    if [ ! -x .venv/bin/python ]; then
        python=$(polgraph_python) || return 1
        echo "Making .venv with $python" >&2
        "$python" -m venv .venv
    fi
    # installed once per lock and package definition
    local stamp=".venv/polgraph-$1.stamp" key
    key=$(cat "$lock" pyproject.toml | cksum)
    if [ "$(cat "$stamp" 2>/dev/null)" != "$key" ]; then
        echo "Installing what $lock names (this takes a few minutes the first time)" >&2
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
        printf '%s' "$key" >"$stamp"
    fi
}

polgraph_python() {
    local name
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    echo "polgraph needs Python 3.11 or newer: install it and run this again" >&2
    return 1
}
