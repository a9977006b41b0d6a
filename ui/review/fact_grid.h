// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The facts of a call in two columns: who called what, under which policy, at what price and speed.

#include <QWidget>

class QGridLayout;

namespace gatehouse::console {

struct InteractionView;

class FactGrid : public QWidget {
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);
    void setView(const InteractionView &view);

private:
    void addFact(int &place, const QString &label, const QString &value, const QString &tip = {});
    QGridLayout *m_grid;
};

} // namespace gatehouse::console
