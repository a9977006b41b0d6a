// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// TLS 1.2 and newer, for the listener and for upstreams.

#include "core/base/error.h"

#include <memory>
#include <openssl/ssl.h>
#include <string>

namespace gatehouse::gateway {

struct FreeTls {
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(SSL *session) const { SSL_free(session); }
};
using TlsContext = std::unique_ptr<SSL_CTX, FreeTls>;
using TlsSession = std::unique_ptr<SSL, FreeTls>;

// InvalidInput when a file can't be read or key and certificate do not belong together.
[[nodiscard]] Result<TlsContext> serverTls(const std::string &certificateFile, const std::string &keyFile);
// Peers are verified against the system's authorities (SSL_CERT_FILE and SSL_CERT_DIR are honoured).
[[nodiscard]] Result<TlsContext> clientTls();
// A session that names `host` (SNI) and accepts only a certificate for it; null when OpenSSL has no memory.
[[nodiscard]] TlsSession clientSession(SSL_CTX *context, const std::string &host);

} // namespace gatehouse::gateway
