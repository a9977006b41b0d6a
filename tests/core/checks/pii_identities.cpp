// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "pii_identities.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace gatehouse::test {

namespace {

using Text = const std::string &;
using Weights = std::vector<int>;

int at(Text id, std::size_t place)
{
    const char c = id[place];
    return c <= '9' ? c - '0' : c - 'A' + 10;
}

int sum(Text id, const Weights &weights, std::size_t from = 0)
{
    int total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        total += weights[i] * at(id, from + i);
    return total;
}

Weights falling(int first, int last)
{
    Weights weights;
    for (int weight = first; weight >= last; --weight)
        weights.push_back(weight);
    return weights;
}

// Doubling done on paper: 0 2 4 6 8 1 3 5 7 9.
bool luhn(Text id)
{
    int total = 0;
    bool twice = false;
    for (auto c = id.rbegin(); c != id.rend(); ++c, twice = !twice)
        total += twice ? std::string("0246813579")[static_cast<std::size_t>(*c - '0')] - '0' : *c - '0';
    return total % 10 == 0;
}

// The group of the pentagon's symmetries, computed: 0-4 turn, 5-9 flip.
int compose(int a, int b)
{
    const int turn = a < 5 ? (b < 5 ? a + b : a + b - 5) : (b < 5 ? a - 5 - b : a - b);
    const int rest = ((turn % 5) + 5) % 5;
    return (a < 5) == (b < 5) ? rest : rest + 5;
}

bool verhoeff(Text id)
{
    int check = 0;
    for (std::size_t i = 0; i < id.size(); ++i) {
        char digit = id[id.size() - 1 - i];
        for (std::size_t times = 0; times < i; ++times)
            digit = "1576283094"[digit - '0'];
        check = compose(check, digit - '0');
    }
    return check == 0;
}

// ISO 7064 MOD 11,10 as its recurrence over all characters.
bool mod1110(Text id)
{
    int p = 10;
    for (std::size_t i = 0; i < id.size(); ++i) {
        int s = (p % 11 + at(id, i)) % 10;
        if (i + 1 == id.size())
            return s == 1;
        if (s == 0)
            s = 10;
        p = 2 * s;
    }
    return false;
}

long long number(Text id, std::size_t from, std::size_t size)
{
    return std::stoll(id.substr(from, size));
}

int icao(Text id, std::size_t size)
{
    int total = 0;
    for (std::size_t i = 0; i < size; ++i)
        total += at(id, i) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    return total % 10;
}

bool cpf(Text id)
{
    const int first = sum(id, falling(10, 2)) * 10 % 11 % 10;
    const int second = sum(id, falling(11, 2)) * 10 % 11 % 10;
    return at(id, 9) == first && at(id, 10) == second;
}

bool cnpj(Text id)
{
    const int first = sum(id, {5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    const int second = sum(id, {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    return at(id, 12) == first && at(id, 13) == second;
}

bool baltic(Text id)
{
    int rest = sum(id, {1, 2, 3, 4, 5, 6, 7, 8, 9, 1}) % 11;
    if (rest == 10)
        rest = sum(id, {3, 4, 5, 6, 7, 8, 9, 1, 2, 3}) % 11;
    return at(id, 10) == rest % 10;
}

bool jmbg(Text id)
{
    int total = 0;
    for (std::size_t i = 0; i < 6; ++i)
        total += (7 - static_cast<int>(i)) * (at(id, i) + at(id, i + 6));
    return (total + at(id, 12)) % 11 == 0;
}

bool iin(Text id)
{
    int rest = sum(id, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}) % 11;
    if (rest == 10)
        rest = sum(id, {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2}) % 11;
    return rest == at(id, 11);
}

bool rvnr(Text id)
{
    std::string digits = id.substr(0, 8);
    const int letter = id[8] - 'A' + 1;
    digits += (letter < 10 ? "0" : "") + std::to_string(letter) + id.substr(9, 2);
    const std::string weights = "212571212121";
    int total = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        for (const char c : std::to_string(at(digits, i) * (weights[i] - '0')))
            total += c - '0';
    }
    return total % 10 == at(id, 11);
}

bool vin(Text id)
{
    const std::string letters = "ABCDEFGHJKLMNPRSTUVWXYZ", numbers = "12345678123457923456789";
    const Weights weights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int total = 0;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const std::size_t letter = letters.find(id[i]);
        const int value = letter == std::string::npos ? id[i] - '0' : numbers[letter] - '0';
        total += value * weights[i];
    }
    const int rest = total % 11;
    return id[8] == (rest == 10 ? 'X' : static_cast<char>('0' + rest));
}

bool taiwanese(Text id)
{
    const int place = 10 + static_cast<int>(std::string("ABCDEFGHJKLMNPQRSTUVXYWZIO").find(id[0]));
    return (place / 10 + place % 10 * 9 + sum(id, falling(8, 1), 1) + at(id, 9)) % 10 == 0;
}

bool hongKong(Text id)
{
    return (36 * 9 + sum(id, falling(8, 2)) + (id[7] == 'A' ? 10 : at(id, 7))) % 11 == 0;
}

bool fiscalCode(Text id)
{
    const std::string odd = "BAFHJNPRTVCESULDGIMOQKWZYX"; // the letter whose place is the value
    int total = 0;
    for (std::size_t i = 0; i < 15; ++i) {
        const std::size_t value
            = id[i] <= '9' ? static_cast<std::size_t>(id[i] - '0') : static_cast<std::size_t>(id[i] - 'A');
        total += i % 2 == 0 ? odd[value] - 'A' : static_cast<int>(value);
    }
    return total % 26 == id[15] - 'A';
}

bool spanish(Text id)
{
    return std::string("TRWAGMYFPDXBNJZSQVHLCKE")[static_cast<std::size_t>(number(id, 0, 8) % 23)] == id[8];
}

bool nir(Text id)
{
    return (number(id, 0, 13) + number(id, 13, 2)) % 97 == 0;
}

bool rfc(Text id)
{
    const std::string alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ";
    int total = 0;
    for (std::size_t i = 0; i < 12; ++i)
        total += static_cast<int>(alphabet.find(id[i])) * static_cast<int>(13 - i);
    const int check = id[12] == 'A' ? 10 : id[12] <= '9' ? id[12] - '0' : 99;
    return (total + check) % 11 == 0;
}

bool rif(Text id)
{
    const int type = 1 + static_cast<int>(std::string("VEJPG").find(id[0]));
    const int rest = 11 - (type * 4 + sum(id, {3, 2, 7, 6, 5, 4, 3, 2}, 1)) % 11;
    return at(id, 9) == (rest >= 10 ? 0 : rest);
}

} // namespace

const std::vector<IdentityRule> &identityRules()
{
    static const std::vector<IdentityRule> rules{
        {"us-npi", "The provider's NPI is %1.", "1########?", [](Text id) { return luhn("80840" + id); }},
        {"us-aba-routing", "routing number: %1", "02######?",
            [](Text id) {
                return sum(id, {3, 7, 1, 3, 7, 1, 3, 7, 1}) % 10 == 0;
            }},
        {"us-dea-number", "DEA: %1", "AB######?",
            [](Text id) {
                return sum(id, {1, 2, 1, 2, 1, 2}, 2) % 10 == at(id, 8);
            }},
        {"ca-sin", "social insurance number %1", "[123456]##-###-##?", luhn},
        {"mx-rfc", "RFC %1", "@@@@%Y%M%D@#!", rfc},
        {"mx-nss", "NSS del IMSS: %1", "1#########?", luhn},
        {"mx-clabe", "CLABE %1", "012##############?",
            [](Text id) {
                int total = 0;
                for (std::size_t i = 0; i < 18; ++i)
                    total += i == 17 ? at(id, i) : at(id, i) * ("371"[i % 3] - '0') % 10;
                return total % 10 == 0;
            }},
        {"br-cpf", "CPF: %1", "###.###.###-??", cpf},
        {"br-cnpj", "CNPJ %1", "##.###.###/0001-??", cnpj},
        {"br-cns", "cartão SUS %1", "7#############?",
            [](Text id) { return sum(id, falling(15, 1)) % 11 == 0; }},
        {"br-pis", "PIS %1", "###.#####.##-?",
            [](Text id) {
                return sum(id, {3, 2, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10 == at(id, 10);
            }},
        {"ar-cuit", "CUIT %1", "20-########-?",
            [](Text id) {
                return sum(id, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
            }},
        {"ar-cbu", "CBU %1", "#######?#############?",
            [](Text id) {
                return sum(id, {7, 1, 3, 9, 7, 1, 3, 1}) % 10 == 0
                    && sum(id, {3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3, 1}, 8) % 10 == 0;
            }},
        {"cl-rut", "RUT %1", "##.###.###-!",
            [](Text id) {
                const int rest = sum(id, {3, 2, 7, 6, 5, 4, 3, 2}) % 11;
                return rest == 0 ? id[8] == '0' : rest == 1 ? id[8] == 'K' : at(id, 8) == 11 - rest;
            }},
        {"co-nit", "NIT %1", "9##.###.###-?",
            [](Text id) {
                const int rest = sum(id, {41, 37, 29, 23, 19, 17, 13, 7, 3}) % 11;
                return at(id, 9) == (rest > 1 ? 11 - rest : rest);
            }},
        {"pe-ruc", "RUC %1", "10########?",
            [](Text id) {
                return (11 - sum(id, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 10 == at(id, 10);
            }},
        {"ec-cedula", "cédula %1", "17[012345]######?", luhn},
        {"uy-ci", "cédula de identidad %1", "[123456].###.###-?",
            [](Text id) {
                return sum(id, {2, 9, 8, 7, 6, 3, 4, 1}) % 10 == 0;
            }},
        {"ve-rif", "RIF %1", "V-########-?", rif},
        {"do-cedula", "cédula %1", "###-#######-?", luhn},
        {"uk-nhs-number", "NHS number %1", "[123456789]## ### ###?",
            [](Text id) { return sum(id, falling(10, 1)) % 11 == 0; }},
        {"uk-utr", "UTR: %1", "?[123456789]########",
            [](Text id) {
                const int rest = 11 - sum(id, {6, 7, 8, 9, 10, 5, 4, 3, 2}, 1) % 11;
                return at(id, 0) == (rest > 9 ? rest - 9 : rest);
            }},
        {"de-social-insurance", "Rentenversicherungsnummer %1", "65 %D%M%Y @ ##?", rvnr},
        {"de-id-card", "Personalausweis %1", "L########?", [](Text id) { return icao(id, 9) == at(id, 9); }},
        {"nl-bsn", "BSN %1", "[123456789]#######?",
            [](Text id) { return (sum(id, falling(9, 2)) - at(id, 8)) % 11 == 0; }},
        {"be-national-number", "rijksregisternummer %1", "%Y.%M.%D-###.??",
            [](Text id) {
                const long long check = number(id, 9, 2), body = number(id, 0, 9);
                return check >= 1 && ((body + check) % 97 == 0 || (2000000000 + body + check) % 97 == 0);
            }},
        {"lu-matricule", "matricule %1", "%C%Y%M%D###??",
            [](Text id) { return luhn(id.substr(0, 12)) && verhoeff(id.substr(0, 11) + id[12]); }},
        {"ch-ahv", "AHV-Nummer %1", "756.####.####.#?",
            [](Text id) {
                return sum(id, {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1}) % 10 == 0;
            }},
        {"ch-uid", "MWST: %1", "CHE-[123456789]##.###.##?",
            [](Text id) {
                return sum(id, {5, 4, 3, 2, 7, 6, 5, 4, 1}, 3) % 11 == 0;
            }},
        {"at-svnr", "SVNR %1", "[123456789]##? %D%M%Y",
            [](Text id) {
                return sum(id, {3, 7, 9, 0, 5, 8, 4, 2, 1, 6}) % 11 == at(id, 3);
            }},
        {"fr-nir", "numéro de sécurité sociale %1", "1 %Y %M 75 ### ### ??", nir},
        {"fr-tax-id", "numéro fiscal %1", "[0123]# ## ### ### ???",
            [](Text id) { return number(id, 0, 10) % 511 == number(id, 10, 3); }},
        {"fr-siren", "SIREN %1", "[3456789]## ### ##?", luhn},
        {"es-dni", "DNI %1", "########!", spanish},
        {"es-social-security", "número de la seguridad social %1", "28/[123456789]#######/??",
            [](Text id) { return number(id, 0, 10) % 97 == number(id, 10, 2); }},
        {"it-fiscal-code", "codice fiscale %1", "@@@@@@%Y[ABCDEHLMPRST]%DH501!", fiscalCode},
        {"it-partita-iva", "partita IVA %1", "0######001?", luhn},
        {"pt-nif", "NIF %1", "[123]#######?",
            [](Text id) { return sum(id, falling(9, 2)) * 10 % 11 % 10 == at(id, 8); }},
        {"pt-niss", "NISS %1", "1#########?",
            [](Text id) {
                return (sum(id, {29, 23, 19, 17, 13, 11, 7, 5, 3, 2}) + at(id, 10)) % 10 == 9;
            }},
        {"gr-amka", "ΑΜΚΑ %1", "%D%M%Y####?", luhn},
        {"gr-afm", "ΑΦΜ: %1", "[123456789]#######?",
            [](Text id) {
                int total = 0;
                for (std::size_t i = 0; i < 8; ++i)
                    total += at(id, i) << (8 - i);
                return total % 11 % 10 == at(id, 8);
            }},
        {"se-personal-number", "personnummer %1", "%Y%M%D-###?", luhn},
        {"fi-hetu", "hetu %1", "%D%M%Y-2##!",
            [](Text id) {
                return std::string("0123456789ABCDEFHJKLMNPRSTUVWXY")[static_cast<std::size_t>(
                           number(id.substr(0, 9), 0, 9) % 31)]
                    == id[9];
            }},
        {"no-birth-number", "fødselsnummer %1", "%D%M%Y ###??",
            [](Text id) {
                return sum(id, {3, 7, 6, 1, 8, 9, 4, 5, 2, 1}) % 11 == 0
                    && sum(id, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
            }},
        {"is-kennitala", "kennitala %1", "%D%M%Y-##?9",
            [](Text id) {
                return sum(id, {3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
            }},
        {"ee-personal-code", "isikukood %1", "3%Y%M%D###?", baltic},
        {"lt-personal-code", "asmens kodas %1", "4%Y%M%D###?", baltic},
        {"lv-personal-code", "personas kods %1", "%D%M%Y-1###?",
            [](Text id) {
                return (1101 - sum(id, {1, 6, 3, 7, 9, 10, 5, 8, 4, 2})) % 11 % 10 == at(id, 10);
            }},
        {"pl-pesel", "PESEL %1", "%Y%M%D####?",
            [](Text id) {
                return sum(id, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1}) % 10 == 0;
            }},
        {"pl-nip", "NIP %1", "[123456789]##-###-##-#?",
            [](Text id) {
                return sum(id, {6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == at(id, 9);
            }},
        {"pl-id-card", "dowód osobisty %1", "@@@?#####",
            [](Text id) {
                return sum(id, {7, 3, 1, 9, 7, 3, 1, 7, 3}) % 10 == 0;
            }},
        {"cz-birth-number", "rodné číslo %1", "%Y%M%D/###?",
            [](Text id) { return number(id, 0, 10) % 11 == 0; }},
        {"hu-taj", "TAJ szám %1", "[123456789]## ### ##?",
            [](Text id) {
                return sum(id, {3, 7, 3, 7, 3, 7, 3, 7}) % 10 == at(id, 8);
            }},
        {"hu-tax-id", "adóazonosító jel %1", "8########?",
            [](Text id) {
                return sum(id, {1, 2, 3, 4, 5, 6, 7, 8, 9}) % 11 == at(id, 9);
            }},
        {"ro-cnp", "CNP %1", "1%Y%M%D40###?",
            [](Text id) {
                const int rest = sum(id, {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
                return at(id, 12) == (rest == 10 ? 1 : rest);
            }},
        {"bg-egn", "ЕГН %1", "%Y%M%D###?",
            [](Text id) {
                return sum(id, {2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10 == at(id, 9);
            }},
        {"hr-oib", "OIB %1", "##########?", mod1110},
        {"si-emso", "EMŠO %1", "%D%M98550###?", jmbg},
        {"rs-jmbg", "ЈМБГ %1", "%D%M98571###?", jmbg},
        {"ua-tax-id", "РНОКПП %1", "3########?",
            [](Text id) {
                const int total = sum(id, {-1, 5, 7, 9, 4, 6, 10, 5, 7});
                return (total % 11 + 11) % 11 % 10 == at(id, 9);
            }},
        {"ru-snils", "СНИЛС %1", "[123456789]##-###-### ??",
            [](Text id) {
                int total = sum(id, falling(9, 1));
                while (total > 101)
                    total -= 101;
                return number(id, 9, 2) == (total >= 100 ? 0 : total);
            }},
        {"ru-inn", "ИНН %1", "77########??",
            [](Text id) {
                return sum(id, {7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == at(id, 10)
                    && sum(id, {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == at(id, 11);
            }},
        {"kz-iin", "ИИН %1", "%Y%M%D#####?", iin},
        {"md-idnp", "IDNP %1", "2###########?",
            [](Text id) {
                return sum(id, {7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1}) % 10 == at(id, 12);
            }},
        {"tr-id", "TC kimlik %1", "[123456789]########??",
            [](Text id) {
                const int odd = at(id, 0) + at(id, 2) + at(id, 4) + at(id, 6) + at(id, 8);
                const int even = at(id, 1) + at(id, 3) + at(id, 5) + at(id, 7);
                return (odd * 7 + even * 9) % 10 == at(id, 9) && odd * 8 % 10 == at(id, 10);
            }},
        {"ae-emirates-id", "Emirates ID %1", "784-%C%Y-#######-?", luhn},
        {"sa-national-id", "iqama %1", "2########?", luhn},
        {"kw-civil-id", "civil id %1", "2%Y%M%D####?",
            [](Text id) {
                return at(id, 11) != 0
                    && (sum(id, {2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}) + at(id, 11)) % 11 == 0;
            }},
        {"ir-national-code", "کد ملی %1", "[123456789]########?",
            [](Text id) {
                const int rest = sum(id, falling(10, 2)) % 11;
                return at(id, 9) == (rest < 2 ? rest : 11 - rest);
            }},
        {"za-id", "South African ID %1", "%Y%M%D####08?", luhn},
        {"in-aadhaar", "Aadhaar %1", "[23456789]### #### ###?", verhoeff},
        {"jp-my-number", "マイナンバー %1", "#### #### ###?",
            [](Text id) {
                const int rest = sum(id, {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11;
                return at(id, 11) == (rest < 2 ? 0 : 11 - rest);
            }},
        {"kr-rrn", "주민등록번호 %1", "%Y%M%D-1#####?",
            [](Text id) {
                return (11 - sum(id, {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5}) % 11) % 10 == at(id, 12);
            }},
        {"cn-resident-id", "身份证 %1", "110105%C%Y%M%D###!",
            [](Text id) {
                int rest = 0; // ISO 7064 MOD 11-2, its recurrence
                for (std::size_t i = 0; i < 17; ++i)
                    rest = (rest + at(id, i)) * 2 % 11;
                const int check = id[17] == 'X' ? 10 : id[17] <= '9' ? id[17] - '0' : 99;
                return (rest + check) % 11 == 1;
            }},
        {"hk-id", "HKID %1", "@######(!)", hongKong},
        {"tw-id", "身分證 %1", "@[12]#######?", taiwanese},
        {"th-id", "บัตรประชาชน %1", "[12345678]-####-#####-##-?",
            [](Text id) { return (11 - sum(id, falling(13, 2)) % 11) % 10 == at(id, 12); }},
        {"sg-nric", "NRIC %1", "S#######!",
            [](Text id) {
                return std::string(
                           "JZIHGFEDCBA")[static_cast<std::size_t>(sum(id, {2, 7, 6, 5, 4, 3, 2}, 1) % 11)]
                    == id[8];
            }},
        {"il-id", "תעודת זהות %1", "[123456789]#######?", luhn},
        {"au-tfn", "tax file number %1", "### ### ##?",
            [](Text id) {
                return sum(id, {1, 4, 3, 7, 5, 8, 6, 9, 10}) % 11 == 0;
            }},
        {"au-medicare", "Medicare %1", "[23456]### ####? 1",
            [](Text id) {
                return sum(id, {1, 3, 7, 9, 1, 3, 7, 9}) % 10 == at(id, 8);
            }},
        {"au-abn", "ABN %1", "[123456789]# ### ### #??",
            [](Text id) {
                std::string less = id;
                --less[0];
                return sum(less, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) % 89 == 0;
            }},
        {"au-ihi", "IHI %1", "8003 60## #### ###?", luhn},
        {"imei", "IMEI %1", "35############?", luhn},
        {"iccid", "ICCID %1", "8944##############?", luhn},
        {"vin", "VIN %1", "1HGCM826?3A######", vin},
        {"card", "my card %1", "4### #### #### ###?", luhn},
        {"card", "visa: %1", "4##############?", luhn},
    };
    return rules;
}

std::string compactOf(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            out.push_back(c);
    }
    return out;
}

std::string IdentityMaker::fill(const char *pattern, std::vector<std::size_t> &checks)
{
    const auto twoDigits = [](std::size_t value) {
        return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
    };
    std::string out;
    for (const char *p = pattern; *p != '\0'; ++p) {
        if (*p == '#') {
            out += static_cast<char>('0' + below(10));
        } else if (*p == '@') {
            out += static_cast<char>('A' + below(26));
        } else if (*p == '[') {
            const char *end = std::strchr(p, ']');
            out += p[1 + below(static_cast<std::size_t>(end - p - 1))];
            p = end;
        } else if (*p == '%') {
            ++p;
            out += *p == 'D' ? twoDigits(1 + below(28))
                : *p == 'M'  ? twoDigits(1 + below(12))
                : *p == 'C'  ? std::string("19")
                             : twoDigits(50 + below(49));
        } else if (*p == '?' || *p == '!') {
            checks.push_back(out.size());
            out += '0';
        } else {
            out += *p;
        }
    }
    return out;
}

std::string IdentityMaker::valid(const IdentityRule &rule)
{
    static const std::string characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const bool letters = std::strchr(rule.pattern, '!') != nullptr;
    const std::size_t choices = letters ? characters.size() : 10;
    for (;;) {
        std::vector<std::size_t> checks;
        std::string id = fill(rule.pattern, checks);
        std::size_t combinations = 1;
        for (std::size_t i = 0; i < checks.size(); ++i)
            combinations *= choices;
        for (std::size_t n = 0; n < combinations; ++n) {
            std::size_t rest = n;
            for (const std::size_t place : checks) {
                id[place] = characters[rest % choices];
                rest /= choices;
            }
            if (rule.holds(compactOf(id)))
                return id;
        }
    }
}

std::string IdentityMaker::invalid(const IdentityRule &rule)
{
    for (;;) {
        std::string id = valid(rule);
        std::vector<std::size_t> checks;
        (void)fill(rule.pattern, checks);
        char &check = id[checks[below(checks.size())]];
        const char other = check <= '9' ? static_cast<char>('0' + (check - '0' + 1 + below(9)) % 10)
                                        : static_cast<char>('A' + (check - 'A' + 1 + below(25)) % 26);
        check = other;
        if (!rule.holds(compactOf(id)))
            return id;
    }
}

} // namespace gatehouse::test
