// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line below the queue that tells of a decision about all that match: how far it is, with a way to stop
// it; or that one was left unfinished, with a way to go on.

#include "models/review/bulk_decisions.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace gatehouse::console {

class BulkBar : public QWidget {
    Q_OBJECT

public:
    // `cancel` stops what runs; its shortcut is named on the button.
    BulkBar(BulkDecisions &bulk, QAction *cancel, QWidget *parent = nullptr);

    // Something was started, before there is any progress.
    void expect(const QString &what);

private:
    void showProgress(const BulkJob &job);
    void showUnfinished(const BulkJob &job);
    void showButtons(bool running);
    BulkDecisions &m_bulk;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel, *m_goOn, *m_end;
    qint64 m_unfinished = 0;
};

} // namespace gatehouse::console
