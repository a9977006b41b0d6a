// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The gateway as the command line starts it: one call that serves until it is told to stop.

#include "core/base/error.h"

#include <string>

namespace gatehouse::gateway {

// What `gatehouse serve` was given. An empty text means "not given": the configuration file, then the
// default, decides.
struct ServeOptions {
    std::string store; // location, already resolved (defaultStoreLocation() when nothing was named); made
                       // when missing
    std::string configFile; // --config
    std::string listen; // --listen, "127.0.0.1:8787"; port 0 takes any free one
    std::string metricsListen; // --metrics-listen
    std::string tlsCertificate; // --tls-cert, PEM chain
    std::string tlsKey; // --tls-key, PEM
    std::string durability; // --durability, "strict" or "grouped"
    bool insecurePublic = false; // --insecure-public: a public address without TLS
    bool exitWithParent = false; // --exit-with-parent: stop when standard input closes
};

// Serves until SIGTERM, SIGINT, or the closing of standard input with exitWithParent; then drains and returns
// 0. Prints one line {"listening":"127.0.0.1:8787"}, with "metrics" where it listens for those
// too, on standard output once calls are accepted. Logs go to
// standard error. Blocks SIGTERM and SIGINT in the calling thread, so call it from main's thread, before
// other threads start. Errors: InvalidInput (options or configuration file; exit status 2), Unreachable
// (address taken, store; exit status 3), Conflict (another gateway has this store; exit status 3),
// Unsupported or Corrupt (store; exit status 3).
[[nodiscard]] Result<int> serve(const ServeOptions &options);

} // namespace gatehouse::gateway
