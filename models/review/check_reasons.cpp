// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/check_reasons.h"

#include "models/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace gatehouse::console {

namespace {

struct ReasonWords {
    Q_DECLARE_TR_FUNCTIONS(ReasonWords)
};

QString score(double value)
{
    return QLocale().toString(value, 'f', 2);
}

// Of a result that exceptions lifted, what its check said without them.
QString reasonOf(const CheckLineView &line)
{
    return line.exceptions.isEmpty() ? line.reason : line.reason.section(QLatin1Char(' '), 1);
}

QString outcomeSentence(const CheckLineView &line)
{
    switch (line.outcome) {
    case CheckOutcome::NotRun:
        return ReasonWords::tr("Did not run: %1.").arg(whyNotRun(line.reason));
    case CheckOutcome::Error:
        return line.applied ? ReasonWords::tr("Could not judge (%1); the rule says that this means %2.")
                                  .arg(checkWord(line.reason), word(line.action))
                            : ReasonWords::tr("Could not judge (%1); the rule lets such calls pass.")
                                  .arg(checkWord(line.reason));
    case CheckOutcome::Pass:
        return ReasonWords::tr("Found nothing.");
    case CheckOutcome::Fail:
        break;
    }
    if (!line.exceptions.isEmpty())
        return ReasonWords::tr("Found something; lifted by exception %1, so %2 was not done.")
            .arg(line.exceptions.join(QStringLiteral(", ")), word(line.action));
    if (line.mode == Mode::Shadow)
        return ReasonWords::tr("Found something; in shadow, so %1 was not done.").arg(word(line.action));
    return line.applied
        ? ReasonWords::tr("Found something: %1.").arg(word(line.action))
        : ReasonWords::tr("Found something; its action, %1, was not applied.").arg(word(line.action));
}

QString scoreSentence(const CheckLineView &line)
{
    if (line.score && line.threshold)
        return ReasonWords::tr("Score %1, from %2 on it is a finding.")
            .arg(score(*line.score), score(*line.threshold));
    if (line.score)
        return ReasonWords::tr("Score %1.").arg(score(*line.score));
    return line.threshold && line.outcome != CheckOutcome::NotRun
        ? ReasonWords::tr("A score from %1 on is a finding.").arg(score(*line.threshold))
        : QString();
}

QString lookedAtSentence(const CheckLineView &line)
{
    const QString zones = zonesText(line);
    if (line.outcome == CheckOutcome::NotRun)
        return zones.isEmpty() ? QString() : ReasonWords::tr("It looks at %1.").arg(zones);
    const QString read = bytesText(static_cast<std::int64_t>(line.bytesRead));
    const QString took = durationText(line.durationUs);
    return zones.isEmpty() ? ReasonWords::tr("Read %1 in %2.").arg(read, took)
                           : ReasonWords::tr("Read %1 of %2 in %3.").arg(read, zones, took);
}

} // namespace

QString whyNotRun(const QString &reason)
{
    static const QHash<QString, const char *> known{
        {QStringLiteral("not_this_stage"),
            QT_TRANSLATE_NOOP("ReasonWords", "the call never came to this stage")},
        {QStringLiteral("scope"),
            QT_TRANSLATE_NOOP("ReasonWords", "the policy does not cover whoever called")},
        {QStringLiteral("off"), QT_TRANSLATE_NOOP("ReasonWords", "the rule is switched off")},
        {QStringLiteral("denied"), QT_TRANSLATE_NOOP("ReasonWords", "the call had been denied before")},
        {QStringLiteral("condition"), QT_TRANSLATE_NOOP("ReasonWords", "its condition did not hold")},
        {QStringLiteral("no_identity"), QT_TRANSLATE_NOOP("ReasonWords", "nobody is known to have called")},
        {QStringLiteral("no_model"), QT_TRANSLATE_NOOP("ReasonWords", "the call names no model")},
        {QStringLiteral("no_history"), QT_TRANSLATE_NOOP("ReasonWords", "nothing is known of earlier calls")},
        {QStringLiteral("still_learning"),
            QT_TRANSLATE_NOOP("ReasonWords", "too few calls are known to compare with")},
        {QStringLiteral("no_runner"),
            QT_TRANSLATE_NOOP("ReasonWords", "nobody outside can be asked from here")},
        {QStringLiteral("too_short"), QT_TRANSLATE_NOOP("ReasonWords", "the text is too short")},
        {QStringLiteral("no_request"), QT_TRANSLATE_NOOP("ReasonWords", "the request is not known")},
    };
    const char *text = known.value(reason);
    if (text)
        return ReasonWords::tr(text);
    return reason.isEmpty() ? ReasonWords::tr("no reason is recorded") : checkWord(reason);
}

QString whyNotRead(const QString &reason)
{
    static const QHash<QString, const char *> known{
        {QStringLiteral("not_text"), QT_TRANSLATE_NOOP("ReasonWords", "it is no text")},
        {QStringLiteral("elsewhere"), QT_TRANSLATE_NOOP("ReasonWords", "it is kept elsewhere")},
        {QStringLiteral("opaque"), QT_TRANSLATE_NOOP("ReasonWords", "it cannot be read")},
        {QStringLiteral("no_rule"), QT_TRANSLATE_NOOP("ReasonWords", "no rule looks at it")},
        {QStringLiteral("denied"), QT_TRANSLATE_NOOP("ReasonWords", "the call had been denied before")},
        {QStringLiteral("scope"),
            QT_TRANSLATE_NOOP("ReasonWords", "the policy does not cover whoever called")},
    };
    const char *text = known.value(reason);
    return text ? ReasonWords::tr(text) : checkWord(reason);
}

QString zonesText(const CheckLineView &line)
{
    if (!line.zonesKnown || line.stage == Stage::Access)
        return {};
    if (line.zones.isEmpty())
        return ReasonWords::tr("all zones");
    QStringList words;
    for (const TrustZone zone : line.zones)
        words.append(word(zone));
    return words.join(QStringLiteral(", "));
}

QString explanationOf(const CheckLineView &line)
{
    QStringList sentences{line.title.isEmpty() ? line.rule : line.title + QLatin1Char('.'),
        outcomeSentence(line), scoreSentence(line), lookedAtSentence(line)};
    const QString said = reasonOf(line);
    if (line.outcome == CheckOutcome::Fail && !said.isEmpty())
        sentences.append(said + QLatin1Char('.'));
    if (line.floor)
        sentences.append(ReasonWords::tr("It holds whatever the caller sends."));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString verdictSentence(const InteractionView &view)
{
    QStringList applied;
    qsizetype ran = 0;
    double took = 0;
    for (const CheckLineView &line : view.checks) {
        // Actions and verdicts stand in one order: what did less did not decide.
        if (line.applied && static_cast<int>(line.action) == static_cast<int>(view.row.verdict))
            applied.append(line.rule);
        if (line.outcome != CheckOutcome::NotRun)
            ++ran;
        took += line.durationUs;
    }
    QString verdict = word(view.row.verdict);
    if (!verdict.isEmpty())
        verdict[0] = verdict[0].toUpper();
    const QString what = applied.isEmpty()
        ? verdict
        : ReasonWords::tr("%1 by %2").arg(verdict, applied.join(QStringLiteral(", ")));
    return ReasonWords::tr("%1. %2 of %3 rules ran, in %4.")
        .arg(what, QLocale().toString(ran), QLocale().toString(view.checks.size()), durationText(took));
}

} // namespace gatehouse::console
