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
    // As many as the widest of these words takes, whatever the language.
    [[nodiscard]] static int charactersFor(const QStringList &words);
    // Columns that make room where the one that stretches would be too narrow to be read, the last first.
    void setYielding(const QList<int> &columns);
    // It yields no more.
    void keepColumn(int column);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void fitColumns();
    // A column that is shown though there is no room for it.
    [[nodiscard]] virtual bool mustShow(int column) const;

private:
    void restyle();
    [[nodiscard]] int widthOf(int column) const;
    QList<int> m_characters, m_yielding;
};

} // namespace gatehouse::console
