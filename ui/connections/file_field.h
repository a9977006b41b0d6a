// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The path of a file that is there: typed, or chosen in a dialog.

#include <QWidget>

class QLineEdit;

namespace gatehouse::console {

class FileField : public QWidget {
    Q_OBJECT

public:
    // `title` and `kinds` are the file dialog's.
    FileField(const QString &title, const QString &kinds, QWidget *parent = nullptr);
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    void setPlaceholder(const QString &text);

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_path;
};

} // namespace gatehouse::console
