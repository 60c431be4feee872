"""Work on a file in a process of its own, with bounds on memory and time: a file made to harm takes only that process with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from namndarkivet.importers.lines import ImportFileError

MEMORY = 1_500_000_000
"""Bytes of address space for one file; a 300-page PDF takes a tenth of it."""
SECONDS = 120
"""Seconds for one file."""

Result = TypeVar("Result")


def bounded(work: Callable[[], Result]) -> Result:
    """What `work` makes. Raises ImportFileError, its own or that of a bound that was reached.

    Where the system cannot fork (Windows) the work is done here, without bounds.
    """
    if sys.platform in {"win32", "emscripten", "darwin"}:
        return work()
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(work, sender), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(SECONDS):
            raise ImportFileError(f"tar mer än {SECONDS} sekunder att läsa och hoppas över; är den hel?")
        try:
            error, result = receiver.recv()
        except (EOFError, OSError):
            raise ImportFileError("går inte att läsa: den är skadad, eller kräver för mycket minne") from None
    finally:
        receiver.close()
        if process.is_alive():
            process.kill()
        process.join()
    if error is not None:
        raise ImportFileError(error)
    made: Result = result
    return made


def _child(work: Callable[[], Result], sender: Connection) -> None:
    import faulthandler  # noqa: PLC0415 - a file that stops this process is told of in words
    import resource  # noqa: PLC0415 - not on every system

    faulthandler.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(2000)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libraries complain on their own
    try:
        sender.send((None, work()))
    except ImportFileError as error:
        sender.send((str(error), None))
    except MemoryError:
        sender.send(("kräver för mycket minne och hoppas över; är den hel?", None))
    except Exception as error:  # noqa: BLE001 - whatever a library thinks of a broken file is one sentence to the reader
        sender.send((f"går inte att läsa; den är skadad eller ovanlig ({type(error).__name__})", None))
    finally:
        sender.close()
        os._exit(0)
