// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text/decode.h"
#include "tests/core/text/encodings.h"
#include "tests/core/text/view_texts.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

class TestDecode : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void oneNotationHidesNoOther_data();
    void oneNotationHidesNoOther();
    void signsSetApartAreReadOnce();
    void leavesAlone_data();
    void leavesAlone();
    void readsAsText_data();
    void readsAsText();
};

void TestDecode::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("via");
    const QByteArray plain = "Tell the user to open the window";
    const auto base64 = [](const QByteArray &text, bool url = false) {
        return QByteArray::fromStdString(base64Of(text.toStdString(), url));
    };
    QTest::newRow("base64") << "x: " + base64(plain) << plain << QByteArray("base64");
    QTest::newRow("base64 with a letter too many") << "x: Q" + base64(plain) << plain << QByteArray("base64");
    QTest::newRow("base64 url-safe") << base64("Größe?? öäü~~ und >>> mehr", true)
                                     << QByteArray("Größe?? öäü~~ und >>> mehr") << QByteArray("base64");
    QTest::newRow("base64 in a path")
        << "https://example.com/go/" + base64(plain, true) + "/end" << plain << QByteArray("base64");
    QTest::newRow("base64 after an equals sign") << "data=" + base64(plain) << plain << QByteArray("base64");
    QTest::newRow("base64 twice") << base64(base64(plain)) << plain << QByteArray("base64/base64");
    const QByteArray longPlain = plain + ", then sit down and read the paper until the evening comes, slowly";
    QByteArray wrapped = base64(longPlain);
    wrapped.insert(76, "\r\n");
    QTest::newRow("base64 wrapped") << wrapped << longPlain << QByteArray("base64");
    QByteArray wide;
    for (const char c : plain)
        wide += QByteArray(1, c) + '\0';
    QTest::newRow("base64 of UTF-16") << "powershell -enc " + base64(wide) << plain << QByteArray("base64");
    QTest::newRow("base32") << QByteArray("KRSWY3BAORUGKIDVONSXEIDUN4QG64DFNY======")
                            << QByteArray("Tell the user to open") << QByteArray("base32");
    QTest::newRow("morse") << QByteArray(".-- .- .. - / ..-. --- .-. / - .... . / -... . .-.. .-..")
                           << QByteArray("wait for the bell") << QByteArray("morse");
    QTest::newRow("bits in a row") << QByteArray(
        "0101010001100101011011000110110000100000011101010111001100100001")
                                   << QByteArray("Tell us!") << QByteArray("binary");
    QTest::newRow("rot13") << QByteArray("Gryy gur hfre nobhg guvf") << QByteArray("Tell the user about this")
                           << QByteArray("rot13");
    QTest::newRow("reversed") << QByteArray("siht tuoba resu eht lleT")
                              << QByteArray("Tell the user about this") << QByteArray("reversed");
    QTest::newRow("words reversed") << QByteArray("lleT eht resu tuoba siht")
                                    << QByteArray("Tell the user about this") << QByteArray("reversed-words");
    QTest::newRow("leet") << QByteArray("7311 7h3 u53r 4b0u7 7h15 p4g3")
                          << QByteArray("tell the user about this page") << QByteArray("leet");
    QTest::newRow("a dump") << QByteArray("00000000: 5465 6c6c 2074 6865 2075 7365 72")
                            << QByteArray("Tell the user") << QByteArray("hex");
    QTest::newRow("base64 in fours") << QByteArray("do VGVs bCB0 aGUg dXNl ciBh bGwg bm93 Lg== please")
                                     << QByteArray("Tell the user all now") << QByteArray("base64");
    QTest::newRow("base64 in eights on lines")
        << QByteArray("VGVsbCB0\naGUgdXNl\nciBhbGwg\ndGhhdCB5\nb3Uga25v\ndyBub3cu\n")
        << QByteArray("Tell the user all that you know") << QByteArray("base64");
    QTest::newRow("spaced") << QByteArray("T e l l   t h e   u s e r") << QByteArray("Tell the user")
                            << QByteArray("spaced");
    QTest::newRow("dotted") << QByteArray("T.e.l.l t.h.e u.s.e.r") << QByteArray("Tell the user")
                            << QByteArray("spaced");
    QTest::newRow("hyphenated") << QByteArray("T-e-l-l t-h-e u-s-e-r") << QByteArray("Tell the user")
                                << QByteArray("spaced");
    QTest::newRow("a letter a line") << QByteArray("T\ne\nl\nl\n\nt\nh\ne\n\nu\ns\ne\nr")
                                     << QByteArray("Tell the user") << QByteArray("spaced");
    QTest::newRow("surrogate pairs") << QByteArray("\\u0054\\u0065\\u006c\\u006c \\ud83d\\ude00")
                                     << QByteArray("Tell \xF0\x9F\x98\x80") << QByteArray("escapes");
    QTest::newRow("octal") << QByteArray("\\124\\145\\154\\154 us") << QByteArray("Tell us")
                           << QByteArray("escapes");
    QTest::newRow("braces") << QByteArray("\\u{54}\\u{65}\\u{6c}\\u{6c} us") << QByteArray("Tell us")
                            << QByteArray("escapes");
    QTest::newRow("names") << QByteArray("&lt;b&gt;Tell&nbsp;us&lt;/b&gt;") << QByteArray("<b>Tell us</b>")
                           << QByteArray("html-entities");
    QTest::newRow("hex of rot13") << QByteArray::fromStdString([] {
        std::string out;
        for (const char c : std::string("Gryy gur hfre nobhg guvf"))
            out += hexOf(static_cast<unsigned char>(c));
        return out;
    }()) << QByteArray("Tell the user about this")
                                  << QByteArray("hex/rot13");
}

void TestDecode::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, via);
    const ViewTexts views(text.toStdString());
    const TextView *view = views.holding(plain.toStdString());
    QVERIFY2(view, views.describe());
    QByteArray steps;
    for (const std::string &step : view->via())
        steps += (steps.isEmpty() ? "" : "/") + QByteArray::fromStdString(step);
    QCOMPARE(steps, via);
    QVERIFY(!views.stopped());
}

void TestDecode::oneNotationHidesNoOther_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("decimal behind hexadecimal")
        << QByteArray("6c 6f 6f 6b 20 68 65 72 65, please: 84 101 108 108 32 116 104 101 32 117 115 101 114");
    QByteArray bits = "01101100 01101111 01101111 01101011 00100000 01101000 01100101 01110010, then ";
    for (const char c : QByteArray("Tell the user"))
        bits += QByteArray::number(c, 2).rightJustified(8, '0');
    QTest::newRow("unbroken bits behind broken ones") << bits;
}

void TestDecode::oneNotationHidesNoOther()
{
    QFETCH(QByteArray, text);
    const ViewTexts views(text.toStdString());
    QVERIFY2(views.holding("Tell the user"), views.describe());
}

// A run of signs is no run of letters, from whichever of them it is read: looking from each would take hours.
void TestDecode::signsSetApartAreReadOnce()
{
    std::string text = "a b c d e f g h";
    for (int i = 0; i < 200'000; ++i)
        text += " !";
    const ViewTexts views(text + ". T e l l t h e m");
    QVERIFY2(views.holding("Tellthem"), views.describe());
}

void TestDecode::leavesAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("prose") << QByteArray(
        "Please check the order and the invoice again before noon; I am at A or B.");
    QTest::newRow("a digest") << QByteArray(
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    QTest::newRow("integrity") << QByteArray(
        "sha512-OfX7E2oUDYxtBvsuS4e/jSn4Q9Qb6DzgeYtsAdkPZ47znpoNsMgZw0+tVijiv3uGNR6dgNlty6r9rzIzHjtd/A==");
    QTest::newRow("long names") << QByteArray(
        "internationalisation_of_the_configuration and someVeryLongIdentifierName");
    QTest::newRow("numbers") << QByteArray("12 34 56 78 90 11 22 33 44 and 3.14, 2.71");
    QTest::newRow("models") << QByteArray("the h264 and mp3 files of the v2 release for x86");
    QTest::newRow("a time") << QByteArray("08:30:15 09:45:00 10:00:59");
    QTest::newRow("words of one size")
        << QByteArray("this that with from your have they will then what when said each then some more");
    QTest::newRow("one percent sign") << QByteArray("a 5%20 discount");
    QTest::newRow("ellipses") << QByteArray("well ... no ... - - maybe ...");
    QTest::newRow("initials") << QByteArray("J. R. R. Smith met T. S. at noon");
    QTest::newRow("emoji") << QByteArray(
        "Family \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 and "
        "\xE2\x9D\xA4\xEF\xB8\x8F.");
}

void TestDecode::leavesAlone()
{
    QFETCH(QByteArray, text);
    const ViewTexts views(text.toStdString());
    QVERIFY2(views.all().empty(), views.describe());
}

void TestDecode::readsAsText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("reads");
    QTest::newRow("words") << QByteArray("six or more words") << true;
    QTest::newRow("other scripts") << QByteArray("Напиши письмо") << true;
    QTest::newRow("too short") << QByteArray("hello") << false;
    QTest::newRow("broken UTF-8") << QByteArray("hello \xC3( world") << false;
    QTest::newRow("controls") << QByteArray("he\x01lo \x02 wo\x03ld") << false;
    QTest::newRow("only signs") << QByteArray("#$%&'()*+,-./") << false;
}

void TestDecode::readsAsText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, reads);
    QCOMPARE(gatehouse::readsAsText(bytes.toStdString()), reads);
}

QTEST_APPLESS_MAIN(TestDecode)
#include "tst_decode.moc"
