#!/bin/sh
# Makes the virtual environment over the system's Python, which QGIS belongs to: PYTHON VENV.
set -eu
python=$1
venv=$2
log=build/install_venv.log
mkdir -p build
echo "Installing the Python libraries into $venv (log in $log)"
"$python" -m venv --clear --system-site-packages "$venv"
# The plugin's own list is closed: without dependencies, as users install it, so that the tests
# run with QGIS's own numpy and requests.
{
    "$venv/bin/python" -m pip install --no-deps -r ard_qgis_plugin/requirements.txt &&
        "$venv/bin/python" -m pip install -r requirements-dev.txt &&
        "$venv/bin/python" -m pip install --no-deps -r requirements-stubs.txt
} >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    echo "The libraries could not be installed; the whole log is in $log." >&2
    exit 1
}
touch "$venv/ready"
