// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/secret_kind.h"

#include <iterator>

namespace gatehouse {

SecretTable secretsOf(SecretPack pack)
{
    if (pack == SecretPack::PrivateKeys)
        return privateKeySecrets();
    if (pack == SecretPack::ConnectionStrings)
        return connectionStringSecrets();
    if (pack == SecretPack::Generic)
        return genericSecrets();
    SecretTable all;
    for (const auto table : {cloudSecrets, infrastructureSecrets, codeHostSecrets, modelProviderSecrets,
             paymentSecrets, messagingSecrets, serviceSecrets, namedVendorSecrets}) {
        SecretTable rows = table();
        all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    return all;
}

} // namespace gatehouse
