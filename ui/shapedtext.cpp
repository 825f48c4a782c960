// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shapedtext.h"

#include <QCache>
#include <QCoreApplication>
#include <QFontMetrics>
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
constexpr int uncut = -1; // the width of a line that fits

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
    std::shared_ptr<QCache<Key, ShapedText>> lines = std::make_shared<QCache<Key, ShapedText>>(mostKept);
};

// What is kept holds fonts, and those end with the application.
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

// A line stays one, whatever is in it.
QString onOneLine(QString text)
{
    static const QRegularExpression breaks(u"[\\t\\n\\r\\x{2028}\\x{2029}]"_s);
    return text.replace(breaks, u" "_s);
}

ShapedText *shape(const QFont &font, const QString &shown)
{
    QTextOption option;
    option.setTextDirection(
        Qt::LayoutDirectionAuto); // a name reads as it is written, whatever the window does
    option.setWrapMode(QTextOption::NoWrap);
    auto *line = new ShapedText;
    line->glyphs.setTextFormat(Qt::PlainText);
    line->glyphs.setTextOption(option);
    line->glyphs.setText(onOneLine(shown));
    line->glyphs.prepare(QTransform(), font);
    line->width = line->glyphs.size().width();
    return line;
}

const ShapedText &kept(QCache<Key, ShapedText> &lines, const QFont &font, const Key &key,
                       const QString &shown)
{
    ShapedText *line = shape(font, shown);
    lines.insert(key, line);
    return *line;
}

} // namespace

const ShapedText &shapedText(const QFont &font, const QString &text, int width)
{
    QCache<Key, ShapedText> &lines = Kept::ofApplication().of(font);
    const Key whole{text, uncut};
    const ShapedText *found = lines.object(whole);
    const ShapedText &line = found ? *found : kept(lines, font, whole, text);
    if (line.width <= width)
        return line;
    const Key cut{text, width};
    found = lines.object(cut);
    return found ? *found
                 : kept(lines, font, cut, QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
}

} // namespace headway::ui
