#!/usr/bin/env bash
# Starts a Slurm of one node on this machine, without systemd, in a folder of its own:
#   test/cluster/start-slurm.sh FOLDER    writes FOLDER/slurm.conf; use it with SLURM_CONF=FOLDER/slurm.conf
#   test/cluster/stop-slurm.sh FOLDER     ends what was started
# Needs root and Debian's slurm-wlm and munge; with SLURM_TEST_ACCOUNTING=1 it has accounting, which needs slurmdbd and
# mariadb-server. Ends with 3 where Slurm is not installed or cannot be started.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)

leave() {
  echo "no Slurm: $1" >&2
  exit 3
}
accounting=none
programs=(munged slurmctld slurmd)
if [ "${SLURM_TEST_ACCOUNTING:-}" = 1 ]; then
  accounting=slurmdbd
  programs+=(slurmdbd mariadbd mariadb-install-db)
fi
for program in "${programs[@]}"; do
  command -v "$program" >/dev/null || PATH="$PATH:/usr/sbin" command -v "$program" >/dev/null || leave "$program is not installed"
done
[ "$(id -u)" = 0 ] || leave "needs root"
export PATH="$PATH:/usr/sbin"

mkdir -p "$folder/state" "$folder/spool"
host=$(hostname -s)
control=${SLURM_TEST_PORT:-17817}
cat >"$folder/slurm.conf" <<CONF
ClusterName=belladonna
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
SlurmctldPort=$control
SlurmdPort=$((control + 1))
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CryptoType=crypto/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=bf_interval=1,sched_min_interval=100000
AccountingStorageType=accounting_storage/$accounting
AccountingStorageHost=127.0.0.1
AccountingStoragePort=$((control + 2))
AccountingStoragePass=$folder/munge.socket
JobAcctGatherType=jobacct_gather/none
JobCompType=jobcomp/none
ReturnToService=2
InactiveLimit=0
KillWait=2
MinJobAge=${SLURM_TEST_MIN_JOB_AGE:-300}
MaxArraySize=${SLURM_TEST_MAX_ARRAY:-1001}
MessageTimeout=10
SlurmdTimeout=20
NodeName=$host NodeAddr=127.0.0.1 CPUs=${SLURM_TEST_CPUS:-$(nproc)} RealMemory=1000 State=UNKNOWN
PartitionName=short Nodes=$host Default=YES MaxTime=60 State=UP
CONF

# A key of its own, so that no other munge of this machine is touched.
(umask 077 && head -c 128 /dev/urandom >"$folder/munge.key")
chmod 755 "$folder"
munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munge.pid" \
  --log-file="$folder/munge.log" --seed-file="$folder/munge.seed" 2>"$folder/munge.err" || leave "munged: $(cat "$folder/munge.err")"

export SLURM_CONF="$folder/slurm.conf"
# Waits for a minute until a command succeeds.
await() {
  for _ in $(seq 120); do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 0.5
  done
  return 1
}
if [ $accounting = slurmdbd ]; then
  mysql="$folder/mysql.socket"
  mariadb-install-db --user=root --datadir="$folder/mysql" --auth-root-authentication-method=normal >"$folder/mysql.err" 2>&1 ||
    leave "mariadb-install-db: $(tail -n 1 "$folder/mysql.err")"
  mariadbd --no-defaults --user=root --datadir="$folder/mysql" --socket="$mysql" --port=$((control + 3)) \
    --bind-address=127.0.0.1 --pid-file="$folder/mysql.pid" >>"$folder/mysql.err" 2>&1 &
  await mariadb --no-defaults --socket="$mysql" --execute="SELECT 1" || leave "mariadbd: $(tail -n 1 "$folder/mysql.err")"
  (
    umask 077
    cat >"$folder/slurmdbd.conf" <<CONF
DbdHost=$host
DbdAddr=127.0.0.1
DbdPort=$((control + 2))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
PidFile=$folder/slurmdbd.pid
LogFile=$folder/slurmdbd.log
StorageType=accounting_storage/mysql
StorageHost=127.0.0.1
StoragePort=$((control + 3))
StorageUser=root
CONF
  )
  slurmdbd || leave "slurmdbd: $(tail -n 1 "$folder/slurmdbd.log")"
  await sacctmgr --immediate add cluster belladonna || await sacctmgr --noheader list cluster ||
    leave "slurmdbd: $(tail -n 1 "$folder/slurmdbd.log")"
fi
slurmctld -c || leave "slurmctld: $(tail -n 1 "$folder/slurmctld.log")"
slurmd || leave "slurmd: $(tail -n 1 "$folder/slurmd.log")"
is_idle() { sinfo --noheader --format=%t | grep -q '^idle$'; }
await is_idle ||
  leave "the node does not become idle: $(sinfo --noheader --format='%t %E' 2>&1), $(tail -n 1 "$folder/slurmd.log")"
