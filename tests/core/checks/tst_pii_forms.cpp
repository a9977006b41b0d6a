// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// How personal data is written: telephone numbers and dates by country, fields of JSON and CSV, wallets; and
// what only looks like it.
#include "check_runner.h"
#include "core/base/digest.h"
#include "core/checks/pii/crypto_address.h"
#include "core/checks/pii/keccak.h"
#include "core/checks/pii/phone.h"
#include "pii_identities.h"

#include <QTest>
#include <random>
#include <set>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

// Digits for a form: the smallest the place allows, then others, so that no two are alike.
std::string writtenAs(std::string_view form, std::mt19937 &random, char separator)
{
    std::string out;
    for (const char c : form) {
        const auto digit
            = [&](unsigned least) { return static_cast<char>('0' + least + random() % (10 - least)); };
        out += c == '9' ? digit(0) : c == 'N' ? digit(2) : c == 'M' ? digit(1) : c == '_' ? separator : c;
    }
    return out;
}

} // namespace

class TestPiiForms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Every national form, with each separator, beside a word for telephone; twenty countries at least are
    // known by their form alone.
    void nationalPhones()
    {
        std::mt19937 random(5);
        std::set<std::string_view> countries, telling;
        for (const pii::NationalPhone &phone : pii::nationalPhones()) {
            countries.insert(phone.country);
            if (phone.alone >= 0.5)
                telling.insert(phone.country);
            for (const char separator : {' ', '-', '.'}) {
                // Four groups with dots may be an IP address.
                if (separator == '.' && std::count(phone.form.begin(), phone.form.end(), '_') == 3)
                    continue;
                const std::string number = writtenAs(phone.form, random, separator);
                const std::string text = "Telefon: " + number + ", bitte";
                const CheckFinding *finding = findingOf(m_phones.run(text), "phone");
                QVERIFY2(finding, text.c_str());
            }
        }
        QVERIFY(countries.size() >= 40);
        QVERIFY(telling.size() >= 25);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("findings");
        const auto row = [](const char *text, const char *findings) {
            QTest::newRow(text) << QString::fromUtf8(text) << findings;
        };
        row("Appelez-moi au 06 12 34 56 78", "phone@15-29");
        row("写真は 090-1234-5678 まで", "phone@10-23");
        row("携帯:09012345678", "phone@7-18");
        row("+44 (0)20 7946 0018 is the desk", "phone@0-19");
        row("(0341) 83 871 76 fax", "phone@0-16");
        row("call +1-903-140-4508x769 now", "phone@5-24");
        row("{\"phone_number\": \"0301234567\"}", "phone@18-28");
        row("userPhone=0301234567", "phone@10-20");
        row("DOB: 03/12/1985", "birth-date@5-15");
        row("dateOfBirth: \"1985-03-12\"", "birth-date@14-24");
        row("date_of_birth,1985-03-12", "birth-date@14-24");
        row("born on 12th of March, 1985 in Rome", "birth-date@8-27");
        row("Née le 12 mars 1985", "birth-date@8-20");
        row("geboren am 12. März 1985.", "birth-date@11-25");
        row("nacida el 12 de marzo de 1985", "birth-date@10-29");
        row("nata il 12/03/1985 a Roma", "birth-date@8-18");
        row("дата рождения: 12.03.1985", "birth-date@27-37");
        row("生年月日 1985年3月12日", "birth-date@13-29");
        row("생년월일: 1985년 3월 12일", "birth-date@14-32");
        row("March 12, 1985 (date of birth)", "birth-date@0-14");
        row("Ada (born 10 December 1915) wrote", "");
        row("the company was founded on 12 March 1985", "");
        row("DOB 45/45/1985", "");
        row("passport no. X1234567", "passport@13-21");
        row("{\"passport_number\": \"AB1234567\"}", "passport@21-30");
        row("Reisepassnummer: C01X00T47", "passport@17-26");
        row("passport control opens at 12345678", "");
        row("driver's license number is F162823540116", "driving-licence@27-40");
        row("license plate ABC 1234", "licence-plate@14-22");
        row("MRN: 12345678", "medical-record-number@5-13");
        row("BIC: DEUTDEFF500", "bic@5-16");
        row("SWIFT code BNPAFRPP", "bic@11-19");
        row("SWIFT PROGRAMMING LANGUAGE", "");
        row("sort code 20-00-00", "uk-sort-code@10-18");
        row("L898902C36UTO7408122F1204159ZE184226B<<<<<10", "passport-mrz@0-44");
        row("L898902C36UTO7408123F1204159ZE184226B<<<<<10", "");
        row("MAC 00:1a:2b:3c:4d:5e", "mac-address@4-21");
        row("at 12:34:56:78:90:12", "");
        row("VAT: DE 136 695 976", "vat-number@5-19");
        row("VAT: DE 136 695 977", "");
        row("USt-IdNr. ATU13585627", "vat-number@10-21");
        row("btw NL004495445B01", "vat-number@4-18");
        row("SSN:219-09-8888,SSN:219-09-7777", "us-ssn@4-15 us-ssn@20-31");
        row("7,219-09-8888,x", "us-ssn@2-13");
        row("SSN 219\xE2\x80\x91"
            "09\xE2\x80\x91"
            "8888",
            "us-ssn@4-19");
        row("{\"ssn\": \"219098888\"}", "us-ssn@9-18");
        row("taxId: 219098888", "us-ssn@7-16");
        row("order number 4111111111111111", "");
        row("invoice 212-555-0123", "");
        row("commit 0123456789012345678901234567890123456789", "");
        row("1700000000 1700000001 1700000002 ms since the epoch", "");
        row("3.14159265358979323846", "");
        row("for (i = 0; i < 1000000000; ++i) sum += 123456789 * i;", "");
        row("1,234,567,890 and 12.345.678,90", "");
        row("v2.10.1234 build 20240115.3", "");
        row("[1,2,3,4,5,6,7,8,9,10,11,12]", "");
        row("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", "");
        row("call(1234, 5678, 91011)", "");
        row("0x1A2B3C4D5E6F7A8B", "");
        row("2024-01-15T12:34:56.789012Z", "");
        row("https://example.org/items/1234567890/view?page=12", "");
        row("sin(123456782) = 0.5", "");
        row("::ffff:198.51.100.9", "ipv4@7-19");
        row("peer 2a00:1450:4001:81b::200e.", "ipv6@5-29");
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, findings);
        QCOMPARE(describe(m_all.run(text.toStdString())), findings);
    }

    // EIP-55 gives these four; the last has one letter in the other case.
    void ethereumAddresses()
    {
        QVERIFY(pii::passesEip55("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        QVERIFY(pii::passesEip55("fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
        QVERIFY(pii::passesEip55("dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB"));
        QVERIFY(!pii::passesEip55("5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
        const auto digest = pii::keccak256("");
        QCOMPARE(
            toHex(digest), std::string("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"));
    }

    void bitcoinAddresses()
    {
        const std::string genesis = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
        const std::string segwit = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
        for (const std::string &address : {genesis, segwit}) {
            QVERIFY(findingOf(m_all.run("send to " + address + "."), "bitcoin-address"));
            for (std::size_t at = 4; at < address.size(); ++at) {
                std::string wrong = address;
                wrong[at] = wrong[at] == '2' ? '3' : '2';
                QVERIFY2(!findingOf(m_all.run("send to " + wrong + "."), "bitcoin-address"), wrong.c_str());
            }
        }
    }

    // A text that ends anywhere: what starts early enough before its end is there exactly if it is in the
    // whole.
    void cutAnywhere()
    {
        const std::size_t decisive = *m_all.check()->decisiveBytes();
        QVERIFY(decisive <= 128);
        IdentityMaker maker(11);
        std::string text = "pat@example.org, born 12 March 1985; ";
        for (const IdentityRule &rule : identityRules()) {
            std::string sentence = rule.sentence;
            sentence.replace(sentence.find("%1"), 2, maker.valid(rule));
            text += sentence
                + ", +49 30 901820 or 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 203.0.113.7; ";
        }
        const CheckReport whole = m_all.run(text);
        std::vector<CheckFinding> expected = whole.findings;
        for (std::size_t end = 1; end < text.size(); end += 3) {
            const CheckReport cut = m_all.run(text.substr(0, end));
            const std::size_t decided = end - std::min(end, decisive);
            const auto starts = [&](const std::vector<CheckFinding> &findings) {
                std::set<std::size_t> out;
                for (const CheckFinding &finding : findings) {
                    if (finding.range.start <= decided && finding.range.start + decisive <= end)
                        out.insert(finding.range.start);
                }
                return out;
            };
            QVERIFY2(starts(cut.findings) == starts(expected), text.substr(0, end).substr(decided).c_str());
        }
    }

private:
    const CheckRunner m_all{"pii"};
    const CheckRunner m_phones{"pii", R"({"kinds":["phone"]})"};
};

QTEST_GUILESS_MAIN(TestPiiForms)
#include "tst_pii_forms.moc"
