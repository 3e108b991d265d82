"""Programs that try to get out of the sandbox, each bounded in time, memory and count, on this machine alone.

Each is the body of `attack(world)`, which tries what must be refused and returns the names of what it got away with.
The world holds the paths, ports and process ids that are to be attacked.
"""

from __future__ import annotations

PRELUDE = """
import os, socket, sys
def tries(**attempts):
    gained = []
    for name, attempt in attempts.items():
        try:
            attempt()
        except Exception:
            continue
        gained.append(name)
    return gained
def attack(world):
"""

_SYSTEM_CALLS = """
    import ctypes, platform
    libc = ctypes.CDLL(None, use_errno=True)
    names = ("ptrace unshare setns mount umount2 pivot_root chroot bpf perf_event_open keyctl "
             "add_key userfaultfd memfd_create "
             "io_uring_setup process_vm_readv pidfd_open socket chmod symlinkat unlinkat renameat2 "
             "mknodat execveat prctl "
             "sched_setaffinity open_by_handle_at init_module shmget msgget semget kcmp personality "
             "setuid fork vfork").split()
    x86 = [101, 272, 308, 165, 166, 155, 161, 321, 298, 250, 248, 323, 319, 425, 310, 434, 41, 90, 266, 263, 316,
           259, 322,
           157, 203, 304, 175, 29, 68, 64, 312, 135, 105, 57, 58]
    arm = [117, 97, 268, 40, 39, 41, 51, 280, 241, 219, 217, 282, 279, 425, 270, 434, 198, 52, 36, 35, 276, 33, 281,
           167, 122, 265, 105, 194, 186, 190, 272, 92, 146, 220, 220]
    numbers = x86 if platform.machine() == "x86_64" else arm
    gained = []
    for name, number in zip(names, numbers):
        result = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(0)] * 6)
        if name in ("fork", "vfork") and result == 0:
            os._exit(0)
        if result != -1 or ctypes.get_errno() != 1:
            gained.append(f"{name} {ctypes.get_errno()}")
    return gained
"""

CONTAINED = {
    "fork": """
    for _ in range(100):
        try:
            if os.fork() == 0:
                import time
                time.sleep(20)
                os._exit(0)
        except OSError:
            continue
        return ["fork"]
    return []
""",
    "double fork": """
    import time
    try:
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(20)
            os._exit(0)
    except OSError:
        return []
    return ["orphan"]
""",
    "tcp": """
    return tries(
        connect=lambda: socket.create_connection(("127.0.0.1", world["tcp"]), timeout=1),
        listen=lambda: socket.create_server(("127.0.0.1", 0)),
    )
""",
    "udp": """
    return tries(send=lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1",
    world["udp"])))
""",
    "unix sockets": """
    def pointed(address):
        one, two = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        one.sendto(b"x", address)
    def pair(address):
        one, two = socket.socketpair()
        one.sendto(b"x", address)
    return tries(
        path=lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect(world["path"]),
        abstract=lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).connect(world["abstract"]),
        datagram=lambda: pointed(world["path"]), pair=lambda: pair(world["path"]),
        netlink=lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0),
    )
""",
    "descriptor passing": """
    one, two = socket.socketpair()
    return tries(send=lambda: socket.send_fds(one, [b"x"], [0]), receive=lambda: socket.recv_fds(two, 1, 1))
""",
    "changing files": """
    secret, folder = world["secret"], world["folder"]
    inside = os.path.join(folder, "new")
    return tries(
        unlink=lambda: os.unlink(secret), overwrite=lambda: open(secret, "w"), append=lambda: open(secret, "a"),
        update=lambda: open(secret, "r+"), create=lambda: open(inside, "x"), chmod=lambda: os.chmod(secret, 0o777),
        symlink=lambda: os.symlink(secret, inside), link=lambda: os.link(secret, inside),
        mkdir=lambda: os.mkdir(inside),
        rename=lambda: os.rename(secret, inside), truncate=lambda: os.truncate(secret, 0),
        utime=lambda: os.utime(secret),
        rmdir=lambda: os.rmdir(folder), mkfifo=lambda: os.mkfifo(inside), chown=lambda: os.chown(secret, 0, 0),
        setxattr=lambda: os.setxattr(secret, "user.x", b"x"),
    )
""",
    "reading files": """
    import glob
    secret = world["secret"]
    return tries(
        secret=lambda: open(secret).read(), folder=lambda: os.listdir(world["folder"]),
        passwd=lambda: open("/etc/passwd").read(),
        up=lambda: open("/proc/self/root" + secret).read(), programs=lambda: os.listdir("/usr/bin"),
        home=lambda: os.listdir("/home"),
        tests=lambda: open(world["tests"]).read(), maps=lambda: open("/proc/self/maps").read(),
        processes=lambda: os.listdir("/proc"), packages=lambda: __import__("click"),
        sandbox=lambda: __import__("autonas.errors"),
    )
""",
    "environment": """
    leaked = [name for name, value in os.environ.items() if "canary" in name.lower() or "canary" in value]
    return leaked + tries(
        harness=lambda: open(f"/proc/{world['pid']}/environ", "rb").read(),
        parent=lambda: open(f"/proc/{os.getppid()}/environ", "rb").read(),
        own=lambda: open("/proc/self/environ", "rb").read(),
    )
""",
    "signals": """
    import signal
    harmless = signal.SIGWINCH
    return tries(
        harness=lambda: os.kill(world["pid"], harmless), parent=lambda: os.kill(os.getppid(), harmless),
        group=lambda: os.kill(0, harmless), everybody=lambda: os.kill(-1, harmless), first=lambda: os.kill(1,
        harmless),
        session=lambda: os.killpg(os.getppid(), harmless),
        owner=lambda: __import__("fcntl").fcntl(3, 8, world["pid"]),  # F_SETOWN: who gets a descriptor's signals
    )
""",
    "memory of others": """
    return tries(
        harness=lambda: open(f"/proc/{world['pid']}/mem", "rb"), parent=lambda: open(f"/proc/{os.getppid()}/mem",
        "rb"),
        maps=lambda: open(f"/proc/{world['pid']}/maps"), own=lambda: open("/proc/self/mem", "r+b"),
    )
""",
    "60 MB of output": """
    for _ in range(60):
        print("x" * (1 << 20))
        sys.stderr.write("y" * 1000)
        os.write(1, b"z" * 1000)
    return []
""",
    "disk": """
    def fill(folder):
        with open(os.path.join(folder, "autonas-fill"), "wb") as file:
            for _ in range(16):
                file.write(bytes(1 << 20))
    import tempfile
    return tries(**{place: (lambda place=place: fill(place)) for place in ("/tmp", "/dev/shm", "/var/tmp", ".",
    world["folder"])},
                 temporary=lambda: tempfile.TemporaryFile(), unnamed=lambda: os.open("/tmp",
                 os.O_TMPFILE | os.O_RDWR))
""",
    "memfd": """
    return tries(memfd=lambda: os.ftruncate(os.memfd_create("x"), 1 << 30))
""",
    "exec": """
    import subprocess
    return tries(
        exec=lambda: os.execv("/bin/true", ["true"]), python=lambda: os.execv(sys.executable, [sys.executable, "-V"]),
        spawn=lambda: os.posix_spawn("/bin/true", ["true"], {}), system=lambda: subprocess.run(["/bin/true"]),
        shell=lambda: 1 / (os.system("true") == 0), pipe=lambda: os.popen("true").close(),
    )
""",
    "system calls": _SYSTEM_CALLS,
    "descriptors": """
    import stat
    gained = []
    for descriptor in range(256):
        try:
            mode = os.fstat(descriptor).st_mode
        except OSError:
            continue
        if descriptor > 2 and not stat.S_ISSOCK(mode) or descriptor <= 2 and not stat.S_ISCHR(mode):
            gained.append(f"{descriptor} {mode:o}")
        if stat.S_ISSOCK(mode):
            gained.append("socket")
    return gained[gained.index("socket") + 1:] if gained.count("socket") == 1 else gained  # the channel is known
""",
    "priority and limits": """
    import resource
    everything = (resource.RLIM_INFINITY,) * 2
    return tries(
        renice=lambda: os.nice(-5), slower=lambda: os.nice(1), priority=lambda: os.setpriority(os.PRIO_PROCESS,
        0, -5),
        cpu=lambda: resource.setrlimit(resource.RLIMIT_CPU, everything),
        memory=lambda: resource.setrlimit(resource.RLIMIT_AS, everything),
        files=lambda: resource.prlimit(world["pid"], resource.RLIMIT_NOFILE, (64, 64)),
        affinity=lambda: os.sched_setaffinity(0, {0}), terminal=lambda: open("/dev/tty", "w"),
        identity=lambda: os.setuid(1), group=lambda: os.setgroups([1]), session=lambda: os.setpgid(0, 0),
    )
""",
}
