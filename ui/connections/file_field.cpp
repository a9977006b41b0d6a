// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/file_field.h"

#include "ui/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace gatehouse::console {

FileField::FileField(const QString &title, const QString &kinds, QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit)
{
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("Choose: %1").arg(title));
    m_path->setAccessibleName(title);
    setFocusProxy(m_path);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::between);
    line->addWidget(m_path, 1);
    line->addWidget(browse);
    connect(m_path, &QLineEdit::textChanged, this, &FileField::changed);
    connect(browse, &QPushButton::clicked, this, [this, title, kinds] {
        const QString start
            = path().isEmpty() ? QDir::homePath() + QStringLiteral("/.postgresql") : QFileInfo(path()).path();
        const QString chosen = QFileDialog::getOpenFileName(this, title, start, kinds);
        if (!chosen.isEmpty())
            setPath(chosen);
    });
}

QString FileField::path() const
{
    return m_path->text().trimmed();
}

void FileField::setPath(const QString &path)
{
    m_path->setText(path);
}

void FileField::setPlaceholder(const QString &text)
{
    m_path->setPlaceholderText(text);
}

} // namespace gatehouse::console
