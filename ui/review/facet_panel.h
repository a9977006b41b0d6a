// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The values that occur in what matches, with counts. Choosing one writes into the filter; nothing is kept
// here.

#include <QMap>
#include <QScrollArea>

class QVBoxLayout;

namespace gatehouse::console {

class FacetButton;
class QueueCounts;

class FacetPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit FacetPanel(QueueCounts &counts, QWidget *parent = nullptr);
    void setFilter(const QString &filter); // what is chosen in it is shown as chosen

Q_SIGNALS:
    void filterWanted(const QString &filter);

private:
    void rebuild();
    void fill(const QString &field, QVBoxLayout *box);
    void toggle(const QString &field, const QString &value);
    QueueCounts &m_counts;
    QMap<QString, QVBoxLayout *> m_boxes;
    QString m_filter;
};

} // namespace gatehouse::console
