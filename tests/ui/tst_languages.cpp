// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text.h"
#include "ui/pages.h"
#include "ui/settings/languages.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::console;

namespace {

struct Message {
    QString source;
    QStringList texts;
    bool finished = true;
};

QList<Message> messagesOf(const QString &code)
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/translations/gatehouse_%1.ts").arg(code));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("message"))
            messages.append(Message());
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().texts.append(text);
        }
    }
    return messages;
}

QSet<QString> placesOf(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%(?:\\d|n)"));
    QSet<QString> places;
    for (auto it = place.globalMatch(text); it.hasNext();)
        places.insert(it.next().captured());
    return places;
}

} // namespace

class TestLanguages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsUnfinished_data();
    void nothingIsUnfinished();
    void englishCountsProperly();
    void germanIsSpoken();
};

void TestLanguages::nothingIsUnfinished_data()
{
    QTest::addColumn<QString>("code");
    for (const Language &language : shippedLanguages())
        QTest::newRow(qPrintable(language.code)) << language.code;
}

void TestLanguages::nothingIsUnfinished()
{
    QFETCH(QString, code);
    const QList<Message> messages = messagesOf(code);
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        QVERIFY2(message.finished, qPrintable(message.source));
        for (const QString &text : message.texts) {
            QVERIFY2(!text.isEmpty(), qPrintable(message.source));
            QVERIFY2((placesOf(text) - placesOf(message.source)).isEmpty(), qPrintable(text));
        }
    }
}

void TestLanguages::englishCountsProperly()
{
    installLanguage(QStringLiteral("en"));
    const auto providers = [](int count) {
        return QCoreApplication::translate(
            "gatehouse::console::ProvidersPage", "%n providers", nullptr, count);
    };
    QCOMPARE(providers(1), QStringLiteral("1 provider"));
    QCOMPARE(providers(3), QStringLiteral("3 providers"));
}

void TestLanguages::germanIsSpoken()
{
    installLanguage(QStringLiteral("de"));
    QCOMPARE(findPage(QStringLiteral("policies"))->title(), QStringLiteral("Richtlinien"));
    QCOMPARE(word(Severity::Critical), QStringLiteral("kritisch"));
    QCOMPARE(QLocale().language(), QLocale::German);
    const QDateTime now = QDateTime::currentDateTime();
    QCOMPARE(relativeTime(now.addSecs(-240), now), QStringLiteral("vor 4 min"));
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
