// SPDX-License-Identifier: GPL-3.0-or-later
// The words of stories with several windows, including the manual.
#include "features/support/expect.h"
#include "features/support/story.h"
#include "ui/shell/manualwindow.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

QTextBrowser *manual()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (qobject_cast<ui::ManualWindow *>(window) && window->isVisible())
            return window->findChild<QTextBrowser *>();
    }
    return nullptr;
}

} // namespace

void When::I_use_the_window_of(const QString &record)
{
    ui::Shell *found = nullptr;
    const bool came = await([&] {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            auto *shell = qobject_cast<ui::Shell *>(window);
            if (shell && shell->isVisible() && shell->windowTitle().startsWith(record))
                found = shell;
        }
        return found != nullptr;
    });
    REQUIRE(came);
    auto &known = story.m_shells;
    if (std::find(known.begin(), known.end(), found) == known.end())
        known.emplace_back(found);
    I_use_window(int(std::find(known.begin(), known.end(), found) - known.begin()) + 1);
}

void When::I_follow_in_the_manual(const QString &page)
{
    REQUIRE(manual());
    Q_EMIT manual()->anchorClicked(QUrl(page)); // as a click or Enter on the link does
}

void When::I_go_back_in_the_manual()
{
    REQUIRE(manual());
    manual()->activateWindow();
    REQUIRE(await([] { return manual()->isActiveWindow(); }));
    QTest::keyClick(manual(), Qt::Key_Left, Qt::AltModifier);
}

void Then::the_manual_shows(const QString &heading)
{
    const auto firstLine = [] { return manual() ? manual()->toPlainText().section(u'\n', 0, 0) : QString(); };
    expect([&] { return firstLine() == heading; }, heading, firstLine);
    QStringList missing;
    for (QTextBlock block = manual()->document()->begin(); block.isValid(); block = block.next()) {
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextFormat format = piece.fragment().charFormat();
            if (!format.isImageFormat())
                continue;
            const QUrl picture(format.toImageFormat().name());
            if (manual()
                    ->document()
                    ->resource(QTextDocument::ImageResource, picture)
                    .value<QImage>()
                    .isNull())
                missing += picture.toString();
        }
    }
    CAPTURE(missing);
    CHECK(missing.isEmpty());
}

} // namespace headway::test
