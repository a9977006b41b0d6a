// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pack_saver.h"

#include "ui/export/evidence_pdf.h"

#include <QFileDialog>
#include <QFileInfo>

namespace gatehouse::console {

namespace {
const QString jsonEnding = QStringLiteral(".json");
}

PackSaver::PackSaver(StoreSession &session, QWidget *page)
    : QObject(page)
    , m_page(page)
    , m_export(session)
{
    connect(&m_export, &EvidenceExport::finished, this, [this](const QString &file) {
        Q_EMIT said(tr("Evidence pack written to %1").arg(QFileInfo(file).fileName()));
    });
    connect(&m_export, &EvidenceExport::failed, this, &PackSaver::troubleSaid);
}

void PackSaver::ask(const QString &id)
{
    if (id.isEmpty())
        return;
    const QStringList kinds{tr("PDF, to read (*.pdf)"), tr("JSON, to check (*.json)")};
    QString chosen;
    QString file = QFileDialog::getSaveFileName(m_page, tr("Evidence pack of this call"),
        QStringLiteral("gatehouse-%1.pdf").arg(id), kinds.join(QStringLiteral(";;")), &chosen);
    if (file.isEmpty())
        return;
    // The kind that was chosen counts, whatever ending was left in the name.
    if (chosen == kinds[1] && !file.endsWith(jsonEnding, Qt::CaseInsensitive)) {
        if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
            file.chop(4);
        file += jsonEnding;
    }
    start(file, id);
}

void PackSaver::start(const QString &file, const QString &id)
{
    const bool isJson = file.endsWith(jsonEnding, Qt::CaseInsensitive);
    if (m_export.start(file, id, isJson ? EvidenceExport::Draw() : drawEvidencePdf))
        Q_EMIT said(tr("Writing the evidence pack…"));
    else
        Q_EMIT troubleSaid(tr("Another evidence pack is still being written."));
}

} // namespace gatehouse::console
