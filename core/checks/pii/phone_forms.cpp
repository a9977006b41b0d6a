// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// National numbering plans as the ITU publishes them (E.129, national numbering plans), and the words for
// telephone.
#include "core/checks/pii/phone.h"

#include <algorithm>
#include <array>

namespace gatehouse::pii {

namespace {

constexpr std::array words{std::string_view("phone"), std::string_view("phone number"),
    std::string_view("telephone"), std::string_view("telephone number"), std::string_view("tel"),
    std::string_view("tel."), std::string_view("mobile"), std::string_view("mobile number"),
    std::string_view("cell"), std::string_view("cellphone"), std::string_view("cell number"),
    std::string_view("call"), std::string_view("called"), std::string_view("calling"),
    std::string_view("fax"), std::string_view("whatsapp"), std::string_view("sms"), std::string_view("viber"),
    std::string_view("signal"), std::string_view("office"), std::string_view("desk"),
    std::string_view("dial"), std::string_view("text me"), std::string_view("text us"),
    std::string_view("contact number"), std::string_view("contact no"), std::string_view("reach me"),
    std::string_view("reach us"), std::string_view("ring me"), std::string_view("messages to"),
    std::string_view("answering at"), std::string_view("registered"), std::string_view("landline"),
    std::string_view("hotline"), std::string_view("msisdn"), std::string_view("ph"), std::string_view("mob"),
    // German, Dutch, Nordic
    std::string_view("handy"), std::string_view("handynummer"), std::string_view("telefon"),
    std::string_view("telefonnummer"), std::string_view("rufnummer"), std::string_view("mobilnummer"),
    std::string_view("mobil"), std::string_view("anrufen"), std::string_view("telefoon"),
    std::string_view("telefoonnummer"), std::string_view("mobiel"), std::string_view("bel me"),
    std::string_view("mobilnr"), std::string_view("tlf"), std::string_view("puhelin"),
    std::string_view("puhelinnumero"), std::string_view("matkapuhelin"), std::string_view("sími"),
    // Romance
    std::string_view("teléfono"), std::string_view("telefono"), std::string_view("móvil"),
    std::string_view("celular"), std::string_view("llámame"), std::string_view("téléphone"),
    std::string_view("portable"), std::string_view("numéro de tél"), std::string_view("tél"),
    std::string_view("appelez"), std::string_view("cellulare"), std::string_view("chiamami"),
    std::string_view("telefone"), std::string_view("telemóvel"), std::string_view("ligue"),
    // Slavic, Baltic, Hungarian, Greek, Turkish
    std::string_view("komórka"), std::string_view("nr tel"), std::string_view("telefonu"),
    std::string_view("telefonní číslo"), std::string_view("телефон"), std::string_view("тел"),
    std::string_view("моб"), std::string_view("мобильный"), std::string_view("позвоните"),
    std::string_view("telefonszám"), std::string_view("τηλέφωνο"), std::string_view("τηλ"),
    std::string_view("κινητό"), std::string_view("cep telefonu"), std::string_view("cep"),
    std::string_view("telefonas"), std::string_view("tālrunis"),
    // Asia, Middle East, Africa
    std::string_view("电话"), std::string_view("手机"), std::string_view("電話"), std::string_view("手機"),
    std::string_view("携帯"), std::string_view("전화"), std::string_view("휴대폰"),
    std::string_view("연락처"), std::string_view("फ़ोन"), std::string_view("फोन"), std::string_view("मोबाइल"),
    std::string_view("โทร"), std::string_view("điện thoại"), std::string_view("sđt"),
    std::string_view("telpon"), std::string_view("telepon"), std::string_view("nomor hp"),
    std::string_view("no hp"), std::string_view("هاتف"), std::string_view("جوال"), std::string_view("טלפון"),
    std::string_view("נייד"), std::string_view("simu")};

constexpr NationalPhone forms[]
    = {{"US", "N99_N99_9999", 0.6}, {"US", "1_N99_N99_9999", 0.6}, {"US", "001_N99_N99_9999", 0.6},
        {"FR", "0M_99_99_99_99", 0.65}, {"GB", "07999_999999", 0.6}, {"GB", "07999_999_999", 0.6},
        {"GB", "020_9999_9999", 0.6}, {"GB", "01999_999999", 0.6}, {"GB", "01999_999_999", 0.55},
        {"GB", "0800_999_9999", 0.55}, {"DE", "015MM_9999999", 0.6}, {"DE", "016M_99999999", 0.6},
        {"DE", "016M_9999999", 0.6}, {"DE", "017M_9999999", 0.6}, {"DE", "017M_99999999", 0.55},
        {"DE", "030_99999999", 0.5}, {"DE", "089_99999999", 0.5}, {"IT", "3M9_999_9999", 0.4},
        {"IT", "3M9_9999999", 0.3}, {"ES", "6M9_99_99_99", 0.5}, {"ES", "9M9_99_99_99", 0.4},
        {"PT", "9M9_999_999", 0.2}, {"PT", "2M9_999_999", 0.1}, {"NL", "06_99999999", 0.6},
        {"NL", "06_99_99_99_99", 0.6}, {"NL", "020_9999999", 0.5}, {"BE", "04M9_99_99_99", 0.6},
        {"BE", "04M9_999_999", 0.5}, {"CH", "07M_999_99_99", 0.6}, {"CH", "0MM_999_99_99", 0.6},
        {"AT", "06M9_9999999", 0.5}, {"AT", "06M9_999_9999", 0.5}, {"SE", "07M_999_99_99", 0.6},
        {"SE", "08_999_999_99", 0.55}, {"NO", "4M9_99_999", 0.3}, {"NO", "9M9_99_999", 0.3},
        {"DK", "MM_99_99_99", 0.2}, {"FI", "04M_999_9999", 0.55}, {"FI", "050_999_9999", 0.55},
        {"IS", "M99_9999", 0.0}, {"PL", "M99_999_999", 0.1}, {"CZ", "M99_999_999", 0.1},
        {"SK", "09M9_999_999", 0.55}, {"HU", "06_M0_999_9999", 0.65}, {"RO", "07M9_999_999", 0.55},
        {"BG", "08M9_999_999", 0.55}, {"GR", "69M_999_9999", 0.45}, {"GR", "210_999_9999", 0.5},
        {"RU", "8_9M9_999_99_99", 0.75}, {"RU", "8_M99_999_99_99", 0.65}, {"RU", "9M9_999_99_99", 0.5},
        {"UA", "0M9_999_99_99", 0.55}, {"TR", "05M9_999_99_99", 0.65}, {"TR", "0N99_999_99_99", 0.6},
        {"BR", "MM_99999_9999", 0.6}, {"BR", "MM_N999_9999", 0.45}, {"MX", "MM_9999_9999", 0.35},
        {"AR", "011_9999_9999", 0.55}, {"AR", "11_15_9999_9999", 0.6}, {"CL", "9_9999_9999", 0.5},
        {"CO", "3M9_999_9999", 0.45}, {"PE", "9M9_999_999", 0.2}, {"IN", "N9999_99999", 0.5},
        {"IN", "0M99_9999_9999", 0.4}, {"JP", "090_9999_9999", 0.65}, {"JP", "080_9999_9999", 0.65},
        {"JP", "070_9999_9999", 0.65}, {"JP", "03_9999_9999", 0.6}, {"JP", "06_9999_9999", 0.6},
        {"KR", "010_9999_9999", 0.65}, {"KR", "02_9999_9999", 0.6}, {"KR", "02_999_9999", 0.55},
        {"CN", "1NM_9999_9999", 0.5}, {"CN", "010_9999_9999", 0.6}, {"TW", "09MM_999_999", 0.55},
        {"TW", "02_9999_9999", 0.6}, {"HK", "N999_9999", 0.1}, {"SG", "8999_9999", 0.2},
        {"SG", "9999_9999", 0.1}, {"MY", "01M_999_9999", 0.55}, {"MY", "01M_9999_9999", 0.6},
        {"TH", "08M_999_9999", 0.6}, {"TH", "09M_999_9999", 0.55}, {"PH", "09MM_999_9999", 0.6},
        {"ID", "08MM_9999_9999", 0.65}, {"ID", "08MM_9999_999", 0.6}, {"VN", "09MM_999_999", 0.55},
        {"VN", "03M9_999_999", 0.5}, {"AU", "04M9_999_999", 0.6}, {"AU", "02_9999_9999", 0.6},
        {"AU", "03_9999_9999", 0.6}, {"AU", "1300_999_999", 0.5}, {"NZ", "02M_999_9999", 0.55},
        {"NZ", "02M_999_999", 0.5}, {"NZ", "09_999_9999", 0.5}, {"ZA", "0NM_999_9999", 0.5},
        {"NG", "08M9_999_9999", 0.6}, {"NG", "07M9_999_9999", 0.6}, {"NG", "09M9_999_9999", 0.6},
        {"KE", "07M9_999999", 0.55}, {"KE", "07M9_999_999", 0.55}, {"EG", "01M_9999_9999", 0.6},
        {"IL", "05M_999_9999", 0.6}, {"AE", "05M_999_9999", 0.6}, {"SA", "05M_999_9999", 0.6},
        {"PK", "03M9_9999999", 0.6}, {"BD", "01M99_999999", 0.6}, {"IE", "08M_999_9999", 0.55}};

struct CountryCode {
    std::string_view code;
    std::size_t shortest, longest; // digits after the code
};

// E.164 country codes with the lengths of their national significant numbers.
constexpr CountryCode codes[] = {{"1", 10, 10}, {"20", 8, 10}, {"27", 9, 9}, {"30", 10, 10}, {"31", 9, 9},
    {"32", 8, 9}, {"33", 9, 9}, {"34", 9, 9}, {"36", 8, 9}, {"39", 6, 11}, {"40", 9, 9}, {"41", 9, 9},
    {"43", 7, 13}, {"44", 9, 10}, {"45", 8, 8}, {"46", 7, 9}, {"47", 8, 8}, {"48", 9, 9}, {"49", 7, 12},
    {"51", 8, 9}, {"52", 10, 11}, {"53", 8, 8}, {"54", 10, 11}, {"55", 10, 11}, {"56", 9, 9}, {"57", 8, 10},
    {"58", 10, 10}, {"60", 8, 10}, {"61", 9, 9}, {"62", 8, 12}, {"63", 8, 10}, {"64", 8, 10}, {"65", 8, 8},
    {"66", 8, 9}, {"7", 10, 10}, {"81", 9, 10}, {"82", 8, 10}, {"84", 9, 10}, {"86", 10, 11}, {"90", 10, 10},
    {"91", 10, 10}, {"92", 9, 10}, {"93", 9, 9}, {"94", 9, 9}, {"95", 7, 10}, {"98", 10, 10}};

} // namespace

std::span<const std::string_view> phoneWords()
{
    return words;
}

std::span<const NationalPhone> nationalPhones()
{
    return forms;
}

bool isInternationalNumber(std::string_view digits)
{
    constexpr std::size_t longest = 15; // E.164
    if (digits.size() > longest || digits.empty() || digits.front() == '0')
        return false;
    for (const CountryCode &country : codes) {
        if (digits.starts_with(country.code)) {
            const std::size_t rest = digits.size() - country.code.size();
            return rest >= country.shortest && rest <= country.longest;
        }
    }
    // Three-digit codes: +21x to +29x, +35x, +37x, +38x, +42x, +50x, +59x, +67x to +69x, +80x, +85x to +88x,
    // +96x to +99x.
    static constexpr std::array<std::string_view, 26> heads{"21", "22", "23", "24", "25", "26", "29", "35",
        "37", "38", "42", "50", "59", "67", "68", "69", "80", "85", "87", "88", "96", "97", "99", "18", "79",
        "28"};
    constexpr std::size_t shortestWhole = 9; // code and six digits
    return digits.size() >= shortestWhole
        && std::find(heads.begin(), heads.end(), digits.substr(0, 2)) != heads.end();
}

} // namespace gatehouse::pii
