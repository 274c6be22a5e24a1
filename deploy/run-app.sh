#!/bin/sh
# Runs the app of a container. Docker restarts a container after any exit, so after exit code 78 (a setting is at fault,
# and a restart would not help) this waits, unhealthy, until the container is stopped.
"$@" &
app=$!
trap 'kill -TERM "$app" 2>/dev/null' TERM INT
wait "$app"
code=$?
# A signal ends `wait` before the app has ended.
while kill -0 "$app" 2>/dev/null; do
  wait "$app"
  code=$?
done
[ "$code" -eq 78 ] || exit "$code"
trap 'exit 78' TERM INT
sleep infinity &
wait "$!"
