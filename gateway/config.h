// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a gateway is set up: the configuration file, checked whole, with the command line's options on top.

#include "core/base/error.h"
#include "gateway/server.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::gateway {

using Millis = std::chrono::milliseconds;

struct Limits {
    std::size_t headerBytes = 16UL * 1024; // request line and header fields
    std::size_t bodyBytes = 4UL * 1024 * 1024; // of a request
    std::size_t answerBytes = 32UL * 1024 * 1024; // of an upstream's plain answer
    std::size_t connections = 10'000; // open at once
};

struct Timeouts {
    Millis head{10'000}; // TLS handshake, and a request head once its first byte came
    Millis body{30'000}; // between two pieces of a request body
    Millis idle{75'000}; // between two requests of a connection
    Millis write{30'000}; // a client that takes nothing
    Millis connect{5'000}; // to an upstream, TLS included
    Millis firstByte{120'000}; // from the request sent to the answer's head
    Millis streamIdle{60'000}; // between two pieces of an answer
    Millis drain{30'000}; // what calls in flight are given at shutdown
    Millis stale{30'000}; // a key table older than this refuses every call
};

struct Address {
    std::string host; // textual IP, or "localhost"
    std::uint16_t port = 0;

    [[nodiscard]] std::string text() const; // "127.0.0.1:8787", "[::1]:8787"
};

struct GatewayConfig {
    Address listen{"127.0.0.1", 8787};
    std::string tlsCertificate, tlsKey; // PEM files; both or none
    bool insecurePublic = false; // a public address without TLS is meant
    unsigned threads = 0; // 0: one a core
    Limits limits;
    Timeouts timeouts;
};

// "127.0.0.1:8787", "[::1]:8787", "localhost:8787".
[[nodiscard]] Result<Address> parseAddress(std::string_view text);
// The document of --config. An unknown field is an error with its path. Durations end in "_ms".
[[nodiscard]] Result<GatewayConfig> parseConfig(std::string_view json);
// File and options joined and checked: TLS files in pairs, no public address without TLS unless it is meant.
[[nodiscard]] Result<GatewayConfig> loadConfig(const ServeOptions &options);
[[nodiscard]] Status checkConfig(const GatewayConfig &config);

} // namespace gatehouse::gateway
