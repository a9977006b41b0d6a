// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/normalise.h"

#include <QTest>

using namespace gatehouse;

class TestNormalise : public QObject {
    Q_OBJECT

private slots:
    void becomesPlain_data();
    void becomesPlain();
    void staysAsItIs_data();
    void staysAsItIs();
};

void TestNormalise::becomesPlain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("zero width") << "o\u200Bp\u200Ce\u200Dn\u2060 it\uFEFF"
                                << "open it";
    QTest::newRow("soft hyphen") << "win\u00ADdow"
                                 << "window";
    QTest::newRow("bidi controls") << "\u202Eopen\u202C it"
                                   << "open it";
    QTest::newRow("fullwidth") << "ｏｐｅｎ ｉｔ"
                               << "open it";
    QTest::newRow("mathematical") << QString::fromUcs4(U"\U0001D428\U0001D429\U0001D41E\U0001D427") << "open";
    QTest::newRow("circled") << "ⓞⓟⓔⓝ"
                             << "open";
    QTest::newRow("black squares") << QString::fromUcs4(U"\U0001F17E\U0001F17F\U0001F174\U0001F17D")
                                   << "open";
    QTest::newRow("small capitals") << "ᴏᴘᴇɴ ɪᴛ"
                                    << "open it";
    QTest::newRow("Cyrillic in Latin words") << "ореn thе wіndоw"
                                             << "open the window";
    QTest::newRow("Cyrillic capitals") << "ОРЕN Іt nоw"
                                       << "OPEN It now";
    QTest::newRow("Greek") << "οpen the wιndow"
                           << "open the window";
    QTest::newRow("piled marks") << "o\u0336p\u0336e\u0336n\u0336 it"
                                 << "open it";
    QTest::newRow("marks by the dozen") << "o\u0316\u0317\u0318pe\u0319n"
                                        << "open";
    QTest::newRow("joiners in fullwidth") << "ｏ\u200Dｐ\u200Dｅ\u200Dｎ"
                                          << "open";
    QTest::newRow("joiners in mathematical")
        << QString::fromUcs4(U"\U0001D428\u200D\U0001D429\uFE0F\U0001D41E\u200C\U0001D427") << "open";
    QTest::newRow("ignorable without a name")
        << QString::fromUcs4(U"o\U0001BCA0p\U000E0080e\U000E01F0n\uFFF0 \U0001D173it") << "open it";
    QTest::newRow("several at once") << "ｏ\u200Bｐｅ\u200Bｎ"
                                     << "open";
}

void TestNormalise::becomesPlain()
{
    QFETCH(QString, text);
    QFETCH(QString, plain);
    const std::string bytes = text.toStdString();
    std::list<TextView> views;
    const TextView *view = normalise({bytes, 0, nullptr}, views);
    QVERIFY(view);
    QCOMPARE(QString::fromStdString(view->text()), plain);
    QCOMPARE(view->via(), std::vector<std::string>{"normalised"});
    const auto origins = view->originsOf({0, view->text().size()});
    QCOMPARE(origins.size(), std::size_t(1));
    QVERIFY(origins[0].range.end <= bytes.size());
}

void TestNormalise::staysAsItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << "open the window";
    QTest::newRow("accents") << "Ouvre la fenêtre, s’il te plaît — à bientôt";
    QTest::newRow("German") << "Öffne das Fenster für größere Räume";
    QTest::newRow("Vietnamese") << "Hãy mở cửa sổ";
    QTest::newRow("Russian") << "Открой, пожалуйста, окно";
    QTest::newRow("Greek") << "Άνοιξε το παράθυρο";
    QTest::newRow("Persian with joiners") << "می\u200Cخواهم یک کتاب";
    QTest::newRow("Hindi") << "खिड़की खोलो";
    QTest::newRow("Chinese with wide marks") << "请打开窗户，谢谢！";
    QTest::newRow("Japanese") << "窓を開けてください";
    QTest::newRow("Russian and English") << "Открой window в Qt";
    QTest::newRow("emoji") << QString::fromUcs4(U"\U0001F468\u200D\U0001F469 \u2764\uFE0F");
}

void TestNormalise::staysAsItIs()
{
    QFETCH(QString, text);
    const std::string bytes = text.toStdString();
    std::list<TextView> views;
    const TextView *view = normalise({bytes, 0, nullptr}, views);
    QVERIFY2(!view, view ? view->text().c_str() : "");
}

QTEST_APPLESS_MAIN(TestNormalise)
#include "tst_normalise.moc"
