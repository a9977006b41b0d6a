// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Payment, commerce, banking and crypto services.
SecretTable paymentSecrets()
{
    return {
        {"stripe-api-key", R"(\b((?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,}))",
            R"([sr]k_(?:live|test|prod)_)", 0.95, 3.0},
        {"stripe-webhook-secret", R"(\b(whsec_[A-Za-z0-9+/=]{24,64}))", R"(whsec_)"},
        {"paypal-access-token", R"(\b(access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}))",
            R"(access_token\$)"},
        {"square-token", R"(\b(sq0(?:atp|csp|idp)-[\w-]{22,60}|EAAA[\w-]{60}))",
            R"(sq0(?:atp|csp|idp)-|EAAA[\w-]{20})", 0.95, 3.2},
        {"shopify-token", R"(\b(shp(?:at|ca|pa|ss|ua|tka)_[A-Za-z0-9]{32,}))",
            R"(shp(?:at|ca|pa|ss|ua|tka)_)"},
        {"plaid-access-token",
            R"(\b(access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))",
            R"(access-(?:sandbox|development|production)-)"},
        {"flutterwave-key", R"(\b(FLW(?:SECK|PUBK)(?:_TEST)?-[a-zA-Z0-9]{12,}(?:-X)?))",
            R"(FLW(?:SECK|PUBK))", 0.95, 2.8, nullptr, nullptr, true},
        {"paystack-key", R"(\b(sk_(?:live|test)_[a-f0-9]{40})\b)", R"(sk_(?:live|test)_[a-f0-9]{9})"},
        {"razorpay-key", R"(\b(rzp_(?:live|test)_[A-Za-z0-9]{14})\b)", R"(rzp_(?:live|test)_)"},
        {"mollie-key", R"(\b((?:live|test)_[A-Za-z0-9]{30})\b)", R"(\b(?:live|test)_[A-Za-z0-9]{30})", 0.8,
            3.4, judgeMixedToken},
        {"gocardless-token",
            R"((?i:gocardless)[\w .-]{0,20}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,6}(live_[\w=-]{40}))",
            R"(live_[\w=-]{30})"},
        {"lob-api-key", R"(\b((?:live|test)_(?:pub_)?[a-f0-9]{31,35})\b)",
            R"((?:live|test)_(?:pub_)?[a-f0-9]{20})", 0.9, 3.0},
        {"easypost-api-key", R"(\b(EZ[AT]K[A-Za-z0-9]{54})\b)", R"(EZ[AT]K[A-Za-z0-9]{9})", 0.95, 3.2},
        {"shippo-token", R"(\b(shippo_(?:live|test)_[a-fA-F0-9]{40})\b)", R"(shippo_)"},
        {"duffel-token", R"(\b(duffel_(?:live|test)_[\w=-]{43}))", R"(duffel_)", 0.95, 3.0},
        {"adyen-api-key", R"(\b(AQE[a-z][A-Za-z0-9+/]{60,}={0,2}-[A-Za-z0-9+/]{30,}={0,2}-\S{10,}))",
            R"(AQE[a-z][A-Za-z0-9+/]{20})", 0.9, 3.5},
        {"braintree-access-token", R"(\b(access_token\$(?:production|sandbox)\$\w{16}\$\w{32}))",
            R"(access_token\$)"},
        {"freemius-secret-key", R"(secret_key['"`]?\s{0,3}(?:=>|=|:)\s{0,3}['"`]?(sk_[^\s'"`]{29}))",
            R"(secret_key)", 0.9, 3.0},
        {"wise-or-coinbase-private-key", R"(\b(organizations/[a-f0-9-]{36}/apiKeys/[a-f0-9-]{36})\b)",
            R"(/apiKeys/[a-f0-9]{8})", 0.7, 3.0},
        {"ethereum-private-key",
            R"((?i:private.?key|secret.?key|wallet.?key|eth.?key)['"`\s]{0,3}[=:]['"`\s]{0,4}((?:0x)?[a-fA-F0-9]{64})\b)",
            R"([=:]['"`\s]{0,4}(?:0x)?[a-fA-F0-9]{64})", 0.9, 3.2, judgeHashContext},
        {"bitcoin-extended-private-key", R"(\b([xyzt]prv[1-9A-HJ-NP-Za-km-z]{100,112})\b)",
            R"([xyzt]prv[1-9A-HJ-NP-Za-km-z]{9})", 0.97, 3.8},
        {"binance-or-exchange-key",
            R"((?i:binance|kraken|bitfinex|bybit|coinbase)[\w .-]{0,24}['"`\s]{0,3}[=:>,|?]{1,3}['"`\s=:>]{0,8}([A-Za-z0-9/+=_-]{64,90})(?:[^A-Za-z0-9/+=_-]|$))",
            R"([Bb]inance|[Kk]raken|[Bb]itfinex|[Bb]ybit|[Cc]oinbase|KRAKEN|BINANCE|COINBASE)", 0.85, 3.5},
    };
}

} // namespace gatehouse
