// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line on top of every list: the filter language, the only place where a list's filter is kept.

#include <QLineEdit>

class QTimer;

namespace gatehouse::console {

// Facets and menus change the filter by `setFilter`. What cannot be read keeps the last good filter in force
// and says why in the tool tip, the status tip and the accessible description.
class FilterBar : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] const QString &filter() const { return m_filter; } // in force
    [[nodiscard]] const QString &problem() const
    {
        return m_problem;
    } // empty when the text is the filter in force
    void setFilter(const QString &text);
    void applyNow(); // without waiting for a pause in typing

Q_SIGNALS:
    void filterChanged(const QString &filter);
    void problemChanged(const QString &problem);
    void left(); // Return or Escape: the list wants the focus

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setProblem(const QString &problem);
    QTimer *m_pause;
    QString m_filter;
    QString m_problem;
};

} // namespace gatehouse::console
