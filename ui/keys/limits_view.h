// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The limits that hold for a key, tier by tier, with what was used of each and when that begins to count
// less.

#include "models/keys/key_entry.h"

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace gatehouse::console {

class LimitMeter;

class LimitsView : public QWidget {
    Q_OBJECT

public:
    // `change` says whether the limits may be changed, and who could.
    explicit LimitsView(QAction *change, QWidget *parent = nullptr);

    // Whose limits are asked about; empties the view.
    void setKey(const KeyEntry &entry);
    void setLimits(const QList<LimitEntry> &limits);

Q_SIGNALS:
    void editWanted(const gatehouse::console::LimitSubject &subject);

private:
    void rebuild();
    [[nodiscard]] qsizetype focusedEdit() const; // -1 when none has it
    QWidget *newHeading(const LimitSubject &subject, bool hasLimits);
    QAction *m_change;
    QList<LimitSubject> m_subjects;
    QList<LimitEntry> m_shown;
    QList<LimitMeter *> m_meters; // as m_shown
    QVBoxLayout *m_column;
    QWidget *m_rows = nullptr;
    bool m_known = false;
};

} // namespace gatehouse::console
