#!/bin/sh
# Installs the Debian packages that the Makefile's targets need, and those that are named as
# arguments; does nothing where all are there.
set -eu
wanted="qgis python3-qgis python3-gdal python3-venv rclone xvfb fonts-dejavu-core \
        procps qttools5-dev-tools $*"
missing=""
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "Installing$missing needs root: become root, or install sudo, and try again." >&2
        exit 1
    }
    root="sudo"
fi
mkdir -p build
log=build/install_system.log
echo "Installing Debian packages:$missing (a few minutes; log in $log)"
export DEBIAN_FRONTEND=noninteractive
apt="$root apt-get -o Acquire::Retries=5"
# shellcheck disable=SC2086 # both are lists of words
{ $apt update && $apt install -y --no-install-recommends $missing; } >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    echo "The packages$missing could not be installed; the whole log is in $log." >&2
    exit 1
}
