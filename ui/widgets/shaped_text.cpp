// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shaped_text.h"

#include <QCache>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPointer>
#include <QStaticText>
#include <QTextOption>

namespace gatehouse::console {

namespace {

constexpr int mostLines = 3000; // several windows of cells, some MiB
constexpr int narrowest = 2; // px a character: what is cut off anyway need not be shaped first

struct LineKey {
    QString text;
    QFont font;
    int width = 0;
    Qt::TextElideMode elide = Qt::ElideRight;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool operator==(const LineKey &) const = default;
};

size_t qHash(const LineKey &key, size_t seed)
{
    return qHashMulti(seed, key.text, key.font, key.width);
}

// Belongs to the application: fonts must not outlive it.
class ShapedLines : public QObject {
public:
    static ShapedLines &instance()
    {
        static QPointer<ShapedLines> shared;
        if (!shared)
            shared = new ShapedLines;
        return *shared;
    }
    const QStaticText &of(const LineKey &key)
    {
        if (const QStaticText *known = m_lines.object(key))
            return *known;
        const QFontMetrics metrics(key.font);
        const QString seen = key.elide == Qt::ElideRight ? key.text.left(key.width / narrowest) : key.text;
        auto *line = new QStaticText(metrics.elidedText(seen, key.elide, key.width));
        line->setTextFormat(Qt::PlainText);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setTextDirection(key.direction);
        line->setTextOption(option);
        line->prepare({}, key.font);
        m_lines.insert(key, line);
        return *line;
    }

private:
    ShapedLines()
        : QObject(QCoreApplication::instance())
        , m_lines(mostLines)
    {
    }
    QCache<LineKey, QStaticText> m_lines;
};

} // namespace

void paintLine(QPainter &painter, const QRect &area, const QString &text, const LineLook &look)
{
    if (text.isEmpty() || area.width() <= 0)
        return;
    const QStaticText &line
        = ShapedLines::instance().of({text, look.font, area.width(), look.elide, look.direction});
    const QSizeF size = line.size();
    const double spareWidth = area.width() - size.width(), spareHeight = area.height() - size.height();
    double x = area.left(), y = area.top();
    if (look.alignment.testFlag(Qt::AlignRight))
        x += spareWidth;
    else if (look.alignment.testFlag(Qt::AlignHCenter))
        x += spareWidth / 2;
    if (look.alignment.testFlag(Qt::AlignVCenter))
        y += spareHeight / 2;
    else if (look.alignment.testFlag(Qt::AlignBottom))
        y += spareHeight;
    painter.setFont(look.font);
    painter.drawStaticText(QPointF(qRound(x), qRound(y)), line);
}

} // namespace gatehouse::console
