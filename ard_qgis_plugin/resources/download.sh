#!/bin/sh
# Downloads every file of the manifest beside this script: sh NAME.download.sh DEST
#
# NAME.txt holds the files, one rclone path a line, and NAME.rclone.conf the remotes that they are
# on: one for each region of AWS and each other server, nearly always one in all. Keep the three
# together. Files land at DEST/bucket/path. Run it again to complete or refresh a download: what is
# whole is not copied again. rclone's own RCLONE_... variables work (RCLONE_TRANSFERS=8);
# RCLONE=/path/to/rclone names the program.
# Exit status: 0 all files are there, 1 some may not be, 2 it could not start.

set -u
LC_ALL=C
export LC_ALL

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }
fail() {
  complain "$*"
  exit 2
}

case $0 in
  /*) folder=${0%/*} ;;
  */*) folder=./${0%/*} ;;
  *) folder=. ;;
esac
name=${0##*/}
name=${name%.download.sh}
manifest=$folder/$name.txt
conf=$folder/$name.rclone.conf
rclone=${RCLONE:-rclone}
unset RCLONE_VERBOSE RCLONE_QUIET # they would clash with the log level below

if [ $# -ne 1 ] || [ -z "$1" ]; then
  fail "Usage: sh $name.download.sh DEST (the folder to download to; it is made if need be)."
fi
[ -r "$manifest" ] || fail "$manifest can't be read: keep it beside this script."
[ -r "$conf" ] || fail "$conf can't be read: keep it beside this script."
if [ ! -s "$manifest" ]; then
  say "Nothing to download: $manifest is empty."
  exit 0
fi
command -v "$rclone" >/dev/null ||
  fail "rclone was not found. Install it (apt install rclone, brew install rclone, or" \
    "https://rclone.org/install/), or name it: RCLONE=/path/to/rclone sh $name.download.sh DEST"

# With a slash in front rclone takes no part of the name for a remote or an option.
case $1 in
  /*) dest=$1 ;;
  *) dest=$PWD/$1 ;;
esac
mkdir -p "$dest" || fail "The folder $dest can't be made: choose another."

# rclone 1.60 stops at AWS_CA_BUNDLE; --ca-cert says the same to every version.
ca_cert=${AWS_CA_BUNDLE:-}
[ -r "$ca_cert" ] && [ -z "${RCLONE_CA_CERT:-}" ] || ca_cert=
unset AWS_CA_BUNDLE

work=$(mktemp -d "${TMPDIR:-/tmp}/ard-download.XXXXXX") || fail "No temporary folder can be made."
child=
trap 'rm -rf "$work"' EXIT
trap 'stop' HUP INT TERM

stop() {
  trap '' HUP INT TERM
  if [ -n "$child" ]; then
    kill "$child" 2>/dev/null
    wait "$child"
  fi
  complain "Stopped. Run the script again to complete the download."
  exit 1
}

# Copies the files of one remote in one rclone process, which says what it does in $work/log.
copy() {
  progress=
  [ -t 1 ] && progress=--progress
  "$rclone" --config "$conf" copy --files-from-raw "$work/list" --no-traverse \
    ${progress:+"$progress"} ${ca_cert:+"--ca-cert=$ca_cert"} \
    --log-level DEBUG --log-format date,time --use-json-log=false --log-file "$work/log" \
    "$1:" "$dest" 2>"$work/stderr" &
  child=$!
  wait "$child"
  status=$?
  child=
}

# Prints the files of $work/list that rclone neither copied nor found unchanged, with the reason.
# rclone exits 0 when a key doesn't exist, so that only its log tells.
not_arrived() {
  awk -v reason="$1" '
    BEGIN { done = ": ((Multi-thread )?Copied \\([^()]*\\)( to: .*)?|Unchanged skipping)$" }
    FILENAME == ARGV[1] {
      text = substr($0, 29)
      if ($3 == "ERROR") {
        split_at = index(text, ": ")
        why[substr(text, 1, split_at - 1)] = substr(text, split_at + 2)
      } else if (match(text, done)) arrived[substr(text, 1, RSTART - 1)] = 1
      next
    }
    !($0 in arrived) { print $0 ": " ($0 in why ? why[$0] : reason) }
  ' "$work/log" "$work/list"
}

total=0
missing=0
failed=0
sed -n 's,^\([A-Za-z0-9_][A-Za-z0-9_.-]*\):/.*,\1,p' "$manifest" |
  awk '!seen[$0]++' >"$work/remotes"
while IFS= read -r remote <&3; do
  awk -v remote="$remote:/" \
    'index($0, remote) == 1 { print substr($0, length(remote) + 1) }' "$manifest" >"$work/list"
  count=$(wc -l <"$work/list")
  say "Downloading $((count)) files from $remote to $dest"
  : >"$work/log"
  copy "$remote"
  reason="it is not on the server"
  if [ "$status" -ne 0 ]; then
    failed=$status
    reason="rclone could not copy it (exit status $status)"
    grep -v ' DEBUG : ' "$work/stderr" >&2
    grep -v ' DEBUG : ' "$work/log" | grep -i -E 'error|fail|caused by' | tail -n 3 >&2
  fi
  not_arrived "$reason" >"$work/missing"
  sed 's/^/NOT DOWNLOADED: /' "$work/missing" >&2
  missing=$((missing + $(wc -l <"$work/missing")))
  total=$((total + count))
done 3<"$work/remotes"

if [ "$missing" -gt 0 ]; then
  complain "$((total - missing)) of $total files are in $dest; $missing are not (named above)." \
    "Run the script again to try those once more."
  exit 1
fi
if [ "$failed" -ne 0 ]; then
  complain "All $total files are in $dest, but rclone ended with status $failed."
  exit 1
fi
say "All $total files are in $dest."
