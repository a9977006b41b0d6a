// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/text_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/evidence_view.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr double shareOfWindow = 0.85;
constexpr int noteWidth = 440;
constexpr int noteHeight = 200;
} // namespace

TextDialog::TextDialog(
    const QString &title, const QList<EvidencePart> &parts, const QList<EvidenceMark> &marks, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *view = new EvidenceView;
    view->setContent(parts, marks);
    view->setAllUnfolded();
    auto *column = new QVBoxLayout(this);
    column->addWidget(view);
    resize(parent->window()->size() * shareOfWindow);
    connect(new QShortcut(QKeySequence(Qt::Key_Space), this), &QShortcut::activated, this, &QDialog::close);
    connect(new QShortcut(QKeySequence(QStringLiteral("]")), this), &QShortcut::activated, view,
        [view] { view->goToMark(1); });
    connect(new QShortcut(QKeySequence(QStringLiteral("[")), this), &QShortcut::activated, view,
        [view] { view->goToMark(-1); });
}

NoteDialog::NoteDialog(int about, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Note on %n interactions", nullptr, about));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QPlainTextEdit;
    text->setProperty("look", QStringLiteral("field"));
    text->setAccessibleName(tr("Note"));
    text->setPlaceholderText(
        tr("What others should know. Never paste a secret here: notes are kept as written."));
    text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *add = buttons->addButton(tr("Add note"), QDialogButtonBox::AcceptRole);
    add->setProperty("look", QStringLiteral("primary"));
    add->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(buttons);
    resize(noteWidth, noteHeight);
    connect(text, &QPlainTextEdit::textChanged, add,
        [add, text] { add->setEnabled(!text->toPlainText().trimmed().isEmpty()); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, add,
        [add] { add->click(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, text] {
        Q_EMIT noteGiven(text->toPlainText().trimmed());
        accept();
    });
}

} // namespace gatehouse::console
