// SPDX-License-Identifier: GPL-3.0-or-later
// How a list goes out: the choices there are for its records, and the last answer as the next suggestion.
#include "ui/lists/exportform.h"

#include "support/catch_qt.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace headway;
using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("People and companies can go out as an address book, other records cannot", "[ui][vcard]")
{
    const QTemporaryDir folder;
    app::Settings settings(folder.filePath(u"headway.ini"_s));
    QWidget page;
    page.resize(800, 600);
    page.show();
    ExportForm form(settings, app::Display(QLocale::c(), QTimeZone::utc()), &page);
    QList<transfer::TargetFile> wanted;
    QList<transfer::ExportPurpose> purposes;
    QObject::connect(
        &form, &ExportForm::exportWanted, &form,
        [&](const transfer::TargetFile &target, app::ExportColumns, transfer::ExportPurpose purpose) {
            wanted += target;
            purposes += purpose;
        });
    const QList<QComboBox *> choices = form.findChildren<QComboBox *>();
    REQUIRE(choices.size() == 3);

    form.ask(u"3 contacts"_s, EntityKind::Contact);
    CHECK(choices[0]->findText(u"Address book (vCard)"_s) == 3);
    choices[0]->setCurrentIndex(3);
    CHECK_FALSE(choices[1]->isEnabled());
    QTest::keyClick(choices[0], Qt::Key_Return);
    REQUIRE(wanted.size() == 1);
    CHECK(wanted[0].format == transfer::FileFormat::VCard);
    CHECK(purposes[0] == transfer::ExportPurpose::Any);
    form.ask(u"3 contacts"_s, EntityKind::Contact);
    choices[2]->setCurrentIndex(1);
    QTest::keyClick(choices[2], Qt::Key_Return);
    REQUIRE(purposes.size() == 2);
    CHECK(purposes[1] == transfer::ExportPurpose::Mailing);

    form.ask(u"3 deals"_s, EntityKind::Deal);
    CHECK(choices[0]->count() == 3);
    CHECK_FALSE(choices[2]->isVisible()); // deals wish nothing
    CHECK(choices[0]->currentIndex() == 0);
    CHECK(choices[1]->isEnabled());
    form.cancel();
    form.ask(u"1 company"_s, EntityKind::Company);
    CHECK(choices[0]->currentIndex() == 3); // as last time
}
