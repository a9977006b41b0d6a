// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A required reason, with what is wrong said under it.

#include <QWidget>

class QLabel;
class QLineEdit;

namespace gatehouse::console {

class ReasonRow : public QWidget {
    Q_OBJECT

public:
    explicit ReasonRow(QWidget *parent = nullptr);

    // The reason, or nothing said: then the field has the focus and says that it is needed.
    [[nodiscard]] QString require();
    void showProblem(const QString &problem);

private:
    QLineEdit *m_reason;
    QLabel *m_problem;
};

} // namespace gatehouse::console
