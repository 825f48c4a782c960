// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manualwindow.h"

#include "ui/flatbutton.h"
#include "ui/theme.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QImage>
#include <QShortcut>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static void loadManual()
{
    Q_INIT_RESOURCE(manual); // a static library's resources are not linked in by themselves
}

namespace headway::ui {

namespace {

const QUrl firstPage(u"qrc:/manual/guide.md"_s);
constexpr int pictureWidth = 720;
constexpr QSize firstSize{820, 720};

} // namespace

class ManualWindow::Text : public QTextBrowser
{
public:
    explicit Text(QWidget *parent) : QTextBrowser(parent)
    {
        setFrameShape(QFrame::NoFrame);
        setOpenLinks(false); // a page of the manual opens here, everything else elsewhere
        document()->setDocumentMargin(space::huge);
        connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
            const QUrl page = source().resolved(link);
            if (page.scheme() == "qrc"_L1)
                setSource(page, QTextDocument::MarkdownResource);
            else
                QDesktopServices::openUrl(page);
        });
    }

protected:
    // Pictures are of a whole window; a page of text is narrower.
    QVariant loadResource(int type, const QUrl &name) override
    {
        const QVariant loaded = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource)
            return loaded;
        QImage picture;
        picture.loadFromData(loaded.toByteArray());
        const qreal sharpness = devicePixelRatioF();
        if (picture.width() > pictureWidth * sharpness)
            picture = picture.scaledToWidth(qRound(pictureWidth * sharpness), Qt::SmoothTransformation);
        picture.setDevicePixelRatio(sharpness);
        return picture;
    }
};

ManualWindow::ManualWindow(QWidget *parent) : QDialog(parent), m_text(new Text(this))
{
    setWindowTitle(tr("Manual"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(firstSize);
    m_text->setAccessibleName(tr("Manual"));

    const auto addButton = [this](const QString &icon, const QString &name, QKeySequence key) {
        auto *button = new FlatButton(FlatButton::Kind::Quiet, this);
        button->showIcon(icon);
        button->setAccessibleName(name);
        button->setToolTip(u"%1 (%2)"_s.arg(name, key.toString(QKeySequence::NativeText)));
        button->setEnabled(false);
        connect(new QShortcut(key, this), &QShortcut::activated, button, &QAbstractButton::click);
        return button;
    };
    auto *back = addButton(u"go-previous"_s, tr("Back"), QKeySequence(u"Alt+Left"_s));
    auto *forward = addButton(u"go-next"_s, tr("Forward"), QKeySequence(u"Alt+Right"_s));
    connect(back, &FlatButton::clicked, m_text, &QTextBrowser::backward);
    connect(forward, &FlatButton::clicked, m_text, &QTextBrowser::forward);
    connect(m_text, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(m_text, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::small, space::small, space::small, space::small);
    row->setSpacing(space::hair);
    row->addWidget(back);
    row->addWidget(forward);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_text, 1);

    loadManual();
    m_text->setSource(firstPage, QTextDocument::MarkdownResource);
    m_text->setFocus();
}

ManualWindow::~ManualWindow() = default;

} // namespace headway::ui
