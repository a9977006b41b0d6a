// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/net/tls.h"

#include <boost/asio/ip/address.hpp>
#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace gatehouse::gateway {
namespace {

std::string lastTlsError()
{
    char text[256] = "";
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    ERR_clear_error();
    return text;
}

Result<TlsContext> newContext(const SSL_METHOD *method)
{
    TlsContext context(SSL_CTX_new(method));
    if (!context)
        return fail(ErrorKind::Internal, "OpenSSL gives no context", lastTlsError());
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_mode(context.get(),
        SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION);
    return context;
}

int chooseHttp(SSL *, const unsigned char **out, unsigned char *outSize, const unsigned char *offered,
    unsigned int offeredSize, void *)
{
    static constexpr unsigned char http[] = "\x08http/1.1";
    unsigned char *chosen = nullptr;
    const int found = SSL_select_next_proto(&chosen, outSize, http, sizeof http - 1, offered, offeredSize);
    *out = chosen;
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

} // namespace

Result<TlsContext> serverTls(const std::string &certificateFile, const std::string &keyFile)
{
    auto context = newContext(TLS_server_method());
    if (!context)
        return context;
    if (SSL_CTX_use_certificate_chain_file(context->get(), certificateFile.c_str()) != 1)
        return fail(
            ErrorKind::InvalidInput, "cannot use the TLS certificate", certificateFile, lastTlsError());
    if (SSL_CTX_use_PrivateKey_file(context->get(), keyFile.c_str(), SSL_FILETYPE_PEM) != 1)
        return fail(ErrorKind::InvalidInput, "cannot use the TLS key", keyFile, lastTlsError());
    if (SSL_CTX_check_private_key(context->get()) != 1)
        return fail(ErrorKind::InvalidInput, "TLS key and certificate do not belong together", keyFile);
    SSL_CTX_set_alpn_select_cb(context->get(), chooseHttp, nullptr);
    return context;
}

Result<TlsContext> clientTls()
{
    auto context = newContext(TLS_client_method());
    if (!context)
        return context;
    if (SSL_CTX_set_default_verify_paths(context->get()) != 1)
        return fail(ErrorKind::Internal, "cannot load the system's certificate authorities", lastTlsError());
    SSL_CTX_set_verify(context->get(), SSL_VERIFY_PEER, nullptr);
    return context;
}

TlsSession clientSession(SSL_CTX *context, const std::string &host)
{
    TlsSession session(SSL_new(context));
    if (!session)
        return session;
    boost::system::error_code error;
    boost::asio::ip::make_address(host, error);
    if (error) {
        SSL_set_tlsext_host_name(session.get(), host.c_str());
        SSL_set1_host(session.get(), host.c_str());
    } else {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session.get()), host.c_str());
    }
    return session;
}

} // namespace gatehouse::gateway
