// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/issued_key_view.h"

#include "models/keys/snippets.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/section_title.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

QString exampleModel(const KeyEntry &entry)
{
    for (const QString &model : entry.models) {
        if (model != QLatin1String("*"))
            return model;
    }
    return QStringLiteral("your-model");
}

CopyButton *newSecretCopy(const QString &what, const QString &text)
{
    auto *copy = new CopyButton(what);
    copy->setSecretLifetime(IssuedKeyView::clipboardMs);
    copy->setContent(text, true);
    return copy;
}

} // namespace

IssuedKeyView::IssuedKeyView(
    const KeyEntry &entry, const QString &secret, const QString &address, QWidget *parent)
    : QWidget(parent)
{
    auto *title = new SectionTitle(
        tr("Key %1 for %2 · %3 · %4").arg(entry.id, entry.team, entry.environment, entry.useCase));
    title->setWordWrap(true);
    auto *once = new QLabel(
        tr("This is the only time the key is shown. Copy it now; it leaves the clipboard after %n s.",
            nullptr, clipboardMs / 1000));
    once->setWordWrap(true);

    auto *text = new QLineEdit(secret);
    text->setObjectName(QStringLiteral("secret"));
    text->setAccessibleName(tr("The key"));
    text->setReadOnly(true);
    text->setFont(monoFont());
    text->setCursorPosition(0);
    auto *copy = newSecretCopy(tr("key"), secret);
    copy->setObjectName(QStringLiteral("copy_secret"));
    copy->setProperty("look", QStringLiteral("primary"));
    auto *row = new QHBoxLayout;
    row->addWidget(text, 1);
    row->addWidget(copy);

    auto *snippets = new QTabWidget;
    snippets->setAccessibleName(tr("How to call with this key"));
    snippets->addTab(
        newSnippet(curlSnippet(address, exampleModel(entry), secret), tr("curl command")), tr("curl"));
    snippets->addTab(
        newSnippet(pythonSnippet(address, exampleModel(entry), secret), tr("Python")), tr("Python SDK"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::around);
    column->addWidget(title);
    column->addWidget(once);
    column->addLayout(row);
    column->addWidget(snippets, 1);
}

QWidget *IssuedKeyView::newSnippet(const QString &text, const QString &what)
{
    auto *view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setFont(monoFont());
    view->setAccessibleName(what);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setTabChangesFocus(true);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::between, 0, 0);
    column->addWidget(view, 1);
    column->addWidget(newSecretCopy(what, text), 0, Qt::AlignRight);
    return page;
}

} // namespace gatehouse::console
