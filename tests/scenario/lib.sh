# lib.sh: what every scenario sources. TAP on standard output; a folder of its own that goes away; a server on loopback.
#
#   ok "what should hold" COMMAND...     runs the command, which must succeed
#   not_ok "what should fail" COMMAND... runs the command, which must fail
#   is "what" GOT WANT                   compares strings
#   has "what" FILE WORDS                the file contains the words
#   serve ROOT                           starts the test server; $url and $port say where, $log has its requests
#   wp ARGS...                           the program, on the desk $desk, at the fixed time $now
#   done_testing                         last line
set -u
cd "$(dirname "$0")/../.." || exit 1
: "${WIREPROOF:?set it to the program to test}" "${HTTPD:?set it to the test server}"
work=$(mktemp -d)
desk=$work/desk
now=2025-05-28T20:00:00Z
tests=0
server=

cleanup() {
	[ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null
	rm -rf "$work"
}
trap cleanup EXIT

report() { # report OK "what"
	tests=$((tests + 1))
	if [ "$1" -eq 0 ]; then echo "ok $tests - $2"; else
		echo "not ok $tests - $2"
		shift 2
		for line in "$@"; do printf '%s\n' "$line" | sed 's/^/# /'; done
	fi
}

ok() {
	what=$1
	shift
	if "$@" >"$work/out" 2>"$work/err"; then report 0 "$what"; else
		report 1 "$what" "exit $? of: $*" "$(tail -n 20 "$work/out" "$work/err")"
	fi
}

not_ok() {
	what=$1
	shift
	if "$@" >"$work/out" 2>"$work/err"; then report 1 "$what" "succeeded: $*"; else report 0 "$what"; fi
}

is() {
	if [ "$2" = "$3" ]; then report 0 "$1"; else report 1 "$1" "got:  $2" "want: $3"; fi
}

has() {
	if grep -qF -- "$3" "$2"; then report 0 "$1"; else report 1 "$1" "no \"$3\" in:" "$(head -n 30 "$2")"; fi
}

# Exit code of a command whose output goes to $work/out and $work/err.
code() {
	"$@" >"$work/out" 2>"$work/err"
	echo $?
}

serve() {
	log=$work/access.log
	: >"$log"
	rm -f "$work/port"
	"$HTTPD" --port 0 --port-file "$work/port" --log "$log" "$1" >"$work/httpd.out" 2>&1 &
	server=$!
	until [ -s "$work/port" ]; do
		kill -0 "$server" 2>/dev/null || { echo "Bail out! the test server did not start"; exit 1; }
	done
	port=$(cat "$work/port")
	url=http://127.0.0.1:$port
}

wp() { "$WIREPROOF" -C "$desk" --now "$now" "$@"; }

# A desk that may ask the test server, as fast as it likes.
new_desk() {
	# The samples' key, so that two desks that do the same have the same bytes.
	"$WIREPROOF" -q --now "$now" init "$desk" &&
		install -m 600 samples/key.pem "$desk/key.pem" &&
		wp config desk.publisher "The scenario" &&
		wp config desk.contact "desk@scenario.example" &&
		wp config net.allow "127.0.0.0/8 *.localhost" &&
		wp config net.interval_ms 0
}

# A hash over every file of a folder, names and bytes.
tree_hash() { (cd "$1" && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1); }

done_testing() { echo "1..$tests"; }
