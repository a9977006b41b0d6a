// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QtTest>

#include <cmath>

using namespace gatehouse;
using namespace gatehouse::console;

namespace {

double luminance(const QColor &colour)
{
    // Relative luminance as WCAG 2.1 defines it.
    const auto channel
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void styleSheetIsFilledIn();
    void everyIconIsDrawnAndRecoloured();
    void severityIsNeverColourAlone();
    void aSecretLeavesTheClipboard();
    void somethingElseOnTheClipboardStays();
};

void TestTheme::textCanBeRead_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << int(ThemeName::Light) << 4.5;
    QTest::newRow("dark") << int(ThemeName::Dark) << 4.5;
    QTest::newRow("contrast") << int(ThemeName::Contrast) << 7.0;
}

void TestTheme::textCanBeRead()
{
    QFETCH(int, theme);
    QFETCH(double, least);
    const Tokens &t = tokensOf(ThemeName(theme));
    for (const QColor &ground : {t.bg, t.panel, t.raised, t.selection}) {
        QVERIFY(contrast(t.text, ground) >= least);
        if (ground != t.selection)
            QVERIFY(contrast(t.muted, ground) >= 4.5);
    }
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    for (int i = 0; i < 5; ++i) {
        const auto severity = static_cast<Severity>(i);
        QVERIFY2(contrast(t.of(severity), t.panel) >= least, qPrintable(QString::number(i)));
        QVERIFY2(contrast(t.of(severity), t.tint(severity)) >= 4.5,
            qPrintable(QStringLiteral("%1: %2").arg(i).arg(contrast(t.of(severity), t.tint(severity)))));
    }
}

void TestTheme::styleSheetIsFilledIn()
{
    const QString sheet = styleSheetOf(tokensOf(ThemeName::Dark));
    static const QRegularExpression left(QStringLiteral("\\{[a-zA-Z]+\\}"));
    QVERIFY2(!left.match(sheet).hasMatch(), qPrintable(left.match(sheet).captured()));
}

void TestTheme::everyIconIsDrawnAndRecoloured()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList();
    QVERIFY(files.size() >= 20);
    for (const QString &file : files) {
        const QString name = file.section(QLatin1Char('.'), 0, 0);
        if (name.endsWith(QLatin1String("-dark")) || name.endsWith(QLatin1String("-light")))
            continue;
        const QImage image = themedIcon(name, QColor(Qt::red)).pixmap(20, 20).toImage();
        bool red = false;
        for (int y = 0; y < image.height() && !red; ++y) {
            for (int x = 0; x < image.width() && !red; ++x)
                red = image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).alpha() > 200;
        }
        QVERIFY2(red, qPrintable(name));
    }
}

void TestTheme::severityIsNeverColourAlone()
{
    QSet<QChar> shapes;
    for (int i = 0; i < 5; ++i)
        shapes.insert(severityShape(static_cast<Severity>(i)));
    QCOMPARE(shapes.size(), 5);
}

void TestTheme::aSecretLeavesTheClipboard()
{
    CopyButton button(QStringLiteral("key"));
    button.setSecretLifetime(50);
    button.setContent(QStringLiteral("not-a-real-secret"), true);
    button.click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("not-a-real-secret"));
    QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());
}

void TestTheme::somethingElseOnTheClipboardStays()
{
    CopyButton button(QStringLiteral("key"));
    button.setSecretLifetime(50);
    button.setContent(QStringLiteral("not-a-real-secret"), true);
    button.click();
    QApplication::clipboard()->setText(QStringLiteral("mine"));
    QSignalSpy changed(QApplication::clipboard(), &QClipboard::dataChanged);
    QVERIFY(!changed.wait(200));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
