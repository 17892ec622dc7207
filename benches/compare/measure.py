"""Runs programs in turn and says how long they took and how much memory. The scripts beside this file share it."""

import json
import os
import platform
import shlex
import shutil
import statistics
import subprocess
import tempfile
import time


class Failed(Exception):
    """A program ended with a code that it should not end with."""


def run(command, codes=(0,), stdout=subprocess.DEVNULL):
    """Seconds that one process took, its output going nowhere."""
    start = time.perf_counter()
    code = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.DEVNULL).returncode
    took = time.perf_counter() - start
    if code not in codes:
        raise Failed(f"{shlex.join(command)[:100]} ended with {code}")
    return took


def output(command, codes=(0,)):
    """What a program writes."""
    with tempfile.TemporaryFile() as file:
        run(command, codes, file)
        file.seek(0)
        return file.read()


def peak(command, codes=(0,)):
    """The most memory, in KiB, that a process or one of its children took.

    What Python itself takes counts for a process that it starts; so GNU time starts it, which takes two MiB, if it is there.
    """
    with tempfile.NamedTemporaryFile("r") as told:
        if gnu_time():
            run([gnu_time(), "--quiet", "--format=%M", f"--output={told.name}", *command], codes)
            return int(told.read())
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        raise Failed(f"{shlex.join(command)[:100]} ended with {process.returncode}")
    return usage.ru_maxrss


def gnu_time():
    """The path of GNU time; nothing where there is none, or another one."""
    path = shutil.which("time")
    if path and b"GNU" in subprocess.run([path, "--version"], capture_output=True).stdout:
        return path
    return None


def alternate(commands, runs, codes=(0,)):
    """The seconds of each command, `runs` times each, in turn, so that a busy machine is busy for all.

    A run of each that is not counted comes first: it fills the cache of files, and ends all where a program fails.
    """
    timer = hyperfine if shutil.which("hyperfine") else run
    for command in commands.values():
        run(command, codes)
    times = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(timer(command, codes))
    return times


def hyperfine(command, codes=(0,)):
    """Seconds that one process took, as hyperfine measures it."""
    with tempfile.NamedTemporaryFile("r") as told:
        arguments = ["hyperfine", "--shell=none", "--ignore-failure", "--style=none", "--runs=1", f"--export-json={told.name}"]
        subprocess.run([*arguments, shlex.join(command)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        result = json.load(told)["results"][0]
    if result["exit_codes"][0] not in codes:
        raise Failed(f"{shlex.join(command)[:100]} ended with {result['exit_codes'][0]}")
    return result["times"][0]


def ratios(above, below):
    """The ratio of each pair of neighbouring runs."""
    return [a / b for a, b in zip(above, below)]


def spread(values, form):
    """The median of some figures, and the smallest and the largest."""
    return form(statistics.median(values)), f"{form(min(values))} – {form(max(values))}"


def wait_for_idle(seconds):
    """Waits until others leave most of the machine alone, but no longer than so many seconds; gives the load then."""
    deadline = time.time() + seconds
    while others() > 0.1 * (os.cpu_count() or 1) and time.time() < deadline:
        time.sleep(1)
    return os.getloadavg()[0]


def others(seconds=0.5):
    """How many cores other programs keep busy at the moment."""
    if not os.path.exists("/proc/stat"):
        return os.getloadavg()[0]
    idle, total = ticks()
    time.sleep(seconds)
    idle, total = [now - then for now, then in zip(ticks(), (idle, total))]
    return (os.cpu_count() or 1) * (1 - idle / total) if total else 0


def ticks():
    """How long all cores together have been idle, and how long they have been there."""
    with open("/proc/stat") as file:
        fields = [int(field) for field in file.readline().split()[1:]]
    return fields[3] + fields[4], sum(fields[:8])


def machine():
    """What the figures are of, in a line."""
    model, memory = platform.processor() or platform.machine(), ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), model)
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    return f"{platform.system()} {platform.machine()}, {model}, {os.cpu_count()} cores{memory}"
