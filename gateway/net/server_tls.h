// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The listener's certificate, exchanged while it runs: handshakes take the newest, connections keep theirs.

#include "core/base/time.h"
#include "gateway/net/tls.h"

#include <atomic>
#include <ctime>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::gateway {

class ServerTls {
public:
    // Errors as of serverTls().
    [[nodiscard]] static Result<std::unique_ptr<ServerTls>> open(
        std::string certificateFile, std::string keyFile);

    [[nodiscard]] std::shared_ptr<SSL_CTX> current() const { return m_current.load(); }
    // Reads both files again. When they can't be used, the last good ones stay, and problem() says why.
    [[nodiscard]] Status reload();
    // Does so when one of them has changed since. True when a new certificate is in use.
    [[nodiscard]] bool followFiles();

    [[nodiscard]] std::string problem() const; // "" when the files are those in use
    [[nodiscard]] std::optional<Timestamp> expires() const; // the certificate in use

private:
    ServerTls(std::string certificateFile, std::string keyFile);
    struct Stamp {
        std::uint64_t file = 0;
        std::int64_t size = 0, seconds = 0, nanoseconds = 0;
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };
    using Stamps = std::vector<Stamp>;
    [[nodiscard]] Stamps look() const;

    const std::string m_certificateFile, m_keyFile;
    std::atomic<std::shared_ptr<SSL_CTX>> m_current;
    mutable std::mutex m_mutex;
    Stamps m_read; // guarded by m_mutex, as is the rest
    std::string m_problem;
};

} // namespace gatehouse::gateway
