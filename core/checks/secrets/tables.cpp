// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/secret_kind.h"

#include <initializer_list>
#include <iterator>

namespace gatehouse {

namespace {

SecretTable joined(std::initializer_list<SecretTable (*)()> tables)
{
    SecretTable all;
    for (const auto table : tables) {
        SecretTable rows = table();
        all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    return all;
}

} // namespace

SecretTable secretsOf(SecretPack pack)
{
    switch (pack) {
    case SecretPack::PrivateKeys:
        return privateKeySecrets();
    case SecretPack::ConnectionStrings:
        return joined({connectionStringSecrets, commandLineSecrets, configurationFileSecrets});
    case SecretPack::Generic:
        return joined({genericSecrets, spokenSecrets});
    case SecretPack::Vendor:
        break;
    }
    return joined({cloudSecrets, hostingSecrets, infrastructureSecrets, codeHostSecrets, developerToolSecrets,
        modelProviderSecrets, dataPlatformSecrets, paymentSecrets, messagingSecrets, serviceSecrets,
        pairedSecrets, namedVendorSecrets});
}

} // namespace gatehouse
