// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Why a call was judged as it was: every rule of the policy that judged it, in its order, what it looked at,
// what it said and how long that took; what nobody read.

#include <QWidget>

class QLabel;

namespace gatehouse::console {

struct InteractionView;
class CheckTable;

class WhyPane : public QWidget {
    Q_OBJECT

public:
    explicit WhyPane(QWidget *parent = nullptr);
    void setView(const InteractionView &view);
    [[nodiscard]] QString currentRule() const; // "" for none
    [[nodiscard]] CheckTable &table() { return *m_table; }

Q_SIGNALS:
    void evidenceWanted(int number);

private:
    void explainCurrent();

    QLabel *m_verdict;
    QLabel *m_policy;
    CheckTable *m_table;
    QLabel *m_explanation;
    QLabel *m_coverage;
};

} // namespace gatehouse::console
