// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The checks of one interaction with bars for their times, all on one scale.

#include "ui/widgets/data_table.h"

namespace gatehouse::console {

struct CheckLineView;
class CheckLinesModel;

class CheckTable : public DataTable {
    Q_OBJECT

public:
    // Brief: a few rows, without what was looked at.
    enum class Kind { Brief, Whole };
    explicit CheckTable(Kind kind = Kind::Brief, QWidget *parent = nullptr);
    void setChecks(const QList<CheckLineView> &checks);
    [[nodiscard]] const CheckLineView *current() const; // of the chosen row; null for none
    void choose(const QString &rule);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void evidenceWanted(int number); // the first evidence of the check that was chosen
    void currentChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const Kind m_kind;
    CheckLinesModel *m_lines;
};

} // namespace gatehouse::console
