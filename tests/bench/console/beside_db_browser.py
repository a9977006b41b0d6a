#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
"""The console and DB Browser for SQLite on the same store, both as a person has them: processes started under Xvfb,
real keys and clicks, and the time until what was asked for is on the screen. Beside them the sqlite3 command line.

    beside_db_browser.py CONSOLE STORE     (ROUNDS=5, PICTURES=folder to keep what was on the screen)

Painted: the screen's pixels are looked at every 4 ms (the resolution of every figure). The rows are painted at the
first look at the picture of the list that then stays for half a second, is another one than before, has something in
each of its parts, and none of the cells that DB Browser paints pink while their row is not read. The first frame is
the first look at which the screen is not of one colour. The same rule holds for both programs.

Before each question both are let come to rest: the list stays, and the program has used less than a tenth of a core
for a second; so nothing of what DB Browser counts, or the console reads in the background, is in the next figure.
The programs take turns; the first round is warming up and counts for nothing.

open    process start to rows. DB Browser with `--table interaction`, the console with `--page explorer`
filter  Return, in the column's filter box (`=payments`), in the filter bar (`team:payments`), to the rows
jump    a middle click on the scroll bar at a height, which goes there, to the rows
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple, Optional

sys.dont_write_bytecode = True
from screen import WHOLE, Area, Screen  # noqa: E402 (beside this file, where no cache is wanted)

LOOK_EVERY_S = 0.004
QUIET_S = 0.5
LONGEST_S = 600
# Far from one another: a click on the handle where it already is goes nowhere. The golden section's multiples are.
JUMPS = [(0.5 + 0.618034 * k) % 1 for k in range(1, 6)]
GOAL_FIRST_FRAME_MS = 300
UNREAD = b"\xc8\xc8\xff" # blue, green, red: what DB Browser paints behind a row that is not read


class Program(NamedTuple):
    name: str
    command: list
    rows: Area # without the heads of columns and the scroll bars, and where no list of completions opens
    filter_box: tuple
    filter: str
    scroll_bar: tuple # x, and between which heights
    asks: Optional[tuple] # where a question may come up after opening


def programs(console, store):
    return [
        Program("console", [console, "--store", store, "--page", "explorer", "--size", "1280x800"],
                Area(420, 214, 840, 740), (600, 61), "team:{}", (854, 157, 740), None),
        Program("db browser", ["sqlitebrowser", "--read-only", "--table", "interaction", store],
                Area(140, 200, 470, 660), (433, 181), "={}", (514, 158, 650), (500, 315)),
    ]


# The letters decide how wide columns are, and so where the filter's box is.
FONTS = """<fontconfig><alias binding="same"><family>sans-serif</family>
<prefer><family>Noto Sans</family></prefer></alias></fontconfig>
"""


def one_colour(lines):
    return all(line == lines[0][:4] * (len(line) // 4) for line in lines)


def has_rows(lines):
    """Something in each quarter, nothing unread."""
    quarter = len(lines) // 4
    parts = [lines[at:at + quarter] for at in range(0, 4 * quarter, quarter)]
    unread = (UNREAD + lines[0][3:4]) * 4
    return not any(one_colour(part) for part in parts) and not any(unread in line for line in lines)


class Run:
    """One program, from its start to its end."""

    def __init__(self, screen, program, home):
        self._screen, self._program = screen, program
        self._pictures = os.environ.get("PICTURES")
        environment = {
            "PATH": os.environ["PATH"], "DISPLAY": screen.display, "LANG": "C.UTF-8", "HOME": home,
            "XDG_RUNTIME_DIR": home, "QT_STYLE_OVERRIDE": "fusion"}
        fonts = os.path.join(home, ".config", "fontconfig")
        os.makedirs(fonts)
        with open(os.path.join(fonts, "fonts.conf"), "w", encoding="utf-8") as file:
            file.write(FONTS)
        while not one_colour(screen.lines(WHOLE, 20)): # what the last program left
            time.sleep(LOOK_EVERY_S)
        self._before = screen.lines(program.rows)
        self._since = time.perf_counter()
        self._process = subprocess.Popen(
            program.command, env=environment, start_new_session=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def end(self):
        """The console's own gateway ends with it, and must be gone before the next one wants its port."""
        self._process.terminate()
        self._process.wait()
        try:
            while True:
                os.killpg(self._process.pid, 0)
                time.sleep(0.05)
        except ProcessLookupError:
            pass

    def first_frame(self):
        while one_colour(self._screen.lines(WHOLE, 20)):
            self._check("nothing on the screen", self._since)
            time.sleep(LOOK_EVERY_S)
        return 1000 * (time.perf_counter() - self._since)

    def opened(self):
        return self._painted("open", self._since)

    def filtered(self, team):
        x, y = self._program.filter_box
        self._screen.do(f"mousemove {x} {y} click 1 key --delay 0 ctrl+a")
        self._rest()
        self._screen.do(f"type --delay 0 {self._program.filter.format(team)}")
        time.sleep(0.1) # both wait longer than that for the next letter before they filter by themselves
        return self._painted("filter", self._screen.do("key --delay 0 Return"))

    def jumped(self, share):
        x, top, bottom = self._program.scroll_bar
        self._rest()
        return self._painted("jump", self._screen.do(f"mousemove {x} {top + int(share * (bottom - top))} click 2"))

    def answer_question(self):
        """DB Browser reads the table it was told to show twice, and may ask whether the second ends the first. Keys go
        where the pointer is; without a question, Return does nothing there."""
        if self._program.asks:
            self._rest()
            self._screen.do("mousemove {} {} sleep 0.2 key --delay 0 Return".format(*self._program.asks))

    def _painted(self, what, since):
        seen, changed = None, since
        while True:
            lines = self._screen.lines(self._program.rows)
            now = time.perf_counter()
            if lines != seen:
                seen, changed = lines, now
            elif now - changed > QUIET_S and lines != self._before and has_rows(lines):
                break
            self._check(f"no rows after {what}", since)
            time.sleep(LOOK_EVERY_S)
        self._before = seen
        self._save(what)
        return 1000 * (changed - since)

    def _save(self, what):
        if self._pictures:
            name = f"{self._program.name}-{what}.ppm".replace(" ", "_")
            self._screen.save(os.path.join(self._pictures, name))

    def _rest(self):
        since = time.perf_counter()
        while True:
            ticks, lines = self._ticks(), self._screen.lines(self._program.rows)
            time.sleep(1)
            self._before = self._screen.lines(self._program.rows)
            if lines == self._before and self._ticks() - ticks < os.sysconf("SC_CLK_TCK") / 10:
                return
            self._check("no rest", since)

    def _ticks(self):
        with open(f"/proc/{self._process.pid}/stat", encoding="utf-8") as file:
            fields = file.read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def _check(self, trouble, since):
        if self._process.poll() is not None or time.perf_counter() - since > LONGEST_S:
            self._save("trouble")
            raise RuntimeError(f"{self._program.name}: {trouble}")


def ask(store, sql):
    """The sqlite3 command line, process start to end, in milliseconds; and what it said."""
    since = time.perf_counter()
    answer = subprocess.run(
        ["sqlite3", "-readonly", store, sql], check=True, stdout=subprocess.PIPE).stdout
    return 1000 * (time.perf_counter() - since), answer.decode(errors="replace") # ids are bytes


def measure(screen, program, teams, times):
    with tempfile.TemporaryDirectory() as home:
        run = Run(screen, program, home)
        try:
            times.setdefault("start_to_first_frame", []).append(run.first_frame())
            times.setdefault("start_to_rows", []).append(run.opened())
            run.answer_question()
            times.setdefault("jump_to_rows", []).extend(run.jumped(share) for share in JUMPS)
            run.jumped(0)
            times.setdefault("filter_to_rows", []).extend(run.filtered(team) for team in teams)
        finally:
            run.end()


def measure_command_line(store, teams, rows, times):
    page = "SELECT * FROM interaction {} LIMIT 20"
    times.setdefault("start_to_rows", []).append(ask(store, page.format("ORDER BY id DESC"))[0])
    for share in JUMPS:
        times.setdefault("jump_to_rows", []).append(
            ask(store, page.format("ORDER BY id DESC") + f" OFFSET {int(share * rows)}")[0])
    for team in teams:
        times.setdefault("filter_to_rows", []).append(
            ask(store, page.format(f"WHERE team = '{team}' ORDER BY id DESC"))[0])


def at(share, ms):
    return sorted(ms)[int((len(ms) - 1) * share)]


def line(figure, ms, against=None, limit=None):
    said = {"figure": figure, "p50_ms": at(0.5, ms), "p95_ms": at(0.95, ms), "worst_ms": max(ms), "runs": len(ms)}
    if figure == "start_to_first_frame":
        said["goal_ms"] = GOAL_FIRST_FRAME_MS
    if limit:
        said.update({"against": against, "limit_ms": at(0.5, limit), "ratio": at(0.5, ms) / at(0.5, limit)})
    print(json.dumps({key: round(value, 2) if isinstance(value, float) else value for key, value in said.items()},
                     separators=(",", ":")), flush=True)


def take_turns(screen, shown, store, times):
    """One round. A program that does not do as it is told is left out from then on; the console must."""
    teams = ask(store, "SELECT team FROM interaction GROUP BY team ORDER BY count(*) DESC LIMIT 3")[1].split()
    rows = int(ask(store, "SELECT count(*) FROM interaction")[1])
    for program in list(shown):
        try:
            measure(screen, program, teams, times.setdefault(program.name, {}))
        except RuntimeError as trouble:
            if program.name == "console":
                raise
            print(f"{trouble}; it is left out", file=sys.stderr)
            shown.remove(program)
            del times[program.name]
    measure_command_line(store, teams, rows, times.setdefault("sqlite3", {}))


def report(ours, others):
    for figure, ms in ours.items():
        beside = [(name, theirs[figure]) for name, theirs in others.items() if figure in theirs]
        for name, limit in beside or [(None, None)]:
            line(figure, ms, name, limit)


def main(console, store):
    shown = [program for program in programs(console, store) if shutil.which(program.command[0])]
    times = {}
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        try:
            take_turns(screen, shown, store, {}) # warming up
            for _ in range(int(os.environ.get("ROUNDS", "5"))):
                take_turns(screen, shown, store, times)
        finally:
            screen.close()
    ours = times.pop("console")
    report(ours, times)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
