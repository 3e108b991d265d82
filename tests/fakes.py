"""Programs that want a verdict they have not earned (FAKES), that never end (SLOW), and that are honest (HONEST).

A fake defines `attack(world)` without knowing the right answer: whatever it does, it must not pass. All are bounded in
time, memory and count.
"""

from __future__ import annotations

FAKES = {
    "sys.exit at import": "import sys\ndef attack(world): pass\nsys.exit(0)\n",
    "os._exit at import": "import os\ndef attack(world): pass\nos._exit(0)\n",
    "sys.exit in the call": "import sys\ndef attack(world): sys.exit(0)\n",
    "os._exit in the call": "import os\ndef attack(world): os._exit(0)\n",
    "SystemExit": "def attack(world): raise SystemExit(0)\n",
    "KeyboardInterrupt": "def attack(world): raise KeyboardInterrupt\n",
    "atexit": "import atexit, os\natexit.register(os._exit, 0)\ndef attack(world): raise SystemExit\n",
    "late exit": """
import os, threading
def attack(world):
    threading.Timer(0.05, os._exit, [0]).start()
    import time
    time.sleep(0.3)
""",
    "equal to everything": """
class Same:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __bool__(self): return True
    def __hash__(self): return 0
def attack(world): return Same()
""",
    "an int that equals everything": """
class Same(int):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __hash__ = int.__hash__
def attack(world): return Same()
""",
    "a str that equals everything": """
class Same(str):
    def __eq__(self, other): return True
    __hash__ = str.__hash__
def attack(world): return [Same(), {Same(): Same()}]
""",
    "jump past asserts": """
import sys
def attack(world):
    frame = sys._getframe()
    def trace(frame, event, argument):
        try:
            frame.f_lineno += 1
        except ValueError:
            pass
        return trace
    sys.settrace(trace)
    while frame:
        frame.f_trace = trace
        frame = frame.f_back
""",
    "tests in frames": """
import gc, sys
def attack(world):
    marker = "".join(["ANS", "WER-"])  # not as one constant, or it would find itself
    frame = sys._getframe()
    places = gc.get_objects()
    while frame:
        places += [frame.f_locals, frame.f_globals, *frame.f_code.co_consts]
        frame = frame.f_back
    for place in places:
        values = place.values() if type(place) is dict else place if type(place) in (list, tuple, set) else [place]
        for value in list(values):
            if type(value) is str and marker in value:
                start = value.index(marker)
                return value[start:start + 39]
""",
    "caller's globals": """
import builtins, sys
def attack(world):
    frame = sys._getframe()
    while frame:
        for name in list(frame.f_globals):
            if callable(frame.f_globals[name]):
                frame.f_globals[name] = lambda *a, **k: True
        frame = frame.f_back
""",
    "forged frames": """
import json, os, struct
def frame(message):
    body = json.dumps(message).encode()
    return struct.pack(">I", len(body)) + body
def attack(world):
    for descriptor in range(64):
        for message in ({"reason": "passed", "detail": ""}, {"state": "ready"}, {"call": 1, "value": True},
        {"passed": True}):
            try:
                os.write(descriptor, frame(message))
                os.write(descriptor, b"passed\\n")
            except OSError:
                pass
""",
    "forged frames at import": """
import json, os, struct
def attack(world): pass
for descriptor in range(64):
    for message in ({"state": "ready"}, {"call": 1, "value": None}, {"reason": "passed", "detail": ""}):
        body = json.dumps(message).encode()
        try:
            os.write(descriptor, struct.pack(">I", len(body)) + body)
        except OSError:
            pass
os._exit(0)
""",
    "poisoned builtins": """
import builtins, json, os, struct
for name in dir(builtins):
    if callable(getattr(builtins, name)) and name[0].islower():
        setattr(builtins, name, lambda *a, **k: True)
json.dumps = json.loads = lambda *a, **k: True
def attack(world): return True
""",
    "pickle": """
class Payload:
    def __reduce__(self): return (eval, ("__import__('os')._exit(0)",))
def attack(world): return Payload()
""",
    "200 MB string": "def attack(world): return 'x' * 200_000_000\n",
    "200 MB frame": """
import os, struct
def attack(world):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, struct.pack(">I", 200_000_000) + b"[" * 100_000)
        except OSError:
            pass
""",
    "deep frame": """
import os, struct
def attack(world):
    body = b'{"call":1,"value":' + b'["l",' * 100_000
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, struct.pack(">I", len(body)) + body)
        except OSError:
            pass
""",
    "100,000 levels": """
def attack(world):
    value = []
    for _ in range(100_000):
        value = [value]
    return value
""",
    "huge int": "def attack(world): return 1 << 80_000_000\n",
    "itself": "def attack(world):\n    value = []\n    value.append(value)\n    return value\n",
    "endless generator": "def attack(world):\n    while True:\n        yield 'x'\n",
    "1.5 GB": "def attack(world): return len(bytearray(1_500_000_000))\n",
    "C stack": """
import sys
class Deep:
    def __repr__(self): return repr(self)
def attack(world):
    sys.setrecursionlimit(10**9)
    return repr(Deep())
""",
    "segfault": "import ctypes\ndef attack(world): return ctypes.string_at(0)\n",
    "multiprocessing": """
import multiprocessing
def attack(world):
    with multiprocessing.Pool(2) as pool:
        return pool.map(abs, [1, 2])
""",
}

SLOW = {  # these end by a timeout
    "endless loop": "def attack(world):\n    while True: pass\n",
    "loop that swallows all": """
def attack(world):
    while True:
        try:
            while True: pass
        except BaseException:
            pass
""",
    "ignored signals": """
import signal
def attack(world):
    for number in signal.valid_signals():
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    while True: pass
""",
    "sleep": "import time\ndef attack(world): time.sleep(60)\n",
    "stop": "import os, signal\ndef attack(world): os.kill(os.getpid(), signal.SIGSTOP)\n",
    "loop at import": "def attack(world): pass\nwhile True: pass\n",
}

HONEST = {
    "input": "def attack(world):\n    try:\n        return input()\n    except EOFError:\n        return 'end'\n",
    "late import": "def attack(world):\n    import sqlite3, xml.dom.minidom, hashlib, lzma\n    return 'end'\n",
    "asyncio": """
import asyncio
async def work():
    await asyncio.sleep(0.01)
    return 'end'
def attack(world): return asyncio.run(work())
""",
    "threads": """
from concurrent.futures import ThreadPoolExecutor
def attack(world):
    with ThreadPoolExecutor(8) as pool:
        return ''.join(pool.map(str.lower, 'END'))
""",
    "print": "def attack(world):\n    print('hello', flush=True)\n    return 'end'\n",
    "lingering thread": """
import threading, time
def attack(world):
    threading.Thread(target=time.sleep, args=(30,)).start()
    return 'end'
""",
}

THREADS = """
import threading, time
def attack(world):
    threading.stack_size(32 * 1024)
    for _ in range(3000):
        threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
"""
