#!/usr/bin/env bash
# Ends the Slurm that start-slurm.sh started in a folder.
folder=$1
for name in slurmd slurmctld slurmdbd mysql munge; do
  pid=$(cat "$folder/$name.pid" 2>/dev/null) || continue
  kill "$pid" 2>/dev/null || continue
  for _ in $(seq 50); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -9 "$pid" 2>/dev/null
done
exit 0
