// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One piece of the conversation on the bench: where it comes from, and its text, evidence marked as it is
// found.

#include "models/bench/bench_judge.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QToolButton;

namespace gatehouse::console {

class PartEditor : public QWidget {
    Q_OBJECT

public:
    explicit PartEditor(const BenchPart &part, QWidget *parent = nullptr);

    [[nodiscard]] BenchPart part() const;
    void setZone(TrustZone zone);
    // Marks of this part; they stay until the text changes again.
    void setMarks(const QList<EvidenceMark> &marks);
    void setRemovable(bool removable);
    void focusText();

Q_SIGNALS:
    void changed();
    void removeWanted();

private:
    void restyle();

    QComboBox *m_zone;
    QToolButton *m_remove;
    QPlainTextEdit *m_text;
    QList<EvidenceMark> m_marks;
};

} // namespace gatehouse::console
