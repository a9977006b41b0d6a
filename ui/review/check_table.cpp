// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/check_table.h"

#include "models/review/check_lines_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cell_delegate.h"

#include <QHeaderView>
#include <QPainter>

namespace gatehouse::console {

namespace {

constexpr int mostRowsShown = 6;
constexpr int charactersForAll = 80, charactersForScore = 60;
constexpr int barHeight = 6;
constexpr double barShare = 0.45; // of the cell; the rest is for the figure

// The time as a figure and a bar; a check that took any time at all shows at least a sliver.
class CheckDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *model = static_cast<const CheckLinesModel *>(index.model());
        const CheckLineView &line = model->row(index.row());
        QStyleOptionViewItem cell(option);
        cell.palette.setColor(QPalette::Text, inkOf(line));
        const QVariant share = index.data(TimeShareRole);
        if (!share.isValid()) {
            CellDelegate::paint(painter, cell, index);
            return;
        }
        const int room = static_cast<int>((option.rect.width() - space::between) * barShare);
        QRect words = option.rect;
        words.setLeft(option.rect.left() + room + space::inside);
        cell.rect = QStyle::visualRect(option.direction, option.rect, words);
        CellDelegate::paint(painter, cell, index);
        const int width = std::max(2, static_cast<int>(room * share.toDouble()));
        const QRect bar(option.rect.left() + space::between, option.rect.center().y() - barHeight / 2 + 1,
            width, barHeight);
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
            line.outcome == CheckOutcome::Fail ? tokens().of(line.severity) : tokens().muted);
    }

private:
    static QColor inkOf(const CheckLineView &line)
    {
        if (line.outcome == CheckOutcome::Fail || line.outcome == CheckOutcome::Error)
            return tokens().of(line.severity);
        return line.outcome == CheckOutcome::Pass ? tokens().text : tokens().muted;
    }
};

} // namespace

CheckTable::CheckTable(Kind kind, QWidget *parent)
    : DataTable(kind == Kind::Brief ? tr("Checks") : tr("Rules of the policy, in order"), parent)
    , m_kind(kind)
    , m_lines(new CheckLinesModel(this))
{
    setModel(m_lines);
    setItemDelegate(new CheckDelegate(this));
    setColumnCharacters({7, 0, 20, 5, 15});
    setColumnHidden(CheckLinesModel::LookedAtColumn, kind == Kind::Brief);
    setSizePolicy(
        QSizePolicy::Expanding, kind == Kind::Brief ? QSizePolicy::Maximum : QSizePolicy::Expanding);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        const QList<int> &marks = m_lines->row(index.row()).marks;
        if (!marks.isEmpty())
            Q_EMIT evidenceWanted(marks.first());
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CheckTable::currentChanged);
}

const CheckLineView *CheckTable::current() const
{
    return currentIndex().isValid() ? &m_lines->row(currentIndex().row()) : nullptr;
}

void CheckTable::choose(const QString &rule)
{
    if (const int row = m_lines->rowOf(rule); row >= 0)
        setCurrentIndex(m_lines->index(row, CheckLinesModel::RuleColumn));
}

void CheckTable::setChecks(const QList<CheckLineView> &checks)
{
    m_lines->setChecks(checks);
    verticalHeader()->setMinimumSectionSize(space::compactRow);
    verticalHeader()->setDefaultSectionSize(
        std::max(space::compactRow, fontMetrics().height() + space::inside));
    resizeColumnToContents(CheckLinesModel::OutcomeColumn);
    // The head of the bars is their scale: cut off, it would be another one.
    const int head = horizontalHeader()->sectionSizeHint(CheckLinesModel::TimeColumn);
    if (columnWidth(CheckLinesModel::TimeColumn) < head)
        setColumnWidth(CheckLinesModel::TimeColumn, head);
    updateGeometry();
}

void CheckTable::resizeEvent(QResizeEvent *event)
{
    // A narrow pane keeps room for the names; the rest is in the tool tips, and said of the chosen rule.
    if (m_kind == Kind::Whole) {
        const int characters = width() / std::max(1, fontMetrics().averageCharWidth());
        setColumnHidden(CheckLinesModel::LookedAtColumn, characters < charactersForAll);
        setColumnHidden(CheckLinesModel::ScoreColumn, characters < charactersForScore);
    }
    DataTable::resizeEvent(event);
}

QSize CheckTable::sizeHint() const
{
    const int rows
        = std::clamp(m_lines->rowCount(), 1, m_kind == Kind::Brief ? mostRowsShown : m_lines->rowCount() + 1);
    return {space::around * 16,
        horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2};
}

} // namespace gatehouse::console
