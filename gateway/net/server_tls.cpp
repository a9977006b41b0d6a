// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/net/server_tls.h"

#include <openssl/asn1.h>
#include <openssl/x509.h>
#include <sys/stat.h>

namespace gatehouse::gateway {

ServerTls::ServerTls(std::string certificateFile, std::string keyFile)
    : m_certificateFile(std::move(certificateFile))
    , m_keyFile(std::move(keyFile))
{
}

Result<std::unique_ptr<ServerTls>> ServerTls::open(std::string certificateFile, std::string keyFile)
{
    std::unique_ptr<ServerTls> tls(new ServerTls(std::move(certificateFile), std::move(keyFile)));
    if (auto loaded = tls->reload(); !loaded)
        return tl::unexpected(loaded.error());
    return tls;
}

// A link that is turned to another file shows as another file.
ServerTls::Stamps ServerTls::look() const
{
    Stamps stamps;
    for (const std::string &file : {m_certificateFile, m_keyFile}) {
        struct stat status { };
        Stamp stamp;
        if (::stat(file.c_str(), &status) == 0)
            stamp = {status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
        stamps.push_back(stamp);
    }
    return stamps;
}

Status ServerTls::reload()
{
    const std::lock_guard lock(m_mutex);
    // Before reading: what changes meanwhile is seen next time.
    m_read = look();
    auto fresh = serverTls(m_certificateFile, m_keyFile);
    if (!fresh) {
        m_problem = "the TLS certificate was not exchanged: " + fresh.error().line();
        return tl::unexpected(fresh.error());
    }
    m_problem.clear();
    m_current.store(std::shared_ptr<SSL_CTX>(std::move(*fresh)));
    return {};
}

bool ServerTls::followFiles()
{
    {
        const std::lock_guard lock(m_mutex);
        if (look() == m_read)
            return false;
    }
    return reload().has_value();
}

std::string ServerTls::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

std::optional<Timestamp> ServerTls::expires() const
{
    const auto context = current();
    const X509 *certificate = context ? SSL_CTX_get0_certificate(context.get()) : nullptr;
    std::tm parts{};
    if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) != 1)
        return std::nullopt;
    return Timestamp(std::chrono::seconds(timegm(&parts)));
}

} // namespace gatehouse::gateway
