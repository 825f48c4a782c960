// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/shapedtext.h"

#include <QCache>
#include <QCoreApplication>
#include <QPainter>
#include <QRegularExpression>
#include <QTextOption>
#include <QTransform>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int mostKept = 3000; // lines of one font: five screens full of cells
constexpr size_t mostFonts = 16;
constexpr qsizetype longest = 4000; // characters: no window is as wide
constexpr int uncut = -1;           // the width of a line that fits

struct Key {
    QString text = {};
    int width = uncut;

    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.width);
}

struct Shapes {
    QFont font = {};
    std::unique_ptr<QCache<Key, ShapedText>> lines = std::make_unique<QCache<Key, ShapedText>>(mostKept);
};

// The cached lines hold fonts, which must not outlive the application.
class Kept
{
public:
    static Kept &ofApplication()
    {
        static Kept *kept = [] {
            qAddPostRoutine([] { ofApplication().m_fonts.clear(); });
            return new Kept;
        }();
        return *kept;
    }

    QCache<Key, ShapedText> &of(const QFont &font)
    {
        auto found = std::find_if(m_fonts.begin(), m_fonts.end(), [&font](const Shapes &shapes) {
            return shapes.font.isCopyOf(font) || shapes.font == font;
        });
        if (found == m_fonts.end()) {
            if (m_fonts.size() >= mostFonts)
                m_fonts.clear();
            found = m_fonts.insert(m_fonts.end(), {.font = font});
        }
        return *found->lines;
    }

private:
    std::vector<Shapes> m_fonts;
};

// Replaces line breaks and tabs, so that the text stays on one line.
QString onOneLine(QString text)
{
    static const QRegularExpression breaks(u"[\\t\\n\\r\\x{2028}\\x{2029}]"_s);
    return text.replace(breaks, u" "_s);
}

// Glyphs depend on the scale, not on the position.
QTransform withoutPlace(const QTransform &transform)
{
    return {transform.m11(), transform.m12(), transform.m21(), transform.m22(), 0, 0};
}

ShapedText *shape(const QPainter &painter, const QString &shown)
{
    QTextOption option;
    // The direction of a name comes from its text, not from the window.
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setWrapMode(QTextOption::NoWrap);
    auto *line = new ShapedText;
    line->glyphs.setTextFormat(Qt::PlainText);
    line->glyphs.setTextOption(option);
    line->glyphs.setText(onOneLine(shown));
    line->glyphs.prepare(withoutPlace(painter.deviceTransform()), painter.font());
    const QSizeF size = line->glyphs.size();
    line->width = size.width();
    const int usual = painter.fontMetrics().height(); // a layout rounds it up
    line->height = size.height() > usual + 1 ? size.height() : usual;
    return line;
}

// A long line costs as much as several short ones.
const ShapedText &kept(QCache<Key, ShapedText> &lines, const Key &key, ShapedText *line)
{
    lines.insert(key, line, std::min(1 + key.text.size() / 64, qsizetype(mostKept / 8)));
    return *lines.object(key); // present, since no line costs as much as the whole cache
}

} // namespace

const ShapedText &shapedText(const QPainter &painter, const QString &text, int width)
{
    QCache<Key, ShapedText> &lines = Kept::ofApplication().of(painter.font());
    const Key whole{text.left(longest), uncut};
    const ShapedText *found = lines.object(whole);
    const ShapedText &line = found ? *found : kept(lines, whole, shape(painter, whole.text));
    if (line.width <= width)
        return line;
    const Key cut{whole.text, std::max(width, 0)};
    found = lines.object(cut);
    if (found)
        return *found;
    const QString begin = painter.fontMetrics().elidedText(cut.text, Qt::ElideRight, cut.width);
    return kept(lines, cut, shape(painter, begin));
}

} // namespace headway::ui
