// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two small windows of the review desk: the whole text of a call, and a question for a note.

#include "models/evidence.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::console {

// Everything unfolded; Space or Escape closes it.
class TextDialog : public QDialog {
    Q_OBJECT

public:
    TextDialog(const QString &title, const QList<EvidencePart> &parts, const QList<EvidenceMark> &marks,
        QWidget *parent);
};

// Asks for a note. Ctrl+Return sends it. Stays, with what was typed, until the note is kept.
class NoteDialog : public QDialog {
    Q_OBJECT

public:
    NoteDialog(int about, QWidget *parent);

    // The answer to noteGiven: nothing closes the dialog, a trouble is said in it.
    void answer(const QString &trouble);
    void reject() override;

Q_SIGNALS:
    void noteGiven(const QString &text);

private:
    void send();
    void refresh();
    QPlainTextEdit *m_text;
    QLabel *m_trouble;
    QPushButton *m_add;
    bool m_sending = false;
};

} // namespace gatehouse::console
