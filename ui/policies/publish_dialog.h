// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shows what publishing a draft changes, asks why, and publishes it.

#include <QByteArray>
#include <QDialog>

class QPushButton;

namespace gatehouse::console {

class PolicyBook;
class ReasonRow;

class PublishDialog : public QDialog {
    Q_OBJECT

public:
    // `book` outlives the dialog. Closes by itself once the draft is published; a failure is said in place.
    PublishDialog(PolicyBook &book, QByteArray draft, QWidget *parent = nullptr);

private:
    QWidget *newDifference();
    void publish();

    PolicyBook &m_book;
    const QByteArray m_draft;
    ReasonRow *m_reason;
    QPushButton *m_publish;
};

} // namespace gatehouse::console
