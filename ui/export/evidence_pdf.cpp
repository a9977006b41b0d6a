// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/evidence_pdf.h"

#include "models/review/check_reasons.h"
#include "models/text.h"
#include "ui/export/pdf_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/evidence_writer.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace gatehouse::console {

namespace {

struct EvidencePdf {
    Q_DECLARE_TR_FUNCTIONS(EvidencePdf)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString timeOf(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) : QString();
}

void addCall(PdfDocument &pdf, const EvidencePackView &pack)
{
    const InteractionView &call = pack.call;
    const QueueRow &row = call.row;
    const QLocale locale;
    pdf.addText(titleOf(call));
    pdf.addFacts({{EvidencePdf::tr("Call"), row.id}, {EvidencePdf::tr("Time (UTC)"), timeOf(row.at)},
        {EvidencePdf::tr("Verdict"), joined({word(row.verdict), word(row.severity)})},
        {EvidencePdf::tr("Outcome"), QString(row.outcome).replace(QLatin1Char('_'), QLatin1Char(' '))},
        {EvidencePdf::tr("Team"), joined({row.team, row.environment, row.useCase})},
        {EvidencePdf::tr("Key"), row.key}, {EvidencePdf::tr("From"), call.sourceAddress},
        {EvidencePdf::tr("Model"), joined({row.model, row.provider, row.route})},
        {EvidencePdf::tr("Conversation"), call.conversation},
        {EvidencePdf::tr("Tokens"),
            EvidencePdf::tr("%1 in · %2 out")
                .arg(locale.toString(row.tokensIn), locale.toString(row.tokensOut))},
        {EvidencePdf::tr("Cost"), moneyText(row.costUusd)},
        {EvidencePdf::tr("Review"),
            joined({stateWord(row.state), dispositionWord(row.disposition), row.assignee})},
        {EvidencePdf::tr("Decided"), joined({call.decidedBy, timeOf(call.decidedAt)})},
        {EvidencePdf::tr("Received"), call.receivedBytes ? bytesText(*call.receivedBytes) : QString()}});
}

void addProof(PdfDocument &pdf, const EvidencePackView &pack)
{
    const QueueRow &row = pack.call.row;
    pdf.addHeading(EvidencePdf::tr("What proves it"));
    pdf.addFacts({{EvidencePdf::tr("Verdict's hash"), pack.verdictHash},
        {EvidencePdf::tr("Policy"), joined({row.policyName, pack.call.policyShown})},
        {EvidencePdf::tr("Its version"), row.policyVersion},
        {EvidencePdf::tr("Published"),
            joined({timeOf(pack.policyPublishedAt), pack.policyAuthor, pack.policyReason})},
        {EvidencePdf::tr("Audit log"),
            pack.headSeq > 0 ? EvidencePdf::tr("entry %1, %2").arg(pack.headSeq).arg(pack.headHash)
                             : QString()},
        {EvidencePdf::tr("Signed head"),
            pack.signedSeq > 0 ? EvidencePdf::tr("entry %1, %2").arg(pack.signedSeq).arg(pack.signedHash)
                               : EvidencePdf::tr("none")},
        {EvidencePdf::tr("Signed"), joined({pack.signedBy, timeOf(pack.signedAt)})},
        {EvidencePdf::tr("With the key"), pack.publicKey}});
    QList<QStringList> rows;
    for (const PackEntryView &entry : pack.entries)
        rows.append({QString::number(entry.seq), timeOf(entry.at), entry.actor,
            joined({entry.action, entry.reason}), entry.hash});
    if (!rows.isEmpty())
        pdf.addTable({{EvidencePdf::tr("Entry"), 7, true}, {EvidencePdf::tr("Time (UTC)"), 22},
                         {EvidencePdf::tr("Who"), 16}, {EvidencePdf::tr("What"), 23},
                         {EvidencePdf::tr("Hash"), 32, false, true}},
            rows);
    if (pack.otherEntries > 0)
        pdf.addMuted(
            EvidencePdf::tr("%n other entries lead from them to the signature; they are in the JSON pack.",
                nullptr, static_cast<int>(pack.otherEntries)));
    pdf.addMuted(
        EvidencePdf::tr("To check: gatehouse audit verify --pack, with the JSON pack of this call; gatehouse "
                        "audit verify --expect-head, with the hash of the log's newest entry."));
}

void addRules(PdfDocument &pdf, const InteractionView &call)
{
    pdf.addHeading(EvidencePdf::tr("Why"));
    pdf.addText(verdictSentence(call));
    QList<CheckLineView> checks = call.checks;
    std::stable_sort(checks.begin(), checks.end(),
        [](const CheckLineView &a, const CheckLineView &b) { return a.place < b.place; });
    QList<QStringList> rows;
    for (const CheckLineView &line : checks) {
        QString rule = line.rule;
        for (const int number : line.marks)
            rule += QLatin1Char(' ') + markerOf(number);
        rows.append({rule, line.applied ? word(line.action) : word(line.outcome), explanationOf(line)});
    }
    pdf.addTable(
        {{EvidencePdf::tr("Rule"), 26}, {EvidencePdf::tr("Result"), 12}, {EvidencePdf::tr("In words"), 62}},
        rows);
    for (const QString &missed : call.notRead)
        pdf.addText(EvidencePdf::tr("Not read: %1").arg(missed));
}

void addConversation(PdfDocument &pdf, const InteractionView &call)
{
    pdf.addHeading(EvidencePdf::tr("Conversation, as it is stored"));
    if (call.parts.isEmpty()) {
        pdf.addMuted(EvidencePdf::tr("Nothing of it is stored."));
        return;
    }
    (void)EvidenceWriter(
        pdf.cursor(), call.parts, call.marks, tokensOf(ThemeName::Light), EvidenceWriter::Medium::Paper)
        .write();
}

void addNotes(PdfDocument &pdf, const InteractionView &call)
{
    if (call.notes.isEmpty())
        return;
    pdf.addHeading(EvidencePdf::tr("Notes"));
    for (const NoteView &note : call.notes)
        pdf.addText(QStringLiteral("%1, %2: %3").arg(note.author, timeOf(note.at), note.text));
}

} // namespace

Status drawEvidencePdf(
    const QString &file, const EvidencePackView &pack, const std::function<bool()> &stopped)
{
    PdfDocument pdf(EvidencePdf::tr("Evidence pack"),
        EvidencePdf::tr("Call %1 · made %2 UTC by %3")
            .arg(pack.call.row.id, timeOf(pack.madeAt), pack.madeBy));
    addCall(pdf, pack);
    addProof(pdf, pack);
    addRules(pdf, pack.call);
    addNotes(pdf, pack.call);
    addConversation(pdf, pack.call);
    return pdf.write(file, stopped);
}

} // namespace gatehouse::console
