// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/colours.h"

#include <QWidget>

#include <array>
#include <cmath>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

struct Shades {
    QRgb window, base, alternate, text, quiet, disabled;
    QRgb button, light, midlight, mid, dark, shadow;
    QRgb highlight, highlightText, link, visited;
    QRgb toolTip, toolTipText;
};

constexpr Shades lightShades{
    .window = 0xfff3f4f5,
    .base = 0xffffffff,
    .alternate = 0xfff8f9fa,
    .text = 0xff1f2429,
    .quiet = 0xff5d666e,
    .disabled = 0xff7a8187,
    .button = 0xfff3f4f5,
    .light = 0xffffffff,
    .midlight = 0xffe9ebed,
    .mid = 0xffc4c9cd,
    .dark = 0xffa3a9ae,
    .shadow = 0xff6d747a,
    .highlight = 0xffcfe4ec,
    .highlightText = 0xff14222a,
    .link = 0xff17657f,
    .visited = 0xff5b5687,
    .toolTip = 0xff2b3137,
    .toolTipText = 0xfff1f3f4,
};

constexpr Shades darkShades{
    .window = 0xff1c1f22,
    .base = 0xff282c31,
    .alternate = 0xff2c3136,
    .text = 0xffdde1e4,
    .quiet = 0xff9aa3aa,
    .disabled = 0xff7c848b,
    .button = 0xff30353a,
    .light = 0xff3a4046,
    .midlight = 0xff31363b,
    .mid = 0xff41484e,
    .dark = 0xff121416,
    .shadow = 0xff0b0c0d,
    .highlight = 0xff254a5a,
    .highlightText = 0xfff0f5f7,
    .link = 0xff79bcd4,
    .visited = 0xffb3aede,
    .toolTip = 0xff3b4248,
    .toolTipText = 0xfff1f3f4,
};

const Shades &shadesOf(ColourScheme scheme)
{
    return scheme == ColourScheme::Light ? lightShades : darkShades;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

QColor blend(const QColor &under, const QColor &over)
{
    const float share = over.alphaF();
    const auto mix = [share](float below, float above) { return below + (above - below) * share; };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

ColourScheme schemeOf(const QPalette &palette)
{
    const bool isLight =
        luminance(palette.color(QPalette::Window)) > luminance(palette.color(QPalette::WindowText));
    return isLight ? ColourScheme::Light : ColourScheme::Dark;
}

QPalette paletteOf(ColourScheme scheme)
{
    const Shades &shades = shadesOf(scheme);
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb colour) {
        palette.setColor(QPalette::All, role, QColor(colour));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Text, shades.text);
    set(QPalette::PlaceholderText, shades.quiet);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::BrightText, shades.highlightText);
    set(QPalette::Light, shades.light);
    set(QPalette::Midlight, shades.midlight);
    set(QPalette::Mid, shades.mid);
    set(QPalette::Dark, shades.dark);
    set(QPalette::Shadow, shades.shadow);
    set(QPalette::Highlight, shades.highlight);
    set(QPalette::HighlightedText, shades.highlightText);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.visited);
    set(QPalette::ToolTipBase, shades.toolTip);
    set(QPalette::ToolTipText, shades.toolTipText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.midlight));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(shades.disabled));
    return palette;
}

const ColourRoles &colourRoles(ColourScheme scheme)
{
    static const ColourRoles light{.hairline = QColor(0xdfe2e5),
                                   .quietText = QColor(lightShades.quiet),
                                   .hover = QColor(0, 0, 0, 13),
                                   .pressed = QColor(0, 0, 0, 26),
                                   .shadow = QColor(20, 28, 34, 40),
                                   .accent = QColor(lightShades.link),
                                   .accentText = QColor(0xffffff),
                                   .overdue = QColor(0xb3261e),
                                   .dueToday = QColor(0x276b3c),
                                   .later = QColor(lightShades.quiet),
                                   .noneSet = QColor(0x855800),
                                   .success = QColor(0x276b3c),
                                   .badge = QColor(0xe2e5e8),
                                   .fieldLine = QColor(0xc9ced2),
                                   .boxLine = QColor(0x7d858c)};
    static const ColourRoles dark{.hairline = QColor(0x363b41),
                                  .quietText = QColor(darkShades.quiet),
                                  .hover = QColor(255, 255, 255, 15),
                                  .pressed = QColor(255, 255, 255, 28),
                                  .shadow = QColor(0, 0, 0, 110),
                                  .accent = QColor(darkShades.link),
                                  .accentText = QColor(0x0e1a1f),
                                  .overdue = QColor(0xf28b82),
                                  .dueToday = QColor(0x84c795),
                                  .later = QColor(darkShades.quiet),
                                  .noneSet = QColor(0xdfb65c),
                                  .success = QColor(0x84c795),
                                  .badge = QColor(0x353b41),
                                  .fieldLine = QColor(0x4a5158),
                                  .boxLine = QColor(0x858d94)};
    return scheme == ColourScheme::Light ? light : dark;
}

const ColourRoles &colourRolesOf(const QWidget &widget)
{
    return colourRoles(schemeOf(widget.palette()));
}

QColor dueColour(DueState state, ColourScheme scheme)
{
    const ColourRoles &colours = colourRoles(scheme);
    switch (state) {
    case DueState::Overdue: return colours.overdue;
    case DueState::Today: return colours.dueToday;
    case DueState::Later: return colours.later;
    case DueState::None: return colours.noneSet;
    }
    return colours.later;
}

QColor stageColour(int position, ColourScheme scheme)
{
    // blue, teal, olive, ochre, rust, plum, violet, slate: neighbours differ in hue and brightness
    constexpr std::array<QRgb, 8> forLight{0xff4f81ad, 0xff3d8a84, 0xff72893f, 0xffa37d2c,
                                           0xffa8623c, 0xff985a80, 0xff6c67ab, 0xff617280};
    constexpr std::array<QRgb, 8> forDark{0xff6fa3cf, 0xff5cada6, 0xff98b162, 0xffc9a350,
                                          0xffd08a63, 0xffc083a8, 0xff9893d3, 0xff8a9caa};
    const auto &colours = scheme == ColourScheme::Light ? forLight : forDark;
    return QColor(colours[size_t(qMax(position, 0)) % colours.size()]);
}

std::vector<ReadablePair> readablePairs(ColourScheme scheme)
{
    constexpr double text = 4.5;
    constexpr double disabled = 3.0;
    constexpr double line = 3.0; // WCAG 1.4.11: what tells a control and its state
    const QPalette palette = paletteOf(scheme);
    const ColourRoles &colours = colourRoles(scheme);
    const auto role = [&palette](QPalette::ColorRole which) { return palette.color(which); };
    const auto off = [&palette](QPalette::ColorRole which) {
        return palette.color(QPalette::Disabled, which);
    };

    std::vector<ReadablePair> pairs{
        {u"button"_s, role(QPalette::ButtonText), role(QPalette::Button), text},
        {u"selected"_s, role(QPalette::HighlightedText), role(QPalette::Highlight), text},
        {u"tool tip"_s, role(QPalette::ToolTipText), role(QPalette::ToolTipBase), text},
        {u"accent button"_s, colours.accentText, colours.accent, text},
        {u"badge"_s, role(QPalette::WindowText), colours.badge, text},
        {u"quiet on selected"_s, colours.quietText, role(QPalette::Highlight), disabled},
        {u"disabled button"_s, off(QPalette::ButtonText), role(QPalette::Button), disabled},
        {u"disabled selected"_s, off(QPalette::HighlightedText), off(QPalette::Highlight), disabled},
    };
    const std::array backgrounds{
        std::pair{u"window"_s, role(QPalette::Window)}, std::pair{u"base"_s, role(QPalette::Base)},
        std::pair{u"alternate"_s, role(QPalette::AlternateBase)},
        std::pair{u"hovered window"_s, blend(role(QPalette::Window), colours.hover)}};
    for (const auto &[where, background] : backgrounds) {
        for (const auto &[what, colour] :
             {std::pair{u"text"_s, role(QPalette::Text)},
              std::pair{u"window text"_s, role(QPalette::WindowText)},
              std::pair{u"placeholder"_s, role(QPalette::PlaceholderText)},
              std::pair{u"link"_s, role(QPalette::Link)},
              std::pair{u"visited link"_s, role(QPalette::LinkVisited)},
              std::pair{u"quiet"_s, colours.quietText}, std::pair{u"accent"_s, colours.accent},
              std::pair{u"overdue"_s, colours.overdue}, std::pair{u"today"_s, colours.dueToday},
              std::pair{u"none set"_s, colours.noneSet}, std::pair{u"success"_s, colours.success}})
            pairs.push_back({what + u" on "_s + where, colour, background, text});
        pairs.push_back({u"disabled on "_s + where, off(QPalette::Text), background, disabled});
        pairs.push_back({u"line of the focused field on "_s + where, colours.accent, background, line});
        pairs.push_back({u"line of the wrong field on "_s + where, colours.overdue, background, line});
        pairs.push_back({u"line of a box to tick on "_s + where, colours.boxLine, background, line});
    }
    return pairs;
}

} // namespace headway::ui
