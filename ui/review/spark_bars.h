// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Counts in equal steps of time as a strip of bars, one line high; a screen reader is told the figures.

#include <QDateTime>
#include <QList>
#include <QWidget>

namespace gatehouse::console {

class SparkBars : public QWidget {
    Q_OBJECT

public:
    explicit SparkBars(const QString &accessibleName, QWidget *parent = nullptr);

    void setCounts(const QList<qint64> &counts, const QDateTime &from, const QDateTime &to);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; // what the bar under the pointer counts

private:
    [[nodiscard]] QString stepText(qsizetype step) const;
    QList<qint64> m_counts;
    QDateTime m_from, m_to;
};

} // namespace gatehouse::console
