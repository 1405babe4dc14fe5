#!/bin/sh
# Makes the virtual environment over the system's Python, which QGIS belongs to: PYTHON VENV. With
# a list as third argument it makes one that is apart from the system and holds just that list.
set -eu
python=$1
venv=$2
list=${3:-}
log=build/install_$(basename "$venv").log
mkdir -p build
echo "Installing the Python libraries into $venv (log in $log)"
if [ -n "$list" ]; then
    "$python" -m venv --clear "$venv"
else
    "$python" -m venv --clear --system-site-packages "$venv"
fi
# The plugin's own list is closed: without dependencies, as users install it, so that the tests
# run with QGIS's own numpy and requests.
{
    if [ -n "$list" ]; then
        "$venv/bin/python" -m pip install -r "$list"
    else
        "$venv/bin/python" -m pip install --no-deps -r ard_qgis_plugin/requirements.txt &&
            "$venv/bin/python" -m pip install -r requirements-dev.txt &&
            "$venv/bin/python" -m pip install --no-deps -r requirements-stubs.txt
    fi
} >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    echo "The libraries could not be installed; the whole log is in $log." >&2
    exit 1
}
touch "$venv/ready"
