// SPDX-License-Identifier: GPL-3.0-or-later
// The one style of all controls: Fusion's behaviour, our looks. It only says which part is painted by whom:
// fields in fieldlook.h, marks and bars in marklook.h, popups in popuplook.h. Set by applyTheme(); GUI thread;
// nothing fails.
#pragma once

#include <QProxyStyle>

namespace headway::ui {

class ControlStyle : public QProxyStyle
{
    Q_OBJECT
public:
    ControlStyle();
    ~ControlStyle() override;

    // Lays a vertical scroll bar over the content, which then does not move when it comes and goes; areas of
    // forms always have theirs so.
    static void layOver(QWidget &scrollBar);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &content,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

private:
    static bool drawGround(ControlElement element, const QStyleOption &option, QPainter &painter);

    QObject *m_refresher;
};

} // namespace headway::ui
