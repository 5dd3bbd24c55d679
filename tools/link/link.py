"""
A link in user space between two TUN devices: delay, jitter, loss, rate and cuts, where the kernel has no netem.

Python, because opening a TUN device takes an ioctl, which Node does not offer; Debian's own python3 is enough.
tools/link/link.ts starts it, gives the devices their namespaces, and is the way to use it.

usage: link.py DEVICE_A DEVICE_B SEED

Says {"ready": true} when both devices are there. Then each line of JSON on standard input is one request, answered by
one line with the counts since the start: {"set": {...}, "direction": "aToB" | "bToA" (absent: both)}. Ends when
standard input does; the devices go with it.
"""

import fcntl
import heapq
import json
import os
import random
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
# No packet is longer: the devices' MTU is 1500.
LONGEST = 2048
# Above what it joins: started as root, Chromium puts itself at -8, and what waits here counts as the line's delay.
NICENESS = -12


class Way:
    """One direction. A packet is lost or not, waits for the packets before it, and is then on its way."""

    def __init__(self, source, target, seed):
        self.source = source
        self.target = target
        self.random = random.Random(seed)
        self.settings = {"delayMs": 0, "jitterMs": 0, "lossRatio": 0, "rateKbps": None, "queueMs": 200, "cut": False}
        self.free_at = 0.0
        self.last_due = 0.0
        self.cuts = 0
        self.counts = {"came": 0, "passed": 0, "passedBytes": 0, "passedMs": 0.0, "lost": 0, "overflowed": 0, "cut": 0}

    def set(self, settings):
        self.settings.update(settings)
        if settings.get("cut"):
            # What is under way is gone, too.
            self.cuts += 1
        if "rateKbps" in settings:
            self.free_at = 0.0

    def due(self, size, now):
        """When a packet that comes now leaves at the other end; None: never."""
        s = self.settings
        self.counts["came"] += 1
        if s["cut"]:
            self.counts["cut"] += 1
            return None
        if self.random.random() < s["lossRatio"]:
            self.counts["lost"] += 1
            return None
        sent_at = now
        if s["rateKbps"] is not None:
            begin = max(now, self.free_at)
            if begin - now > s["queueMs"] / 1000:
                self.counts["overflowed"] += 1
                return None
            sent_at = begin + size * 8 / (s["rateKbps"] * 1000)
            self.free_at = sent_at
        jitter = self.random.uniform(-s["jitterMs"], s["jitterMs"])
        # Jitter does not reorder: on one access line a packet does not overtake another.
        self.last_due = max(self.last_due, sent_at + max(0, s["delayMs"] + jitter) / 1000)
        return self.last_due


def open_tun(name):
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def say(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main():
    os.setpriority(os.PRIO_PROCESS, 0, NICENESS)
    a, b = open_tun(sys.argv[1]), open_tun(sys.argv[2])
    seed = int(sys.argv[3])
    ways = {"aToB": Way(a, b, seed), "bToA": Way(b, a, seed + 1)}
    on_the_way = []
    number = 0
    asked = b""
    say({"ready": True})
    while True:
        wait = max(0, on_the_way[0][0] - time.monotonic()) if on_the_way else None
        readable, _, _ = select.select([a, b, 0], [], [], wait)

        if 0 in readable:
            read = os.read(0, 65536)
            if not read:
                return
            *lines, asked = (asked + read).split(b"\n")
            for line in lines:
                request = json.loads(line)
                for name, way in ways.items():
                    if request.get("direction", name) == name:
                        way.set(request.get("set", {}))
                say({name: way.counts for name, way in ways.items()})

        for way in ways.values():
            while way.source in readable:
                try:
                    packet = os.read(way.source, LONGEST)
                except OSError:
                    # Nothing more is there, or the device is not up yet.
                    break
                came_at = time.monotonic()
                due = way.due(len(packet), came_at)
                if due is not None:
                    number += 1
                    heapq.heappush(on_the_way, (due, number, came_at, way.cuts, way, packet))

        now = time.monotonic()
        while on_the_way and on_the_way[0][0] <= now:
            _, _, came_at, cuts, way, packet = heapq.heappop(on_the_way)
            if cuts != way.cuts:
                way.counts["cut"] += 1
                continue
            try:
                os.write(way.target, packet)
            except OSError:
                # The device is down, or its queue is full.
                way.counts["overflowed"] += 1
                continue
            way.counts["passed"] += 1
            way.counts["passedBytes"] += len(packet)
            way.counts["passedMs"] += (time.monotonic() - came_at) * 1000


main()
