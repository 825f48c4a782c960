// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/manualwindow.h"

#include "ui/controls/flatbutton.h"
#include "ui/style/theme.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHash>
#include <QImageReader>
#include <QPixmap>
#include <QShortcut>
#include <QTextBrowser>
#include <QTimer>
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
        m_soon.setSingleShot(true);
        connect(&m_soon, &QTimer::timeout, this, [this] { paintNext(); });
        setOpenLinks(false); // pages of the manual open here, other links outside
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
    // A page is shown at once, with room for its pictures; they are loaded one by one, so that nothing waits
    // for all of them.
    QVariant loadResource(int type, const QUrl &name) override
    {
        const QVariant loaded = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::ImageResource)
            return loaded;
        if (const auto painted = m_pictures.constFind(name); painted != m_pictures.cend())
            return *painted;
        const qreal sharpness = devicePixelRatioF();
        QPixmap room(shownSize(loaded.toByteArray(), sharpness));
        room.fill(Qt::transparent);
        room.setDevicePixelRatio(sharpness);
        m_wanted.push_back({name, loaded.toByteArray(), room.size(), sharpness});
        m_soon.start(0);
        return room;
    }

private:
    struct Wanted {
        QUrl name = {};
        QByteArray bytes = {};
        QSize size = {}; // device pixels
        qreal sharpness = 1;
        QImage whole = {}; // once it is loaded
    };

    // Screenshots show a whole window; a page of text is narrower.
    static QSize shownSize(QByteArray bytes, qreal sharpness)
    {
        QBuffer buffer(&bytes);
        const QSize size = QImageReader(&buffer).size(); // from the header of the file only
        const int widest = qRound(pictureWidth * sharpness);
        return size.width() <= widest ? size
                                      : QSize(widest, qRound(qreal(size.height()) * widest / size.width()));
    }

    // Loads one picture, or scales the one loaded before: each takes most of a frame.
    void paintNext()
    {
        if (Wanted &first = m_wanted.first(); first.whole.isNull() && first.whole.loadFromData(first.bytes)) {
            m_soon.start(0);
            return;
        }
        const Wanted next = m_wanted.takeFirst();
        QPixmap picture =
            QPixmap::fromImage(next.whole.scaled(next.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        picture.setDevicePixelRatio(next.sharpness);
        m_pictures.insert(next.name, picture);
        document()->addResource(QTextDocument::ImageResource, next.name, picture);
        viewport()->update(); // it has the size reserved for it: the text does not move
        if (!m_wanted.isEmpty())
            m_soon.start(0);
    }

    QHash<QUrl, QPixmap> m_pictures = {};
    QList<Wanted> m_wanted = {};
    QTimer m_soon;
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
