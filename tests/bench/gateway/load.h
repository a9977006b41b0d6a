// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The clients of the gateway's bench: calls at a fixed rate, many streams at once, connections that just
// stay. Each prints one JSON line of what it saw; `scripts/bench_gateway.sh` compares the lines of one run.

#include <cstdint>
#include <string>

namespace gatehouse::bench {

struct LoadTarget {
    std::uint16_t port = 0; // of 127.0.0.1
    std::string headFile; // further header fields, each ended by CRLF; "": none
    std::string body; // of each call
};

struct PacedLoad {
    LoadTarget target;
    double perSecond = 0; // calls that begin, whatever became of those before
    double seconds = 0;
    int connections = 0;
};

// Latencies count from the moment a call was due, so that a server that stalls can't hide it.
// {"calls","failed","p50_us","p99_us","p999_us"}; exit status 1 when a call failed.
int runPaced(const PacedLoad &load);

struct StreamLoad {
    LoadTarget target;
    std::uint16_t upstreamPort = 0; // where the streams' own source listens
    int streams = 0;
    int chunks = 0; // of each stream
    double millisBetween = 0; // chunks of a stream
    std::uint64_t memoryOf = 0; // a process whose resident memory is read before and at the height; 0: none
};

// The source and the clients are one process with one clock. A chunk's delay runs from its sending at the
// source to the arrival of the bytes that came next at the client: what a proxy holds back to judge it does
// not count, waiting does.
// {"pieces","delay_p50_us","delay_p99_us","held_back_mean_bytes","kib_a_stream"}
int runStreams(const StreamLoad &load);

struct IdleLoad {
    LoadTarget target;
    int connections = 0;
    std::uint64_t memoryOf = 0;
};

// Opens connections, each of which has asked /healthz once. {"connections","kib_a_connection"}
int runIdle(const IdleLoad &load);

// Median and 99th percentile of writing 8 KiB to a file of the folder and having it on the disk.
// {"p50_us","p99_us"}
int runCommits(const std::string &folder);

} // namespace gatehouse::bench
