#!/bin/sh
# Killed at any moment and started again, the desk ends where it would have ended without.
. "$(dirname "$0")/lib.sh"

serve samples/newsroom
run_desk() { # run_desk DIR KILLS
	desk=$1
	new_desk
	sed "s/@PORT@/$port/" samples/feeds.txt | xargs "$WIREPROOF" -C "$desk" -q --now "$now" add
	kills=0
	while [ "$kills" -lt "$2" ]; do
		kills=$((kills + 1))
		# The moments are spread over the run's length, which differs from machine to machine.
		timeout -s KILL "$(awk -v k="$kills" -v n="$2" -v t="$took" 'BEGIN { srand(k); printf "%.3f", t * (k - rand()) / n }')" \
			"$WIREPROOF" -C "$desk" --now "$now" -q run 2>/dev/null
		[ $? -ne 137 ] || echo "$kills" >>"$work/killed"
	done
	wp -q run 2>/dev/null
}
state() {
	tree_hash "$1/site"
	sqlite3 "$1/desk.db" "SELECT key, title, text_hash, state, story FROM report ORDER BY key;
		SELECT id, title, state, reason FROM story ORDER BY id; SELECT story, version, reviewed_by FROM article ORDER BY 1, 2;
		SELECT what, subject, why FROM log ORDER BY 2, 1, 3; SELECT stage, state, count(*) FROM job GROUP BY 1, 2" | sha256sum
}

start=$(date +%s%N)
took=0
run_desk "$work/whole" 0
took=$(awk -v a="$start" -v b="$(date +%s%N)" 'BEGIN { printf "%.3f", (b - a) / 1e9 }')
: >"$work/killed"
run_desk "$work/killed-desk" 10
ok "some of the kills hit" test "$(wc -l <"$work/killed")" -ge 3
is "the end state is that of a run without kills" "$(state "$work/killed-desk")" "$(state "$work/whole")"
is "the store is sound" "$(sqlite3 "$work/killed-desk/desk.db" 'PRAGMA integrity_check')" ok
done_testing
