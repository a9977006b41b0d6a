// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The facts of a call in two columns: who called what, under which policy, at what price and speed.

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace gatehouse::console {

struct InteractionView;

class FactLabel;

class FactGrid : public QWidget {
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);
    void setView(const InteractionView &view);

private:
    void addFact(int &place, const QString &label, const QString &value, const QString &tip = {});
    void addLine();
    struct Line {
        QLabel *name;
        FactLabel *fact;
    };
    QGridLayout *m_grid;
    QList<Line> m_lines; // kept from call to call: to make widgets takes longer than to read one
};

} // namespace gatehouse::console
