// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Payment, commerce, banking and crypto services.
SecretTable paymentSecrets()
{
    return {
        {"stripe-api-key", R"re(\b((?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,}))re",
            R"re([sr]k_(?:live|test|prod)_)re", 0.95, 3.0},
        {"stripe-webhook-secret", R"re(\b(whsec_[A-Za-z0-9+/=]{24,64}))re", R"re(whsec_)re"},
        {"paypal-access-token", R"re(\b(access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}))re",
            R"re(access_token\$)re"},
        {"square-token", R"re(\b(sq0(?:atp|csp|idp)-[\w-]{22,60}|EAAA[\w-]{60}))re",
            R"re(sq0(?:atp|csp|idp)-|EAAA[\w-]{20})re", 0.95, 3.2},
        {"shopify-token", R"re(\b(shp(?:at|ca|pa|ss|ua|tka)_[A-Za-z0-9]{32,}))re",
            R"re(shp(?:at|ca|pa|ss|ua|tka)_)re"},
        {"plaid-access-token",
            R"re(\b(access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))re",
            R"re(access-(?:sandbox|development|production)-)re"},
        {"flutterwave-key", R"re(\b(FLW(?:SECK|PUBK)(?:_TEST)?-[a-zA-Z0-9]{12,}(?:-X)?))re",
            R"re(FLW(?:SECK|PUBK))re", 0.95, 2.8, nullptr, nullptr, true},
        {"paystack-key", R"re(\b(sk_(?:live|test)_[a-f0-9]{40})\b)re", R"re(sk_(?:live|test)_[a-f0-9]{9})re"},
        {"razorpay-key", R"re(\b(rzp_(?:live|test)_[A-Za-z0-9]{14})\b)re", R"re(rzp_(?:live|test)_)re"},
        {"mollie-key", R"re(\b((?:live|test)_[A-Za-z0-9]{30})\b)re", R"re(\b(?:live|test)_[A-Za-z0-9]{30})re",
            0.8, 3.4, judgeMixedToken},
        {"gocardless-token",
            R"re((?i:gocardless)[\w .-]{0,20}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,6}(live_[\w=-]{40}))re",
            R"re(live_[\w=-]{30})re"},
        {"lob-api-key", R"re(\b((?:live|test)_(?:pub_)?[a-f0-9]{31,35})\b)re",
            R"re((?:live|test)_(?:pub_)?[a-f0-9]{20})re", 0.9, 3.0},
        {"easypost-api-key", R"re(\b(EZ[AT]K[A-Za-z0-9]{54})\b)re", R"re(EZ[AT]K[A-Za-z0-9]{9})re", 0.95,
            3.2},
        {"shippo-token", R"re(\b(shippo_(?:live|test)_[a-fA-F0-9]{40})\b)re", R"re(shippo_)re"},
        {"duffel-token", R"re(\b(duffel_(?:live|test)_[\w=-]{43}))re", R"re(duffel_)re", 0.95, 3.0},
        {"adyen-api-key", R"re(\b(AQE[a-z][A-Za-z0-9+/]{60,}={0,2}-[A-Za-z0-9+/]{30,}={0,2}-\S{10,}))re",
            R"re(AQE[a-z][A-Za-z0-9+/]{20})re", 0.9, 3.5},
        {"braintree-access-token", R"re(\b(access_token\$(?:production|sandbox)\$\w{16}\$\w{32}))re",
            R"re(access_token\$)re"},
        {"freemius-secret-key", R"re(secret_key['"`]?\s{0,3}(?:=>|=|:)\s{0,3}['"`]?(sk_[^\s'"`]{20,40}))re",
            R"re(secret_key)re", 0.9, 3.0},
        {"coinbase-key-name", R"re(\b(organizations/[a-f0-9-]{36}/apiKeys/[a-f0-9-]{36})\b)re",
            R"re(/apiKeys/[a-f0-9]{8})re", 0.7, 3.0},
        {"ethereum-private-key",
            R"re((?i:private.?key|secret.?key|wallet.?key|eth.?key)['"`\s]{0,3}[=:]['"`\s]{0,4}((?:0x)?[a-fA-F0-9]{64})\b)re",
            R"re([=:]['"`\s]{0,4}(?:0x)?[a-fA-F0-9]{64})re", 0.9, 3.2, judgeHashContext},
        {"bitcoin-extended-private-key", R"re(\b([xyzt]prv[1-9A-HJ-NP-Za-km-z]{100,112})\b)re",
            R"re([xyzt]prv[1-9A-HJ-NP-Za-km-z]{9})re", 0.97, 3.8},
        {"crypto-exchange-key",
            R"re((?i:binance|kraken|bitfinex|bybit|coinbase)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([A-Za-z0-9/+=_-]{64,90})(?:[^A-Za-z0-9/+=_-]|$))re",
            R"re([Bb]inance|[Kk]raken|[Bb]itfinex|[Bb]ybit|[Cc]oinbase|KRAKEN|BINANCE|COINBASE)re", 0.85,
            3.5},
    };
}

} // namespace gatehouse
