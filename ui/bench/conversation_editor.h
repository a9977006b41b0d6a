// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The conversation on the bench: parts from top to bottom, as a model would read them.

#include "models/bench/bench_judge.h"

#include <QScrollArea>

class QVBoxLayout;

namespace gatehouse::console {

class PartEditor;

class ConversationEditor : public QScrollArea {
    Q_OBJECT

public:
    explicit ConversationEditor(QWidget *parent = nullptr);

    [[nodiscard]] std::vector<BenchPart> parts() const;
    [[nodiscard]] bool isEmpty() const; // no part has text
    void setParts(const std::vector<BenchPart> &parts);
    void addPart(const BenchPart &part);
    // Turns user into assistant text, or back: what is judged depends on the stage.
    void swapZones(TrustZone from, TrustZone to);
    void setMarks(const QList<EvidenceMark> &marks);

Q_SIGNALS:
    void changed();

private:
    PartEditor *insertPart(const BenchPart &part);
    void refreshRemovable();

    QVBoxLayout *m_column;
    QList<PartEditor *> m_parts;
};

} // namespace gatehouse::console
