# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
"""A screen whose pixels can be read without asking anybody: Xvfb keeps them in a file, which is mapped here, so that
looking costs the display server and the program that is watched nothing. Keys and the mouse are xdotool's."""

import mmap
import os
import struct
import subprocess
import time
from typing import NamedTuple

WIDTH, HEIGHT = 1280, 800


class Area(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int


WHOLE = Area(0, 0, WIDTH, HEIGHT)


class Screen:
    def __init__(self, folder):
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-br", "-nocursor", "-screen", "0", f"{WIDTH}x{HEIGHT}x24",
             "-fbdir", folder, "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            self.display = ":" + number.readline().strip()
        self._file = os.path.join(folder, "Xvfb_screen0")
        self._pixels = self._mapped()
        # The head of an XWD file says how long it is itself, and how many colours of 12 bytes follow it.
        head = struct.unpack(">25I", self._pixels[:100])
        self._first, self._line = head[0] + 12 * head[19], head[12]
        self._hands = subprocess.Popen(
            ["xdotool", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, bufsize=1,
            env={**os.environ, "DISPLAY": self.display})

    def _mapped(self):
        with open(self._file, "rb") as file:
            return mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)

    def close(self):
        self._hands.stdin.close()
        self._hands.wait()
        self._server.terminate()
        self._server.wait()

    def lines(self, area, step=3):
        """Every third line of an area, four bytes a pixel: enough to see any letter that comes or goes."""
        pixels = self._pixels
        start = self._first + 4 * area.left
        length = 4 * (area.right - area.left)
        return [pixels[at:at + length] for at in
                range(start + area.top * self._line, start + area.bottom * self._line, step * self._line)]

    def save(self, path):
        """The whole screen as a picture, for a reader who wants to see what was measured."""
        with open(path, "wb") as file:
            file.write(b"P6 %d %d 255\n" % (WIDTH, HEIGHT))
            for line in self.lines(WHOLE, 1):
                rgb = bytearray(3 * WIDTH)
                rgb[0::3], rgb[1::3], rgb[2::3] = line[2::4], line[1::4], line[0::4]
                file.write(rgb)

    def do(self, command):
        """One xdotool command; returns the moment it was handed over. Reaches the program within a millisecond."""
        since = time.perf_counter()
        self._hands.stdin.write(command + "\n")
        return since
