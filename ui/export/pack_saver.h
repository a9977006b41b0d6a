// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks where to, and writes the evidence pack of a call there: a PDF to read, or JSON to check.

#include "models/review/evidence_export.h"

class QWidget;

namespace gatehouse::console {

class PackSaver : public QObject {
    Q_OBJECT

public:
    // `page` is the dialog's parent, and owns this.
    PackSaver(StoreSession &session, QWidget *page);

    void ask(const QString &id);
    void start(const QString &file, const QString &id); // a name ending in .json gives JSON, any other a PDF

Q_SIGNALS:
    void said(const QString &text); // what was done
    void troubleSaid(const QString &problem);

private:
    QWidget *m_page;
    EvidenceExport m_export;
};

} // namespace gatehouse::console
