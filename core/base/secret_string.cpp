// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/secret_string.h"

#include <openssl/crypto.h>
#include <utility>

namespace gatehouse {

SecretString::SecretString(std::string_view text)
    : m_text(text)
{
}

SecretString::SecretString(const SecretString &other) = default;

SecretString::SecretString(SecretString &&other) noexcept
    // A short string that was moved from keeps its bytes, so this one is copied and wiped.
    // NOLINTNEXTLINE(performance-move-constructor-init)
    : m_text(other.m_text)
{
    other.wipe();
}

SecretString &SecretString::operator=(const SecretString &other)
{
    if (this != &other) {
        wipe();
        m_text = other.m_text;
    }
    return *this;
}

SecretString &SecretString::operator=(SecretString &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_text = other.m_text;
        other.wipe();
    }
    return *this;
}

SecretString::~SecretString()
{
    wipe();
}

bool SecretString::matches(std::string_view other) const
{
    return m_text.size() == other.size() && CRYPTO_memcmp(m_text.data(), other.data(), other.size()) == 0;
}

void SecretString::wipe()
{
    OPENSSL_cleanse(m_text.data(), m_text.size());
    m_text.clear();
}

} // namespace gatehouse
