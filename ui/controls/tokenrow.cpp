// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/tokenrow.h"

#include "app/text/plaintip.h"
#include "ui/controls/chipcross.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int crossRoom = 22;
constexpr int most = 60; // letters of a token; one that is longer is cut, and whole in its tool tip

int tokenHeight(const QFontMetrics &metrics)
{
    return metrics.height() + space::hair + 2;
}

} // namespace

// The focus stays in the line when a token is clicked away.
Token::Token(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
}

Token::~Token() = default;

void Token::showLabel(const QString &label)
{
    m_label = label;
    setToolTip(app::plainTip(label));
    updateGeometry();
    update();
}

QSize Token::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int width = qMin(metrics.horizontalAdvance(m_label), most * metrics.averageCharWidth());
    return {space::small + width + 2 + crossRoom, tokenHeight(metrics)};
}

QRect Token::crossPlace() const
{
    return crossPlaceOf(*this, crossRoom);
}

void Token::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChipFrame(painter, *this,
                   isDown()           ? colours.pressed
                       : underMouse() ? colours.hover
                                      : palette().color(QPalette::Base));
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    const RowPainter row(painter, rect(), layoutDirection());
    row.text(rect().adjusted(space::small, 0, -crossRoom + 2, 0), Qt::AlignLeft, m_label);
    paintCross(painter, *this, crossPlace());
    if (showsRing(*this))
        paintRing(painter, rect(), colours.accent);
}

void Token::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && crossPlace().contains(event->pos()))
        event->accept(); // taken out when the button is let go there
    else
        QAbstractButton::mousePressEvent(event);
}

void Token::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !isDown() && crossPlace().contains(event->pos()))
        Q_EMIT removeWanted();
    else
        QAbstractButton::mouseReleaseEvent(event);
}

void Token::mouseMoveEvent(QMouseEvent *event)
{
    QAbstractButton::mouseMoveEvent(event);
    update(); // the cross lights up
}

void Token::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (!event->isAutoRepeat()) // a key held down must not take all of them
            Q_EMIT removeWanted();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

// Delete belongs to the token that has the focus, not to the record of the page.
bool Token::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isOurs = key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace
            || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space;
        if (isOurs && !(key->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

TokenRow::TokenRow(const QString &spoken, QWidget *parent)
    : QWidget(parent), m_spoken(spoken), m_more(new FlatButton(FlatButton::Kind::Link, this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_more->hide();
    hide();
    connect(m_more, &FlatButton::clicked, this, &TokenRow::moreWanted);
}

TokenRow::~TokenRow() = default;

QSize TokenRow::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_count; ++i)
        width += m_tokens[size_t(i)]->sizeHint().width() + space::hair;
    return {width, tokenHeight(fontMetrics())};
}

QSize TokenRow::minimumSizeHint() const
{
    return {0, tokenHeight(fontMetrics())};
}

Token *TokenRow::made(int index)
{
    auto *token = new Token(this);
    token->setAccessibleDescription(tr("Enter changes it, Delete takes it out"));
    connect(token, &Token::clicked, this, [this, index] { Q_EMIT clicked(index); });
    connect(token, &Token::removeWanted, this, [this, index] { Q_EMIT removeWanted(index); });
    return token;
}

void TokenRow::showTokens(const QStringList &texts, QWidget *before, QWidget *home)
{
    int focused = -1; // none
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        if (m_tokens[i]->hasFocus())
            focused = int(i);
    }
    const bool isNew = texts.size() > qsizetype(m_tokens.size());
    while (qsizetype(m_tokens.size()) < texts.size())
        m_tokens.push_back(made(int(m_tokens.size())));
    m_count = int(texts.size());
    for (int i = 0; i < m_count; ++i) {
        Token *token = m_tokens[size_t(i)];
        token->showLabel(texts[i]);
        token->setAccessibleName(m_spoken.arg(texts[i]));
    }
    if (isNew)
        chain(before);
    if (focused >= m_count) { // before Qt finds another one
        QWidget *next = m_count > 0 ? m_tokens[size_t(m_count - 1)] : home;
        next->setFocus(Qt::TabFocusReason);
    }
    setVisible(m_count > 0);
    arrange();
    updateGeometry();
}

// Tab goes through the tokens in their order, and then to the rest of the page.
void TokenRow::chain(QWidget *before)
{
    for (Token *token : m_tokens) {
        setTabOrder(before, token);
        before = token;
    }
    setTabOrder(before, m_more);
}

// As many as find room whole; of the first one what does.
void TokenRow::arrange()
{
    m_folded = 0;
    int end = 0; // of the tokens so far
    int shown = 0;
    for (; shown < m_count; ++shown) {
        const int left = m_count - shown - 1;
        m_more->setText(u"+%1"_s.arg(locale().toString(left)));
        const int room = width() - (left > 0 ? m_more->sizeHint().width() + space::hair : 0);
        const int wanted = m_tokens[size_t(shown)]->sizeHint().width();
        if (shown > 0 && end + wanted > room)
            break;
        const QRect place(end, 0, qMin(wanted, qMax(room, crossRoom)), height());
        m_tokens[size_t(shown)]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        end += place.width() + space::hair;
    }
    m_folded = m_count - shown;
    for (size_t i = 0; i < m_tokens.size(); ++i)
        m_tokens[i]->setVisible(int(i) < shown);
    m_more->setVisible(m_folded > 0);
    if (m_folded > 0)
        foldFrom(shown);
    const QRect place(end, 0, m_more->sizeHint().width(), height());
    m_more->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void TokenRow::foldFrom(int token)
{
    QStringList folded;
    for (int i = token; i < m_count; ++i)
        folded += m_tokens[size_t(i)]->label();
    m_more->setText(u"+%1"_s.arg(locale().toString(m_folded)));
    m_more->setToolTip(app::plainTip(folded.join(u'\n')));
    m_more->setAccessibleName(tr("%1 more: %2").arg(locale().toString(m_folded), folded.join(u", "_s)));
}

void TokenRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TokenRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange();
    }
}

} // namespace headway::ui
