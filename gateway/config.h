// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How a gateway is set up: the configuration file, checked whole, with the command line's options on top.

#include "core/base/error.h"
#include "core/base/ip_network.h"
#include "core/policy/verdict.h"
#include "gateway/server.h"
#include "gateway/upstream/address_guard.h"
#include "gateway/upstream/target_health.h"
#include "store/local_journal.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::gateway {

using Millis = std::chrono::milliseconds;

struct Limits {
    std::size_t headerBytes = 16UL * 1024; // request line and header fields
    std::size_t bodyBytes = 4UL * 1024 * 1024; // of a request
    std::size_t answerBytes = 32UL * 1024 * 1024; // of an upstream's plain answer
    std::size_t streamBytes = 256UL * 1024 * 1024; // of an upstream's streamed answer
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

// Somebody who is told of calls that were not simply allowed.
struct AlertConfig {
    enum class Kind { Webhook, Syslog, Ocsf };
    Kind kind = Kind::Webhook;
    std::string name; // in logs and figures; unique
    Severity least = Severity::High; // what is less severe is not told
    std::string url; // of a webhook, or of an OCSF collector
    std::string tokenFile; // sent as a bearer token to `url`; "" for none
    std::string file; // OCSF events are appended to it
    std::string address; // "udp://host:514", "tcp://host:601", "unix:/dev/log"
    int attempts = 8; // then an alert is dead
    Millis retryPause{250}; // before the second attempt; each pause is twice the last
};

// Whose tokens name end users: issuer, audience and one of file and URL, or none of them.
struct UserTokens {
    std::string issuer, audience;
    std::string jwksFile; // the issuer's public keys, a JWK set
    std::string jwksUrl = {}; // where the issuer publishes them
    Millis retry{30'000}; // at least, between two readings because a token names an unknown key

    [[nodiscard]] bool empty() const
    {
        return issuer.empty() && audience.empty() && jwksFile.empty() && jwksUrl.empty();
    }
};

// How an answer and its record follow each other.
struct Durability {
    bool grouped = false; // an answer need not wait until its record is durable
    Millis window{20}; // unless a record handed over this long ago still is not; only of `grouped`
};

struct GatewayConfig {
    Address listen{"127.0.0.1", 8787};
    std::string tlsCertificate, tlsKey; // PEM files; both or none
    bool insecurePublic = false; // a public address without TLS is meant
    unsigned threads = 0; // 0: one a core
    Limits limits;
    Timeouts timeouts;
    CircuitLimits circuit;
    // Private networks a webhook may be in; without a list only this machine.
    std::vector<IpNetwork> webhookNetworks = loopbackNetworks();
    store::LocalJournalOptions journal;
    Durability durability;
    std::optional<Address> metricsListen; // nothing: no listener for metrics
    bool logJson = false; // the log as JSON lines
    std::string tracesEndpoint; // URL of an OTLP/HTTP collector; "" for none
    std::vector<AlertConfig> alerts;
    UserTokens users;
};

// "127.0.0.1:8787", "[::1]:8787", "localhost:8787".
[[nodiscard]] Result<Address> parseAddress(std::string_view text);
// The document of --config. An unknown field is an error with its path. Durations end in "_ms".
[[nodiscard]] Result<GatewayConfig> parseConfig(std::string_view json);
// File and options joined and checked: TLS files in pairs, no public address without TLS unless it is meant.
[[nodiscard]] Result<GatewayConfig> loadConfig(const ServeOptions &options);
[[nodiscard]] Status checkConfig(const GatewayConfig &config);

} // namespace gatehouse::gateway
