// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Passports, driving licences and other numbers no check digit proves: the words right before them do.
#include "core/checks/pii/checksums.h"
#include "core/checks/pii/identifier.h"

#include <algorithm>

namespace gatehouse::pii {

namespace {

bool hasVariety(std::string_view id)
{
    return std::any_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; })
        && !isOneDigitRepeated(id);
}

} // namespace

std::vector<IdentifierKind> documentIdentifiers()
{
    return {
        {"passport",
            {{"999999999", 0}, {"99999999", 0}, {"9999999", 0}, {"A9999999", 0}, {"A99999999", 0},
                {"AA999999", 0}, {"AA9999999", 0}, {"AAA999999", 0}, {"99AA99999", 0}, {"A********", 0},
                {"AA*****99", 0}, {"AA 9999999", 0}, {"A 9999999", 0}, {"99 9999999", 0}},
            hasVariety,
            {"passport", "passport no", "passport number", "passport id", "passeport", "numéro de passeport",
                "pasaporte", "passaporto", "passaporte", "reisepass", "reisepassnummer", "passnummer",
                "paspoort", "paspoortnummer", "passnr", "pasnummer", "passi", "passin numero", "paszport",
                "útlevél", "útlevélszám", "pașaport", "číslo pasu", "putovnica", "паспорт", "загранпаспорт",
                "διαβατήριο", "pasaport", "护照", "护照号", "護照", "パスポート", "旅券", "旅券番号", "여권",
                "여권번호", "पासपोर्ट", "جواز السفر", "جواز", "דרכון", "hộ chiếu", "paspor", "หนังสือเดินทาง"},
            0.7, "national-id", true},
        {"driving-licence",
            {{"9999999", 0}, {"99999999", 0}, {"999999999", 0}, {"9999999999", 0}, {"99999999999", 0},
                {"999999999999", 0}, {"A999999", 0}, {"A9999999", 0}, {"A99999999", 0}, {"A999999999", 0},
                {"A99999999999", 0}, {"A999999999999", 0}, {"A9999999999999", 0}, {"A99999999999999", 0},
                {"AA999999", 0}, {"AA9999999", 0}, {"AA999999A", 0}, {"999-999-999", 0}, {"999-99-9999", 0},
                {"9999-99-9999", 0}, {"A999-9999-9999", 0}, {"A9999-99999-99999", 0}, {"A999-999-999-999", 0},
                {"AA9999999A", 0}, {"A**99999*99", 0}, {"AA99 99999999999", 0}, {"AA9999999999999", 0},
                {"AA-9999999999999", 0}, {"99 999 999", 0}, {"99/99/999999", 0}},
            hasVariety,
            {"driver's license", "driver's license number", "driver's licence", "drivers license",
                "drivers licence", "driver license", "driver licence", "driver license number",
                "driving licence", "driving license", "driving licence number", "driving license number",
                "license number", "licence number", "license no", "licence no", "dl no", "DL", "dl number",
                "dl#", "führerschein", "führerscheinnummer", "führerschein-nr", "permis de conduire",
                "permis", "carné de conducir", "permiso de conducir", "licencia de conducir", "patente",
                "patente di guida", "carta de condução", "cnh", "carteira de motorista", "rijbewijs",
                "rijbewijsnummer", "körkort", "førerkort", "kørekort", "ajokortti", "prawo jazdy",
                "prawa jazdy", "řidičský průkaz", "jogosítvány", "vezetői engedély", "permis auto",
                "vozačka dozvola", "водительское удостоверение", "ву", "посвідчення водія", "άδεια οδήγησης",
                "ehliyet", "sürücü belgesi", "驾驶证", "驾照", "駕照", "運転免許", "免許証番号", "운전면허",
                "ड्राइविंग लाइसेंस", "رخصة القيادة", "רישיון נהיגה", "ใบขับขี่"},
            0.65, "national-id", true},
        {"id-number",
            {{"999999", 0}, {"9999999", 0}, {"99999999", 0}, {"999999999", 0}, {"9999999999", 0},
                {"99999999999", 0}, {"999999999999", 0}, {"9999999999999", 0}, {"99999999999999", 0},
                {"99.999.999", 0}, {"9.999.999.999", 0}, {"9.999.999", 0}, {"A9999999", 0}, {"AA999999", 0},
                {"AA99999AA", 0}, {"AA9999999", 0}, {"A99999999", 0}, {"9999-9999-9999", 0},
                {"999-999-999", 0}},
            hasVariety,
            {"national id", "national id number", "national identity number",
                "national identification number", "identity card", "identity card number", "identity number",
                "id card number", "id card no", "citizen id", "citizenship number", "personal id",
                "personal id number", "personal identity number", "government id", "social security number",
                "numéro d'identité", "carte d'identité", "cni", "documento de identidad",
                "cédula de ciudadanía", "dni", "carta d'identità", "numero carta d'identità",
                "bilhete de identidade", "rg", "carteira de identidade", "identiteitskaart", "identitetskort",
                "občanský průkaz", "személyi igazolvány", "buletin", "osobna iskaznica",
                "удостоверение личности", "лична карта", "ταυτότητα", "αριθμός ταυτότητας", "kimlik no",
                "身份证号码", "เลขบัตรประชาชน", "رقم الهوية"},
            0.6, "national-id", true},
        {"licence-plate",
            {{"AA99 AAA", 0}, {"AA99AAA", 0}, {"AA-999-AA", 0}, {"AA 999 AA", 0}, {"AA999AA", 0},
                {"AAA-9999", 0}, {"AAA 9999", 0}, {"AAA9999", 0}, {"9AAA999", 0}, {"A-AA 9999", 0},
                {"A-AA 999", 0}, {"AA-AA 999", 0}, {"AA-AA 9999", 0}, {"A AA 9999", 0}, {"AAA-999", 0},
                {"AAA 999", 0}, {"999-AAA", 0}, {"9999 AAA", 0}, {"AA 99999", 0}, {"AA 99 AA 9999", 0},
                {"AA99AA9999", 0}, {"A999AA99", 0}, {"A999AA999", 0}, {"99-AA-99", 0}, {"AA-999-A", 0},
                {"A-999-AA", 0}},
            hasVariety,
            {"license plate", "licence plate", "number plate", "plate number", "plate no",
                "vehicle registration", "registration plate", "kennzeichen", "kfz-kennzeichen",
                "immatriculation", "plaque", "plaque d'immatriculation", "matrícula", "targa", "placa",
                "kenteken", "nummerplade", "registreringsnummer", "rekisterinumero", "numer rejestracyjny",
                "spz", "rendszám", "госномер", "номер машины", "plaka", "车牌", "ナンバープレート"},
            0.65, "vehicle", true, true},
        {"medical-record-number",
            {{"999999", 0}, {"9999999", 0}, {"99999999", 0}, {"999999999", 0}, {"9999999999", 0},
                {"999-99-99", 0}, {"99-99-99", 0}, {"A999999", 0}, {"A9999999", 0}, {"AA999999", 0},
                {"AAA999999", 0}},
            hasVariety,
            {"mrn", "medical record", "medical record number", "medical record no", "patient id",
                "patient number", "patient no", "health record", "chart number", "hospital number",
                "patientennummer", "numéro de patient", "historia clínica", "prontuário", "病历号"},
            0.65, "health", true},
    };
}

} // namespace gatehouse::pii
