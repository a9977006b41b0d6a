// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One value of a facet: its word, its count, chosen or not.

#include <QAbstractButton>

namespace gatehouse::console {

class FacetButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit FacetButton(QWidget *parent = nullptr);
    void setFacet(const QString &value, const QString &word, qint64 count);
    [[nodiscard]] const QString &value() const { return m_value; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void nextCheckState() override { } // the filter decides what is chosen

private:
    QString m_value;
    qint64 m_count = 0;
};

} // namespace gatehouse::console
