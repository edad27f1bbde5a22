"""The command line: one module a verb. Results on stdout, progress and errors on stderr, no traceback ever."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from reportgen.cli.replay import replayed


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exit codes are those of the errors (0 done, 1 findings, 2 usage, 3 to 7 errors).

    What is imported for all commands stands in `commands`: a run that need not be done again imports none of it.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins costs 20 ms, and there are none
    # A run makes many small values that live to its end: looking for cycles among them takes a tenth of it.
    gc.set_threshold(10_000_000)
    atexit.register(gc.freeze)  # what lives to the end goes with the process: a last search for cycles costs 60 ms
    # Windows consoles may have an encoding without Arabic or Chinese.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else arguments
    try:
        exit_code = replayed(given)
        if exit_code is None:
            from reportgen.cli.commands import reportgen

            reportgen.main(args=given, prog_name="reportgen", standalone_mode=False)
        sys.stdout.flush()
    except Exception as error:
        from reportgen.cli.endings import end_after

        exit_code = end_after(error)
    sys.exit(exit_code)
