// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// OpenSSL objects that free themselves, and PEM text in memory.

#include "core/base/error.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string>
#include <string_view>

namespace gatehouse::store {

template <auto Free>
struct FreedBy {
    template <class Object>
    void operator()(Object *object) const
    {
        Free(object);
    }
};
using BioHandle = std::unique_ptr<BIO, FreedBy<&BIO_free_all>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, FreedBy<&EVP_PKEY_free>>;
using CertificateHandle = std::unique_ptr<X509, FreedBy<&X509_free>>;

[[nodiscard]] inline BioHandle readingBio(std::string_view bytes)
{
    return BioHandle(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

// Wiped when freed.
[[nodiscard]] inline BioHandle writingBio()
{
    return BioHandle(BIO_new(BIO_s_secmem()));
}

// Valid as long as the BIO.
[[nodiscard]] inline std::string_view bytesOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace gatehouse::store
