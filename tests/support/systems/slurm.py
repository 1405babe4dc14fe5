"""A real Slurm of one node, on loopback: ports and folders of its own, all gone at the end.

The node is a process namespace: what its daemon starts ends with it, as at a power cut, and nothing
outlives the tests even where they are killed. As on many clusters no job is put back unless it asks
for it. What Slurm 22.05 was seen to do: it keeps a job that is put back waiting until the
credential of its last start is void (`cred_expire`, 120 s unless set), takes a node for dead some
15 s after it fell silent, and sees a reboot before that only by whole seconds: a node started at
once (`slurmd -b`) is now overlooked and now taken for rebooted twice, so the tests let it die.
"""

from __future__ import annotations

import getpass
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sample.servers import free_port

_PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "scontrol", "squeue", "unshare", "setpriv")
_NODE = "node"
_PATIENCE = 180.0  # seconds
_ENDED = {"COMPLETED", "FAILED", "CANCELLED", "NODE_FAIL", "TIMEOUT", "OUT_OF_MEMORY"}
_CONF = """\
ClusterName=tests
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ctld}
SlurmdPort={slurmd}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge/socket,cred_expire=5
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0
SlurmdTimeout=10
KillWait=5
MinJobAge=3600
ReturnToService=1
SlurmdParameters=config_overrides
JobRequeue=0
NodeName={node} NodeHostname={host} NodeAddr=127.0.0.1 CPUs={cpus} RealMemory=500 State=UNKNOWN
PartitionName=all Nodes={node} Default=YES MaxTime=INFINITE State=UP
"""


class SlurmError(RuntimeError):
    """What a program of Slurm said when it failed."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task of an array job: its state, exit status and how often it was put back."""

    state: str
    code: int
    restarts: int

    @property
    def ended(self) -> bool:
        """Says whether it runs no more and waits for nothing."""
        return self.state in _ENDED


class Slurm:
    """The running cluster: hand in jobs, ask for their tasks, cut the node's power."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._conf = folder / "slurm.conf"
        self.environment = {"SLURM_CONF": str(self._conf)}
        self._folder = folder
        self._stack = stack
        self._node: subprocess.Popen[bytes]

    def call(self, *command: str | Path) -> str:
        """Calls a program of Slurm and returns what it says; raises SlurmError."""
        done = subprocess.run(
            command,
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        if done.returncode:
            raise SlurmError(f"{command}: {done.stderr}{done.stdout}")
        return done.stdout

    def tasks(self, job: str) -> dict[int, Task]:
        """Returns the tasks of an array job by their number."""
        rows = self.call("scontrol", "--oneliner", "show", "job", job).splitlines()
        shown = [dict(word.partition("=")[::2] for word in row.split()) for row in rows if row]
        return {
            int(row["ArrayTaskId"]): Task(
                row["JobState"], int(row["ExitCode"].partition(":")[0]), int(row["Restarts"])
            )
            for row in shown
            if row.get("ArrayTaskId", "").isdigit()
        }

    def wait(self, job: str, patience: float = _PATIENCE) -> dict[int, Task]:
        """Waits until all tasks of a job have ended and returns them."""
        self.until(lambda: self._all_ended(job), patience)
        return self.tasks(job)

    def until(self, happened: Callable[[], object], patience: float = _PATIENCE) -> None:
        """Waits until something has happened; raises SlurmError with the logs' ends."""
        deadline = time.monotonic() + patience
        while not happened():
            if time.monotonic() > deadline:
                raise SlurmError(f"It did not happen within {patience:.0f} s.\n{self._logs()}")
            time.sleep(0.2)

    def start_node(self) -> None:
        """Starts the node and waits until it takes jobs."""
        apart = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]
        command = [*apart, "slurmd", "-D", "-N", _NODE]
        self._node = _started(self._stack, command, self._folder / "node.log", self.environment)
        self._stack.callback(_kill_node, self._node)
        self.until(lambda: self.node_state() in {"idle", "mixed", "allocated"})

    def cut_power(self) -> None:
        """Ends the node and all that runs on it at once, without a word to anybody."""
        _kill_node(self._node)

    def kill(self, process: int) -> None:
        """Kills a process of the node, by its number there."""
        there = f"--target={_first_process(self._node)}"
        subprocess.run(["nsenter", there, "--pid", "kill", "-KILL", str(process)], check=True)

    def kill_script(self, task: int) -> None:
        """Kills the shell that runs a task's script, of the one array job there is.

        And then what it ran, as Slurm does itself where it tracks processes by cgroups.
        """
        processes = sorted(self._processes(task), key=lambda each: b"slurm_script" not in each[1])
        if not processes or b"slurm_script" not in processes[0][1]:
            raise SlurmError(f"No shell runs the script of task {task}.")
        for number, _ in processes:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)

    def runs(self, task: int, program: str) -> bool:
        """Says whether a program runs in a task of the one array job there is."""
        return any(program.encode() in command for _, command in self._processes(task))

    def _processes(self, task: int) -> Iterator[tuple[int, bytes]]:
        """Yields the number and the command line of each process of a task."""
        wanted = {f"SLURM_ARRAY_TASK_ID={task}".encode(), f"SLURM_CONF={self._conf}".encode()}
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it has ended meanwhile
                if wanted <= {*(place / "environ").read_bytes().split(b"\0")}:
                    yield int(place.name), (place / "cmdline").read_bytes()

    def cancel_all(self) -> None:
        """Takes away all jobs and waits until none is left."""
        self.call("scancel", f"--user={getpass.getuser()}")
        self.until(lambda: not self.call("squeue", "--noheader"))

    def node_state(self) -> str:
        """Returns the node's state: idle, allocated, down; with a * where it does not answer."""
        return self.call("sinfo", "--noheader", "--format=%T").strip()

    def _all_ended(self, job: str) -> bool:
        rows = self.call("scontrol", "--oneliner", "show", "job", job).splitlines()
        states = [row.partition("JobState=")[2].split()[0] for row in rows if row]
        return bool(states) and _ENDED.issuperset(states)

    def _logs(self) -> str:
        logs = (self._folder / name for name in ("slurmctld.log", "slurmd.log"))
        shown = [path.read_text(errors="replace")[-2000:] for path in logs if path.exists()]
        return "\n".join([self.call("scontrol", "show", "job"), *shown])


def obstacle() -> str:
    """Says in one sentence why this machine can't have a Slurm of its own; "" where it can."""
    if missing := [name for name in _PROGRAMS if not shutil.which(name)]:
        return f"{missing[0]} is not installed (make setup-slurm)."
    tried = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc", "true"]
    if subprocess.run(tried, capture_output=True, check=False).returncode:
        return "this machine allows no process namespaces."
    return ""


@contextmanager
def serve_slurm(cpus: int = 2) -> Iterator[Slurm]:
    """Runs a cluster of one node until the end of the block; raises SlurmError."""
    with TemporaryDirectory(prefix="tests-slurm-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)  # munge looks at it as its own user
        for each in ("state", "spool"):
            (folder / each).mkdir()
        text = _CONF.format(
            host=socket.gethostname().partition(".")[0],
            user=getpass.getuser(),
            folder=folder,
            ctld=free_port(),
            slurmd=free_port(),
            node=_NODE,
            cpus=cpus,
        )
        (folder / "slurm.conf").write_text(text)
        with ExitStack() as stack:
            slurm = Slurm(folder, stack)
            _start_munge(stack, folder / "munge")
            log = folder / "controller.log"
            _started(stack, ["slurmctld", "-D"], log, slurm.environment)
            slurm.until(lambda: _answers(slurm))
            slurm.start_node()
            yield slurm


def _answers(slurm: Slurm) -> bool:
    try:
        slurm.call("scontrol", "ping")
    except SlurmError:
        return False
    return True


def _start_munge(stack: ExitStack, folder: Path) -> None:
    folder.mkdir()
    key = folder / "key"
    key.write_bytes(secrets.token_bytes(1024))
    key.chmod(0o600)
    user = []
    if os.geteuid() == 0:  # as root it would stop at the folders of others
        for path in (folder, key):
            shutil.chown(path, "munge", "munge")
        user = ["--reuid=munge", "--regid=munge", "--clear-groups"]
    files = {"key-file": "key", "socket": "socket", "pid-file": "pid", "log-file": "log"}
    given = [f"--{option}={folder / name}" for option, name in files.items()]
    seed = f"--seed-file={folder / 'seed'}"
    command = ["munged", "--foreground", "--force", *given, seed]
    _started(stack, command, folder / "output", {}, user)


def _started(
    stack: ExitStack,
    command: list[str],
    log: Path,
    environment: Mapping[str, str],
    user: list[str] | None = None,
) -> subprocess.Popen[bytes]:
    """Starts a program that ends with the stack, or with the tests where they are killed."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            ["setpriv", *(user or []), "--pdeathsig", "KILL", "--", *command],
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    stack.callback(_end, process)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _kill_node(apart: subprocess.Popen[bytes]) -> None:
    """Kills the first process of a name space, and so all others in it."""
    if apart.poll() is None:
        os.kill(_first_process(apart), signal.SIGKILL)
        apart.wait(timeout=10)


def _first_process(apart: subprocess.Popen[bytes]) -> int:
    children = Path(f"/proc/{apart.pid}/task/{apart.pid}/children").read_text()
    return int(children.split()[0])
