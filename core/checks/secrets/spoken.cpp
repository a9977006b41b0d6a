// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

namespace {

SecretKind spoken()
{
    return {"spoken-secret",
        R"(\b(?:key|token|secret|passcode|passphrase|password|credential)(?: is| was|:)?[ \t]{1,3}['"`]{0,2}([A-Za-z_\-.]{0,20}[0-9][\w.+/=~@!^&*#%-]{11,}))",
        R"((?:key|token|secret|passcode|passphrase|password|credential)(?: is| was|:)?[ \t]{1,3}['"`]{0,2}[A-Za-z_\-.]{0,20}[0-9])",
        0.6, 3.2, judgeAssignedValue, nullptr, true, 12};
}

SecretKind spokenPassword()
{
    return {"spoken-password",
        R"(\b(?:my|the|your|our|his|her|root|admin|login|db|database|wifi|account)\s(?:\w{1,12}\s)?(?:password|passcode|passphrase|pwd)\s?(?:is|was|=|:)\s{1,2}['"`]?([^\s'"`<>]{5,40}[^\s'"`<>.,;!?)]))",
        R"((?:my|the|your|our|his|her|root|admin|login|db|database|wifi|account)\s(?:\w{1,12}\s)?(?:password|passcode|passphrase|pwd)\s?(?:is|was|=|:)\s)",
        0.6, 2.5, judgeAssignedValue, nullptr, true};
}

// "the password for the vpn is …", "user admin and password …".
SecretKind spokenInPassing()
{
    return {"spoken-password",
        R"(\b(?:(?:password|passcode|passphrase) (?:for|to|of|on) (?:\w{1,12} ){0,3}\w{1,12} (?:is|was)|(?:and|with|use|using|the|a|as) (?:password|passcode|passphrase|pwd))[ :]{1,3}['"`]?([^\s'"`<>]{7,40}[^\s'"`<>.,;!?)]))",
        R"((?:password|passcode|passphrase) (?:for|to|of|on) |(?:and|with|use|using|the|a|as) (?:password|passcode|passphrase|pwd)[ :])",
        0.6, 2.5, judgeAssignedValue, nullptr, true, 8};
}

// "mein Passwort ist …", "la contraseña es …", "пароль: …", "密码是…".
SecretKind spokenElsewhere()
{
    return {"spoken-password",
        R"((?:passwort|kennwort|contraseña|contrasena|senha|mot de passe|wachtwoord|parola|hasło|lösenord|şifre|пароль|密码|口令|パスワード|비밀번호)\s{0,2}(?:lautet|ist|es|é|est|is|è|to|är|это|是|は|为|為|은|는|=|:|:){1,2}\s{0,2}['"`„“«「]{0,3}([!-&(-;=?-_a-z|~][!-&(-;=?-_a-z|~]{5,40}))",
        R"((?:passwort|kennwort|contraseña|contrasena|senha|mot de passe|wachtwoord|parola|hasło|lösenord|şifre|пароль|密码|口令|パスワード|비밀번호)\s{0,2}(?:lautet|ist|es|é|est|is|è|to|är|это|是|は|为|為|은|는|=|:|:))",
        0.6, 2.5, judgeAssignedValue, nullptr, true};
}

} // namespace

// What people tell a chat in plain words.
SecretTable spokenSecrets()
{
    return {spoken(), spokenPassword(), spokenInPassing(), spokenElsewhere()};
}

} // namespace gatehouse
