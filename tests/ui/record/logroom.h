// SPDX-License-Identifier: GPL-3.0-or-later
// A pane in which calls and the like are logged.
#pragma once

#include "ui/controls/elidedlabel.h"
#include "ui/record/detailroom.h"
#include "ui/record/finishchip.h"
#include "ui/record/logform.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <optional>

namespace headway::test {

struct LogRoom : DetailRoom {
    int presses = 0;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++presses;
        DetailRoom::press(key, modifiers);
    }
    // Into the line that has the focus, so that it is read as it is typed.
    void typeWhen(const QString &text) const
    {
        auto *line = form()->findChild<QLineEdit *>(QStringLiteral("when"));
        REQUIRE(line->hasFocus());
        QTest::keyClicks(line, text);
    }
    qint64 planCall(const QString &subject, qint64 daysFromNow, std::optional<qint64> seconds = {})
    {
        const ActivityId id =
            book.add(Activity{.kind = ActivityKind::Call,
                              .state = ActivityState::Planned,
                              .subject = subject,
                              .at = {book.workspace().now().ms + daysFromNow * 24 * 3600 * 1000},
                              .duration = seconds});
        book.add(ActivityLink{.activity = id, .recordKind = EntityKind::Deal, .recordId = deal.value});
        REQUIRE(await([&] { return pane->findChild<ui::FinishChip *>(); }));
        return id.value;
    }
    QString heading() const
    {
        QStringList texts;
        for (const ui::ElidedLabel *label : form()->findChildren<ui::ElidedLabel *>()) {
            if (label->parentWidget() == form())
                texts += label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    QString subject() const
    {
        for (const QLineEdit *line : form()->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == QStringLiteral("Subject"))
                return line->text();
        }
        return {};
    }
    // Before the record of the pane is read again.
    void logAtOnce(DealId on)
    {
        show({EntityKind::Company, company.value});
        pane->show(EntityRef{EntityKind::Deal, on.value});
        press(Qt::Key_L, Qt::ControlModifier);
    }
    QString text() const { return form()->findChild<QPlainTextEdit *>()->toPlainText(); }
    ui::LogForm *form() const { return pane->findChild<ui::LogForm *>(); }
    std::vector<Activity> activities()
    {
        std::vector<Activity> found;
        for (const Record &record : book.all(EntityKind::Activity))
            found.push_back(as<Activity>(record));
        return found;
    }
};

} // namespace headway::test
