// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one kind of table: rows of fixed height, no grid, no vertical header, columns that fit and one that
// stretches.

#include <QTableView>

namespace gatehouse::console {

class DataTable : public QTableView {
    Q_OBJECT

public:
    explicit DataTable(const QString &accessibleName, QWidget *parent = nullptr);

    // Widths in characters of the text font; 0 stretches. Call after setModel.
    void setColumnCharacters(const QList<int> &characters);

private:
    void restyle();
    QList<int> m_characters;
};

} // namespace gatehouse::console
