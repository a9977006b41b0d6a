// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reveal_dialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/dialog_buttons.h"
#include "ui/widgets/form_fields.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gatehouse::console {

namespace {
constexpr int wide = 520;
}

RevealDialog::RevealDialog(const QString &keyFile, QWidget *parent)
    : QDialog(parent)
    , m_file(new QLineEdit(keyFile))
    , m_passphrase(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_trouble(newProblemLabel())
{
    setWindowTitle(tr("Reveal originals"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *words = new QLabel(tr("What was masked in this call is opened with your key. Who looked, and why, "
                                "goes to the audit log first."));
    words->setWordWrap(true);
    words->setProperty("look", QStringLiteral("muted"));
    auto *buttons = newDialogButtons(Leave::Cancel);
    m_show = buttons->addButton(tr("Show originals"), QDialogButtonBox::AcceptRole);
    m_show->setProperty("look", QStringLiteral("primary"));
    m_show->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(words);
    column->addWidget(buildFields());
    column->addWidget(m_trouble);
    column->addWidget(buttons);
    setMinimumWidth(wide);
    for (QLineEdit *field : {m_file, m_passphrase, m_reason})
        connect(field, &QLineEdit::textChanged, this, &RevealDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &RevealDialog::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &RevealDialog::reject);
    refresh();
    (keyFile.isEmpty() ? m_file : m_passphrase)->setFocus();
}

QWidget *RevealDialog::buildFields()
{
    auto *fields = new QWidget;
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_file->setObjectName(QStringLiteral("key_file"));
    m_file->setPlaceholderText(tr("made with: gatehouse reviewer-key create"));
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("for the audit log"));
    auto *choose = new QPushButton(tr("C&hoose…"));
    choose->setToolTip(tr("Choose the file with your private key"));
    connect(choose, &QPushButton::clicked, this, &RevealDialog::chooseFile);
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    auto *file = new QLabel(tr("&Key file"));
    file->setBuddy(m_file);
    form->addRow(file, row);
    form->addRow(tr("&Passphrase"), m_passphrase);
    form->addRow(tr("&Reason"), m_reason);
    m_file->setAccessibleName(tr("Key file"));
    return fields;
}

void RevealDialog::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Your private key"), m_file->text());
    if (!file.isEmpty())
        m_file->setText(file);
}

void RevealDialog::send()
{
    m_asking = true;
    m_trouble->hide();
    refresh();
    QByteArray typed = m_passphrase->text().toUtf8();
    const SecretString passphrase(
        std::string_view(typed.constData(), static_cast<std::size_t>(typed.size())));
    typed.fill('\0');
    Q_EMIT wanted(m_file->text().trimmed(), passphrase, m_reason->text().trimmed());
}

void RevealDialog::answer(const QString &trouble)
{
    m_asking = false;
    if (trouble.isEmpty()) {
        m_passphrase->clear();
        accept();
        return;
    }
    sayProblem(m_trouble, trouble);
    refresh();
    m_passphrase->selectAll();
    m_passphrase->setFocus();
}

void RevealDialog::reject()
{
    // While the store is asked, the originals may come; they must not come unseen.
    if (m_asking)
        return;
    m_passphrase->clear();
    QDialog::reject();
}

void RevealDialog::refresh()
{
    for (QLineEdit *field : {m_file, m_passphrase, m_reason})
        field->setReadOnly(m_asking);
    m_show->setEnabled(!m_asking && !m_file->text().trimmed().isEmpty() && !m_passphrase->text().isEmpty()
        && !m_reason->text().trimmed().isEmpty());
}

} // namespace gatehouse::console
