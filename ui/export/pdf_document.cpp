// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pdf_document.h"

#include "ui/theme/paper.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextTable>

#include <utility>

namespace gatehouse::console {

namespace {

struct PdfWords {
    Q_DECLARE_TR_FUNCTIONS(PdfWords)
};

constexpr int dotsPerInch = 300;
constexpr double sideMargin = 16, endMargin = 14; // millimetres
constexpr double footHeight = 9;
constexpr int aboveHeading = 14; // in the document's own units, as all of its margins

const Tokens &look()
{
    return tokensOf(ThemeName::Light);
}

int dots(double millimetres)
{
    return static_cast<int>(millimetres / 25.4 * dotsPerInch);
}

QTextCharFormat formatOf(const QFont &font, const QColor &colour)
{
    QTextCharFormat format;
    format.setFont(onPaper(font));
    format.setForeground(colour);
    return format;
}

QFont smallMono()
{
    QFont font = monoFont();
    font.setPointSizeF(font.pointSizeF() * 0.8);
    return font;
}

// Ids and hashes have no spaces to break at.
QTextTableFormat tableFormat(const QList<QTextLength> &widths)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(3);
    format.setCellSpacing(0);
    format.setTopMargin(space::inside);
    format.setBottomMargin(space::inside);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(widths);
    return format;
}

void fill(const QTextTableCell &cell, const QString &text, const QTextCharFormat &format, bool isFigure)
{
    QTextCursor inside = cell.firstCursorPosition();
    if (isFigure) {
        QTextBlockFormat block;
        block.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
        inside.setBlockFormat(block);
    }
    inside.insertText(text, format);
}

Status cannotWrite(const QString &file, const QString &why)
{
    return fail(ErrorKind::Unreachable, "the PDF could not be written: " + why.toStdString(),
        file.toStdString(), "choose another folder or make room");
}

} // namespace

PdfDocument::PdfDocument(QString title, QString foot)
    : m_title(std::move(title))
    , m_foot(std::move(foot))
    , m_cursor(&m_document)
{
    m_document.setUndoRedoEnabled(false);
    m_document.setDocumentMargin(0);
    m_document.setDefaultFont(onPaper(textFont()));
    QFont font = figureFont();
    m_cursor.insertText(m_title, formatOf(font, look().text));
    m_isFresh = false;
}

void PdfDocument::newBlock(int above)
{
    QTextBlockFormat block;
    block.setTopMargin(above);
    if (std::exchange(m_isFresh, false))
        m_cursor.setBlockFormat(block);
    else
        m_cursor.insertBlock(block);
}

void PdfDocument::addHeading(const QString &text)
{
    newBlock(aboveHeading);
    m_cursor.insertText(text, formatOf(titleFont(), look().text));
}

void PdfDocument::addText(const QString &text)
{
    newBlock(space::inside);
    m_cursor.insertText(text, formatOf(textFont(), look().text));
}

void PdfDocument::addMuted(const QString &text)
{
    newBlock(space::inside);
    m_cursor.insertText(text, formatOf(textFont(), look().muted));
}

void PdfDocument::addFacts(const QList<std::pair<QString, QString>> &facts)
{
    QList<QStringList> rows;
    for (const auto &[label, value] : facts) {
        if (!value.isEmpty())
            rows.append({label, value});
    }
    if (rows.isEmpty())
        return;
    QTextTable *table = m_cursor.insertTable(static_cast<int>(rows.size()), 2,
        tableFormat({QTextLength(QTextLength::PercentageLength, 22),
            QTextLength(QTextLength::PercentageLength, 78)}));
    for (int row = 0; row < rows.size(); ++row) {
        fill(table->cellAt(row, 0), rows[row][0], formatOf(textFont(), look().muted), false);
        fill(table->cellAt(row, 1), rows[row][1], formatOf(textFont(), look().text), false);
    }
    m_cursor.movePosition(QTextCursor::End);
    m_isFresh = true;
}

void PdfDocument::addTable(const QList<Column> &columns, const QList<QStringList> &rows)
{
    QList<QTextLength> widths;
    for (const Column &column : columns)
        widths.append(QTextLength(QTextLength::PercentageLength, column.width));
    QTextTableFormat format = tableFormat(widths);
    format.setHeaderRowCount(1);
    QTextTable *table
        = m_cursor.insertTable(static_cast<int>(rows.size()) + 1, static_cast<int>(columns.size()), format);
    for (int column = 0; column < columns.size(); ++column) {
        const Column &kind = columns[column];
        fill(table->cellAt(0, column), kind.head, formatOf(textFont(), look().muted), kind.isFigure);
        const QTextCharFormat text = formatOf(kind.isMono ? smallMono() : textFont(), look().text);
        for (int row = 0; row < rows.size(); ++row)
            fill(table->cellAt(row + 1, column), rows[row].value(column), text, kind.isFigure);
    }
    m_cursor.movePosition(QTextCursor::End);
    m_isFresh = true;
}

QTextCursor &PdfDocument::cursor()
{
    newBlock(space::inside);
    m_isFresh = false;
    return m_cursor;
}

Status PdfDocument::write(const QString &file, const std::function<bool()> &stopped)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(file, out.errorString());
    {
        QPdfWriter writer(&out);
        writer.setTitle(m_title);
        writer.setCreator(QStringLiteral("Gatehouse " GATEHOUSE_VERSION));
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(
            QMarginsF(sideMargin, endMargin, sideMargin, endMargin), QPageLayout::Millimeter);
        m_document.documentLayout()->setPaintDevice(&writer);
        const QSizeF body(writer.width(), writer.height() - dots(footHeight));
        m_document.setPageSize(body);
        QPainter painter(&writer);
        const int pages = m_document.pageCount();
        for (int page = 0; page < pages; ++page) {
            if (stopped())
                return fail(ErrorKind::LimitExceeded, "the PDF was cancelled");
            if (page > 0)
                writer.newPage();
            painter.save();
            painter.translate(0, -page * body.height());
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = QRectF(QPointF(0, page * body.height()), body);
            context.palette.setColor(QPalette::Text, look().text);
            painter.setClipRect(context.clip);
            m_document.documentLayout()->draw(&painter, context);
            painter.restore();
            painter.setFont(onPaper(textFont()));
            painter.setPen(look().muted);
            const QRectF foot(0, body.height(), body.width(), dots(footHeight));
            painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, m_foot);
            painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                PdfWords::tr("page %1 of %2").arg(page + 1).arg(pages));
        }
    }
    if (!out.commit())
        return cannotWrite(file, out.errorString());
    return {};
}

} // namespace gatehouse::console
