// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"
#include "core/checks/pii/identifier.h"

#include <QTest>
#include <set>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;
using gatehouse::test::findingOf;

namespace {

struct Sample {
    const char *kind;
    const char *sentence; // %1 stands for the identifier
    const char *valid;
    const char *invalid;
};

// The issuers' published samples, or made by their algorithm; none belongs to a person.
constexpr Sample samples[] = {
    {"us-ssn", "My SSN is %1", "219-09-8888", "666-09-8888"},
    {"us-itin", "ITIN: %1", "912-70-1234", "912-93-1234"},
    {"us-npi", "provider NPI %1", "1234567893", "1234567890"},
    {"us-dea-number", "DEA number %1", "AB1234563", "AB1234564"},
    {"us-medicare-id", "Medicare id %1", "1EG4-TE5-MK73", "1SG4-TE5-MK73"},
    {"ca-sin", "Her SIN is %1", "130 692 544", "130 692 545"},
    {"br-cpf", "CPF %1", "111.444.777-35", "111.444.777-36"},
    {"br-cnpj", "CNPJ %1", "11.222.333/0001-81", "11.222.333/0001-82"},
    {"mx-curp", "CURP %1", "HEGG560427MVZRRL04", "HEGG560427MVZRRL05"},
    {"cl-rut", "RUT %1", "12.345.678-5", "12.345.678-6"},
    {"ar-cuit", "CUIT %1", "20-12345678-6", "20-12345678-7"},
    {"in-aadhaar", "Aadhaar %1", "234567890124", "234567890125"},
    {"in-pan", "PAN card %1", "ABCPE1234F", "ABCDE1234F"},
    {"au-tfn", "TFN %1", "123 456 782", "123 456 783"},
    {"au-medicare", "Medicare %1", "2123 45670 1", "2123 45680 1"},
    {"jp-my-number", "my number %1", "123456789018", "123456789017"},
    {"kr-rrn", "RRN %1", "900101-1234568", "900101-1234569"},
    {"cn-resident-id", "resident id %1", "11010519491231002X", "110105194912310021"},
    {"sg-nric", "NRIC %1", "S1234567D", "S1234567E"},
    {"il-id", "israeli id %1", "123456782", "123456783"},
    {"tr-id", "TC kimlik %1", "10000000146", "10000000147"},
    {"za-id", "SA ID %1", "8001015009087", "8001015009088"},
    {"th-id", "thai id %1", "1101700230708", "1101700230709"},
    {"fr-nir", "NIR %1", "2 55 08 14 168 025 38", "2 55 08 14 168 025 39"},
    {"es-dni", "DNI %1", "12345678Z", "12345678A"},
    {"es-nie", "NIE %1", "X1234567L", "X1234567A"},
    {"it-fiscal-code", "codice fiscale %1", "RSSMRA85T10A562S", "RSSMRA85T10A562T"},
    {"pt-nif", "NIF %1", "123456789", "123456788"},
    {"ro-cnp", "CNP %1", "1800101123450", "1800101123451"},
    {"bg-egn", "EGN %1", "7523169263", "7523169264"},
    {"hr-oib", "OIB %1", "33392005961", "33392005962"},
    {"uk-nhs-number", "NHS number %1", "943 476 5919", "943 476 5918"},
    {"uk-nino", "NI number %1", "AB123456C", "BG123456C"},
    {"de-tax-id", "Steuer-ID %1", "86095742719", "86095742718"},
    {"nl-bsn", "BSN %1", "111222333", "111222334"},
    {"be-national-number", "rijksregister %1", "85.07.30-033.28", "85.07.30-033.29"},
    {"pl-pesel", "PESEL %1", "44051401359", "44051401358"},
    {"se-personal-number", "personnummer %1", "811218-9876", "811218-9875"},
    {"fi-hetu", "hetu %1", "131052-308T", "131052-308U"},
    {"no-birth-number", "fødselsnummer %1", "01019010046", "01019010047"},
    {"dk-cpr", "CPR %1", "070761-4285", "079961-4285"},
    {"ch-ahv", "AHV %1", "756.9217.0769.85", "756.9217.0769.84"},
    {"at-svnr", "SVNR %1", "1237 010180", "1238 010180"},
    {"ie-pps", "PPS number %1", "1234567T", "1234567A"},
    {"cz-birth-number", "rodné číslo %1", "785101/1003", "785101/1004"},
};

} // namespace

class TestPiiCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void identifiersAreProven_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("valid");
        QTest::addColumn<QString>("invalid");
        for (const Sample &sample : samples)
            QTest::newRow(sample.kind)
                << sample.kind << QString::fromUtf8(sample.sentence) << sample.valid << sample.invalid;
    }
    void identifiersAreProven()
    {
        QFETCH(QString, kind);
        QFETCH(QString, sentence);
        QFETCH(QString, valid);
        QFETCH(QString, invalid);
        const std::string name = kind.toStdString();
        const std::string text = sentence.arg(valid).toStdString();
        const CheckReport report = m_everything.run(text);
        const CheckFinding *finding = findingOf(report, name);
        QVERIFY2(finding, qPrintable(describe(report)));
        QCOMPARE(text.substr(finding->range.start, finding->range.size()), valid.toStdString());
        QVERIFY(finding->score >= 0.75);
        const CheckReport wrong = m_everything.run(sentence.arg(invalid).toStdString());
        QVERIFY2(!findingOf(wrong, name), qPrintable(describe(wrong)));
    }

    void everyIdentifierIsTried()
    {
        std::set<std::string_view> tried;
        for (const Sample &sample : samples)
            tried.insert(sample.kind);
        QVERIFY(tried.size() >= 40);
    }

    void bareDigitsNeedTheirWords()
    {
        QVERIFY(findingOf(m_runner.run("patient, NHS 9434765919"), "uk-nhs-number"));
        QCOMPARE(m_runner.run("the total is 9434765919 units").outcome, CheckOutcome::Pass);
        QCOMPARE(m_runner.run("row 111222333 of the table").outcome, CheckOutcome::Pass);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("findings");
        const auto row = [](const char *name, const char *text, const char *findings) {
            QTest::newRow(name) << QString::fromUtf8(text) << findings;
        };
        row("card in groups", "card 4111 1111 1111 1111 please", "card@5-24");
        row("card together", "use 5555555555554444 now", "card@4-20");
        row("american express", "amex 3782-822463-10005", "card@5-22");
        row("card by its words", "visa 4222222222222", "card@5-18");
        row("card, wrong digit", "card 4111 1111 1111 1112", "");
        row("card, no issuer", "number 9999999999999995", "");
        row("iban in groups", "to GB82 WEST 1234 5698 7654 32.", "iban@3-30");
        row("iban together", "DE89370400440532013000", "iban@0-22");
        row("iban in small letters", "nl91abna0417164300", "iban@0-18");
        row("iban, wrong digit", "GB82 WEST 1234 5698 7654 33", "");
        row("iban, wrong length", "DE8937040044053201300", "");
        row("e-mail", "ask pat.doe+news@mail.example.org!", "email@4-33");
        row("account in a URL", "postgres://app:n0t-real@db.example.com:5432/shop", "");
        row("e-mail in a query", "https://shop.example/?to=pat@example.org", "email@25-40");
        row("e-mail in quotes", "'pat@example.org'", "email@1-16");
        row("package version", "install left-pad@1.3.0", "");
        row("image for dense screens", "logo@2x.png", "");
        row("international telephone", "+49 30 901820", "phone@0-13");
        row("american telephone", "dial (212) 555-0123 now", "phone@5-19");
        row("telephone by its words", "Telefon: 030 901820", "phone@9-19");
        row("number without words", "part 030 901820 in stock", "");
        row("date by a call", "call on 2024-01-15", "");
        row("address", "from 203.0.113.7 today", "ipv4@5-16");
        row("version", "version 1.2.3.4", "");
        row("own machine", "http://127.0.0.1:8787/", "");
        row("private network", "host 192.168.1.4", "");
        row("ipv6", "peer 2001:db8:85a3::8a2e:370:7334 up", "ipv6@5-33");
        row("time", "at 12:34:56 and 00:00", "");
        row("hash", "9fceb02d0ae598e95dc970b74767f19372d61af8", "");
        row("uuid", "909ff497-6a8a-43ef-a880-4790be6c6fe9", "");
        row("arithmetic", "48 boxes of 1250 screws cost $12,345.67 or 123456789 cents", "");
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, findings);
        QCOMPARE(describe(m_runner.run(text.toStdString())), findings);
    }

    void kindsNarrow()
    {
        const std::string text = "pat@example.org, card 4111 1111 1111 1111, BSN 111222333, peer 203.0.113.7";
        QCOMPARE(
            describe(CheckRunner("pii", R"({"kinds":["card"]})").run(text)), QStringLiteral("card@22-41"));
        QCOMPARE(describe(CheckRunner("pii", R"({"kinds":["national-id"]})").run(text)),
            QStringLiteral("nl-bsn@47-56"));
        QCOMPARE(describe(CheckRunner("pii", R"({"kinds":["ip"]})").run(text)), QStringLiteral("ipv4@63-74"));
        QCOMPARE(describe(CheckRunner("pii", R"({"kinds":["email","nl-bsn"]})").run(text)),
            QStringLiteral("email@0-15 nl-bsn@47-56"));
        QCOMPARE(CheckRunner("pii", R"({"min_confidence":0.99})").run(text).outcome, CheckOutcome::Pass);
    }

    void unknownKindsAreNamed()
    {
        const CheckRunner runner("pii", R"({"kinds":["email","shoe-size"]})");
        QVERIFY(!runner.check());
        QCOMPARE(runner.error().where, "kinds/1");
    }

    // The longest address there is room for, and a number with its word behind it.
    void isDecidedWithinItsBytes()
    {
        const std::size_t decisive = *m_runner.check()->decisiveBytes();
        QVERIFY(decisive <= 128);
        const std::string address = "x " + std::string(60, 'a') + "@" + std::string(40, 'b')
            + ".example.org.and." + std::string(40, 'c') + ".example.org";
        const CheckReport cut = m_runner.run(address.substr(0, 2 + decisive));
        QVERIFY(!cut.findings.empty());
        QCOMPARE(cut.findings.front().range.start, std::size_t(2));
        QVERIFY(findingOf(m_runner.run("111222333 is the BSN of the applicant"), "nl-bsn"));
    }

private:
    const CheckRunner m_runner{"pii"};
    const CheckRunner m_everything{"pii", R"({"kinds":["national-id"],"min_confidence":0.01})"};
};

QTEST_GUILESS_MAIN(TestPiiCheck)
#include "tst_pii_check.moc"
