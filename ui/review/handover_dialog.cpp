// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/handover_dialog.h"

#include "models/system/permissions.h"
#include "models/text.h"
#include "ui/review/shift_grid.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog_buttons.h"
#include "ui/widgets/form_fields.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTabWidget>

#include <numeric>

namespace gatehouse::console {

namespace {

constexpr int wide = 640, high = 460, listWidth = 200;
enum Mine { Keep, ToNobody, ToSomebody };

qint64 sumOf(const store::SeverityCounts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

} // namespace

HandoverDialog::HandoverDialog(Handovers &handovers, Show first, QWidget *parent)
    : QDialog(parent)
    , m_handovers(handovers)
    , m_tabs(new QTabWidget)
    , m_grid(newGrid())
    , m_before(newGrid())
    , m_text(new QPlainTextEdit)
    , m_mine(new QComboBox)
    , m_to(new QLineEdit)
    , m_trouble(newProblemLabel())
    , m_list(new QListWidget)
    , m_shown(new QLabel)
{
    setWindowTitle(tr("Hand over the shift"));
    m_grid->setObjectName(QStringLiteral("now"));
    m_before->setObjectName(QStringLiteral("before"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *buttons = newDialogButtons(Leave::Close);
    m_send = buttons->addButton(tr("Hand over"), QDialogButtonBox::AcceptRole);
    m_send->setProperty("look", QStringLiteral("primary"));
    m_tabs->addTab(buildNew(), tr("Now"));
    m_tabs->addTab(buildHistory(), tr("Before"));
    const bool mayWrite = handovers.permissions().may(Right::Review);
    m_tabs->setTabVisible(0, mayWrite);
    m_tabs->setCurrentIndex(mayWrite && first == Show::New ? 0 : 1);
    m_tabs->setAccessibleName(tr("This shift, and those before"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(m_tabs);
    column->addWidget(m_trouble);
    column->addWidget(buttons);
    resize(wide, high);
    connect(buttons, &QDialogButtonBox::rejected, this, &HandoverDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &HandoverDialog::send);
    connect(m_tabs, &QTabWidget::currentChanged, this, &HandoverDialog::refresh);
    connect(m_mine, &QComboBox::currentIndexChanged, this, &HandoverDialog::refresh);
    connect(m_to, &QLineEdit::textChanged, this, &HandoverDialog::refresh);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_send,
        [this] { m_send->click(); });
    refresh();
    handovers.look(this, [this](const Result<Handovers::Now> &now) { take(now); });
}

ShiftGrid *HandoverDialog::newGrid()
{
    auto *grid = new ShiftGrid;
    connect(grid, &ShiftGrid::filterWanted, this, [this](const QString &filter) {
        Q_EMIT filterWanted(filter);
        reject();
    });
    return grid;
}

QWidget *HandoverDialog::buildNew()
{
    m_text->setProperty("look", QStringLiteral("field"));
    m_text->setAccessibleName(tr("For those who come"));
    m_text->setPlaceholderText(
        tr("What the next shift should know. Never paste a secret here: it is kept as written."));
    m_text->setTabChangesFocus(true);
    m_mine->addItem(tr("My calls stay with me"));
    m_mine->addItem(tr("My calls go to nobody"));
    m_mine->addItem(tr("My calls go to…"));
    m_mine->setAccessibleName(tr("What becomes of my calls"));
    m_to->setPlaceholderText(tr("login name"));
    m_to->setAccessibleName(tr("Who takes my calls"));
    auto *mine = new QHBoxLayout;
    mine->addWidget(m_mine);
    mine->addWidget(m_to, 1);
    mine->addStretch(1);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::between, 0, 0);
    column->setSpacing(space::between);
    column->addWidget(m_grid);
    column->addWidget(m_text, 1);
    column->addLayout(mine);
    return page;
}

QWidget *HandoverDialog::buildHistory()
{
    m_list->setAccessibleName(tr("Hand-overs"));
    m_list->setFixedWidth(listWidth);
    m_shown->setWordWrap(true);
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_shown->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_before->hide();
    // As long as somebody wrote.
    auto *text = new QScrollArea;
    text->setProperty("look", QStringLiteral("bare"));
    text->setAccessibleName(tr("What was handed over"));
    text->setWidgetResizable(true);
    text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text->setWidget(m_shown);
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, space::between, 0, 0);
    row->setSpacing(space::around);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::around);
    column->addWidget(m_before);
    column->addWidget(text, 1);
    row->addWidget(m_list);
    row->addLayout(column, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &HandoverDialog::showEntry);
    return page;
}

void HandoverDialog::take(const Result<Handovers::Now> &now)
{
    if (!now) {
        answer(errorText(now.error()));
        return;
    }
    m_now = *now;
    m_there = true;
    m_grid->setSummary(m_now.summary, m_now.login, true);
    for (const HandoverEntry &entry : std::as_const(m_now.before)) {
        auto *item = new QListWidgetItem(tr("%1, %2").arg(relativeTime(entry.at), entry.author), m_list);
        item->setToolTip(absoluteTime(entry.at));
    }
    if (m_now.before.isEmpty())
        m_shown->setText(tr("Nobody has handed over yet. What is handed over is kept here, for everybody who "
                            "sees the same teams."));
    m_list->setCurrentRow(m_now.before.isEmpty() ? -1 : 0);
    refresh();
}

void HandoverDialog::showEntry(int row)
{
    if (row < 0 || row >= m_now.before.size())
        return;
    const HandoverEntry &entry = m_now.before[row];
    m_before->setSummary(entry.summary, entry.author, entry.own);
    m_before->setVisible(true);
    m_shown->setText(entry.text.isEmpty() ? tr("Without a text.") : entry.text);
}

void HandoverDialog::send()
{
    m_sending = true;
    m_trouble->hide();
    refresh();
    m_handovers.add(
        m_text->toPlainText().trimmed(), this, [this](const QString &trouble) { answer(trouble); });
}

void HandoverDialog::answer(const QString &trouble)
{
    m_sending = false;
    if (trouble.isEmpty()) {
        const int mine = m_mine->currentIndex();
        if (const qint64 count = sumOf(m_now.summary.mine); mine != Keep && count > 0)
            Q_EMIT callsGivenAway(
                filterOfTheirs(m_now.login), mine == ToNobody ? QString() : m_to->text().trimmed(), count);
        accept();
        return;
    }
    sayProblem(m_trouble, trouble);
    refresh();
}

void HandoverDialog::reject()
{
    // While the store is asked nobody knows yet whether it is kept.
    if (!m_sending)
        QDialog::reject();
}

void HandoverDialog::refresh()
{
    const bool isNew = m_tabs->currentIndex() == 0;
    const bool toSomebody = m_mine->currentIndex() == ToSomebody;
    m_mine->setVisible(m_there && sumOf(m_now.summary.mine) > 0);
    m_to->setVisible(m_mine->isVisibleTo(this) && toSomebody);
    m_text->setReadOnly(m_sending);
    m_send->setVisible(isNew);
    m_send->setEnabled(m_there && !m_sending && (!toSomebody || !m_to->text().trimmed().isEmpty()));
}

} // namespace gatehouse::console
