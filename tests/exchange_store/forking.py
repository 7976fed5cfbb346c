"""Runs `./run` commands in fresh processes without paying for Django's start each time.

Reads one command per line, as JSON; forks a process for it, writes its process id, and when it has ended its exit
status. A command may be told at which statement to the database it is killed. Started as `./run` would do.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import django
from django.core.management import execute_from_command_line
from django.db import connection


def main() -> None:
    django.setup()
    for line in sys.stdin:
        argv, out, last_statement = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(argv, Path(out), last_statement)
        _say(child)
        _pid, status = os.waitpid(child, 0)
        _say(os.waitstatus_to_exitcode(status))


def _become(argv: list[str], out: Path, last_statement: int) -> None:
    """The command itself; what it says goes to a file, and how many statements it took beside it."""
    with out.open("wb") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    counting, code = Counting(last_statement), 0
    try:
        with connection.execute_wrapper(counting):
            execute_from_command_line(["./run", *argv])
    except SystemExit as ended:
        code = int(ended.code or 0)
    out.with_suffix(".count").write_text(str(counting.statements))
    sys.stdout.flush()
    os._exit(code)


@dataclass(slots=True)
class Counting:
    """Counts the statements, and kills its own process outright after the last one that was allowed."""

    last: int
    statements: int = 0

    def __call__(
        self, execute: Callable[..., object], sql: str, params: object, many: bool, context: dict[str, object]
    ) -> object:
        answer = execute(sql, params, many, context)
        self.statements += 1
        if self.statements == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer


def _say(number: int) -> None:
    print(number, flush=True)


if __name__ == "__main__":
    main()
