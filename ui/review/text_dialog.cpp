// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/text_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/dialog_buttons.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/form_fields.h"

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
    , m_text(new QPlainTextEdit)
    , m_trouble(newProblemLabel())
{
    setWindowTitle(tr("Note on %n interactions", nullptr, about));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setProperty("look", QStringLiteral("field"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(
        tr("What others should know. Never paste a secret here: notes are kept as written."));
    m_text->setTabChangesFocus(true);
    auto *buttons = newDialogButtons(Leave::Cancel);
    m_add = buttons->addButton(tr("Add note"), QDialogButtonBox::AcceptRole);
    m_add->setProperty("look", QStringLiteral("primary"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(m_text);
    column->addWidget(m_trouble);
    column->addWidget(buttons);
    resize(noteWidth, noteHeight);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoteDialog::refresh);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_add,
        [this] { m_add->click(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &NoteDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &NoteDialog::send);
    refresh();
}

void NoteDialog::send()
{
    m_sending = true;
    m_trouble->hide();
    refresh();
    Q_EMIT noteGiven(m_text->toPlainText().trimmed());
}

void NoteDialog::answer(const QString &trouble)
{
    m_sending = false;
    if (trouble.isEmpty()) {
        accept();
        return;
    }
    sayProblem(m_trouble, trouble);
    refresh();
    m_text->setFocus();
}

void NoteDialog::reject()
{
    // While the store is asked nobody knows yet whether the note is kept.
    if (!m_sending)
        QDialog::reject();
}

void NoteDialog::refresh()
{
    m_text->setReadOnly(m_sending);
    m_add->setEnabled(!m_sending && !m_text->toPlainText().trimmed().isEmpty());
}

} // namespace gatehouse::console
