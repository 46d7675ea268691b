#!/bin/sh
# Restart the processes one at a time, the next only when the one before is healthy. Readers of the one that restarts
# are taken over by the other. Stops at the first that does not come back, so that one old process keeps working.
# Usage: restart.sh [port ...]   (8501 8502 when none are named)
set -eu

PATIENCE=60 # seconds for one process to become healthy

healthy() {
    curl --fail --silent --output /dev/null --max-time 4 "http://127.0.0.1:$1/gezondheid"
}

for port in ${*:-8501 8502}; do
    systemctl restart "dashboard@$port"
    waited=0
    until healthy "$port"; do
        if [ "$waited" -ge "$PATIENCE" ]; then
            echo "dashboard@$port is not healthy after $PATIENCE s; the other processes were left alone." >&2
            echo "Look at: journalctl -u dashboard@$port" >&2
            exit 1
        fi
        sleep 1
        waited=$((waited + 1))
    done
    echo "dashboard@$port is healthy"
    sleep 3 # nginx gives a process that was gone its readers back after fail_timeout
done
