// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two small windows of the review desk: the whole text of a call, and a question for a note.

#include "models/evidence.h"

#include <QDialog>

namespace gatehouse::console {

// Everything unfolded; Space or Escape closes it.
class TextDialog : public QDialog {
    Q_OBJECT

public:
    TextDialog(const QString &title, const QList<EvidencePart> &parts, const QList<EvidenceMark> &marks,
        QWidget *parent);
};

// Asks for a note. Ctrl+Return sends it.
class NoteDialog : public QDialog {
    Q_OBJECT

public:
    NoteDialog(int about, QWidget *parent);

Q_SIGNALS:
    void noteGiven(const QString &text);
};

} // namespace gatehouse::console
