// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the detail pane: what a call needs, the stages, and the next step.
#include "ui/record/detailhead.h"

#include "domain/records/activity.h"
#include "ui/buttons.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/segmentedlabel.h"
#include "ui/record/detailroom.h"
#include "ui/record/linklist.h"
#include "ui/record/reachline.h"
#include "ui/record/stagebar.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QLayout>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// Takes the addresses that the system would open.
class Opened : public QObject
{
    Q_OBJECT
public:
    Opened()
    {
        for (const QString &scheme : {u"tel"_s, u"mailto"_s, u"https"_s, u"file"_s})
            QDesktopServices::setUrlHandler(scheme, this, "take");
    }
    ~Opened() override
    {
        for (const QString &scheme : {u"tel"_s, u"mailto"_s, u"https"_s, u"file"_s})
            QDesktopServices::unsetUrlHandler(scheme);
    }
    QStringList urls;

public Q_SLOTS:
    void take(const QUrl &url) { urls += url.toString(); }
};

struct HeadRoom : DetailRoom {
    DetailHead *head() const { return pane->findChild<DetailHead *>(); }
    FlatButton *button(const QString &text) const { return findButton(*head(), text); }
    bool says(const QString &text) const
    {
        for (SegmentedLabel *each : head()->findChildren<SegmentedLabel *>()) {
            if (each->isVisible() && each->text().contains(text))
                return true;
        }
        return false;
    }
    ContactId person()
    {
        const ContactId ana =
            book.add(Contact{.firstName = u"Ana"_s, .lastName = u"Weber"_s, .company = company});
        const auto point = [&](ContactPointType by, const QString &value) {
            book.add(ContactPoint{
                .recordKind = EntityKind::Contact, .recordId = ana.value, .by = by, .value = value});
        };
        point(ContactPointType::Phone, u"+49 30 12"_s);
        point(ContactPointType::Phone, u"+49 171 34"_s);
        point(ContactPointType::Email, u"ana@acme.example"_s);
        return ana;
    }
    void giveContact(ContactId contact)
    {
        const Deal before = theDeal();
        Deal after = before;
        after.contact = contact;
        book.commit({Sentence::verbatim(u"Contact"_s), {update(before, after)}});
    }
};

} // namespace

TEST_CASE("A deal's head has its contact's number; a click calls and opens the form to log it", "[ui]")
{
    HeadRoom room;
    Opened opened;
    room.giveContact(room.person());
    REQUIRE(await([&] { return room.button(u"Call +49 30 12 of Ana Weber"_s); }));
    CHECK(room.button(u"Write to ana@acme.example of Ana Weber"_s));
    room.button(u"Call +49 30 12 of Ana Weber"_s)->click();
    CHECK(opened.urls == QStringList{u"tel:+493012"_s});
    CHECK(room.pane->findChild<LogForm *>()->isOpen());
}

TEST_CASE("A deal says so if the person who is called about it does not want to be called", "[ui]")
{
    HeadRoom room;
    const ContactId ana = room.person();
    const Contact before = room.book.load<Contact>(ana);
    Contact after = before;
    after.doNotCall = true;
    room.book.commit({Sentence::verbatim(u"Wish"_s), {update(before, after)}});
    room.giveContact(ana);
    REQUIRE(await([&] { return room.says(u"Do not call"_s); }));
    CHECK_FALSE(room.says(u"No e-mail"_s));
    room.show({EntityKind::Company, room.company.value});
    CHECK(await([&] { return !room.says(u"Do not call"_s); })); // that is its own number
}

TEST_CASE("A page of the web opens from head and field alike; a file that was imported as one does not",
          "[ui]")
{
    HeadRoom room;
    Opened opened;
    const EntityRef acme{EntityKind::Company, room.company.value};
    const auto follow = [&](const QString &page) {
        const Company before = room.book.load<Company>(room.company);
        Company after = before;
        after.website = page;
        room.book.commit({Sentence::verbatim(u"Page"_s), {update(before, after)}});
        room.show({EntityKind::Contact, room.person().value});
        room.show(acme);
        room.pane->choosePart(DetailPane::Part::Details);
        FieldRow *row = room.fieldRow(u"website");
        row->show();
        row->setFocus();
        room.press(Qt::Key_Return, Qt::ControlModifier);
    };
    follow(u"acme.example"_s);
    CHECK(opened.urls == QStringList{u"https://acme.example"_s});
    REQUIRE(await([&] { return room.button(u"Open acme.example"_s); }));
    room.button(u"Open acme.example"_s)->click();
    CHECK(opened.urls == QStringList{u"https://acme.example"_s, u"https://acme.example"_s});
    opened.urls.clear();
    follow(u"file:///etc/passwd"_s);
    CHECK(opened.urls.isEmpty());
    REQUIRE(await([&] { return !room.button(u"Open acme.example"_s); }));
    CHECK_FALSE(room.button(u"Open file:///etc/passwd"_s));
    CHECK(room.fieldRow(u"website")->accessibleDescription()
          == u"file:///etc/passwd"_s); // shown all the same
}

TEST_CASE("A further number calls like the first one, and opens the form to log it", "[ui]")
{
    HeadRoom room;
    Opened opened;
    room.show({EntityKind::Contact, room.person().value});
    room.pane->choosePart(DetailPane::Part::Details);
    LinkRow *further = nullptr;
    REQUIRE(await([&] {
        for (LinkRow *row : room.pane->findChildren<LinkRow *>()) {
            if (row->isVisible() && row->link().text == u"+49 171 34"_s)
                further = row;
        }
        return further != nullptr;
    }));
    room.fieldRow(u"phone")->setFocus();
    room.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(opened.urls == QStringList{u"tel:+493012"_s});
    further->click();
    CHECK(opened.urls.value(1) == u"tel:+4917134"_s);
    CHECK(room.pane->findChild<LogForm *>()->isOpen());
}

TEST_CASE("Ctrl+Shift+C copies the number", "[ui]")
{
    HeadRoom room;
    CHECK_FALSE(room.commands.run(u"record.copyNumber"_s)); // there is none
    room.giveContact(room.person());
    REQUIRE(await([&] { return room.commands.run(u"record.copyNumber"_s); }));
    CHECK(QGuiApplication::clipboard()->text() == u"+49 30 12"_s);
}

TEST_CASE("The lines of the head keep their places, whatever a record has to say", "[ui]")
{
    HeadRoom room;
    const auto places = [&] {
        QApplication::processEvents();
        std::vector<int> tops;
        for (QWidget *part : {static_cast<QWidget *>(room.head()->findChild<ReachLine *>()),
                              static_cast<QWidget *>(room.head()->findChild<StageBar *>())})
            tops.push_back(part->y());
        return tops;
    };
    const std::vector<int> before = places();
    const int height = room.head()->height();
    const ContactId ana = room.person();
    room.giveContact(ana);
    room.book.add(Activity{.kind = ActivityKind::Call, .state = ActivityState::Planned, .at = testNow});
    REQUIRE(await([&] { return room.button(u"Call +49 30 12 of Ana Weber"_s); }));
    CHECK(places() == before);
    const Deal deal = room.theDeal();
    Deal longer = deal;
    longer.name = QString(500, u'W');
    room.book.commit({Sentence::verbatim(u"Name"_s), {update(deal, longer)}});
    REQUIRE(await([&] { return room.theDeal().name == longer.name; }));
    CHECK(places() == before);
    room.show({EntityKind::Contact, ana.value});
    CHECK(places() == before);
    CHECK(room.head()->height() == height);
}

TEST_CASE("Where the words of the buttons do not fit, all of them are pictures of one width", "[ui]")
{
    HeadRoom room;
    std::vector<FlatButton *> buttons;
    for (const QString &text : {u"Log call"_s, u"Meeting"_s, u"Task"_s, u"Note"_s}) {
        REQUIRE(room.button(text));
        buttons.push_back(room.button(text));
    }
    room.window.resize(700, 700);
    REQUIRE(await([&] { return room.head()->width() > 600; }));
    QApplication::processEvents();
    for (const FlatButton *button : buttons)
        CHECK(button->width() > 2 * button->height()); // with its word
    room.window.resize(290, 700);
    REQUIRE(await([&] { return room.head()->width() < 310; }));
    QApplication::processEvents();
    for (size_t i = 0; i < buttons.size(); ++i) {
        CHECK(buttons[i]->width() == buttons.front()->width());
        if (i > 1)
            CHECK(buttons[i]->x() - buttons[i - 1]->x() == buttons[1]->x() - buttons[0]->x());
        CHECK_FALSE(buttons[i]->text().isEmpty()); // still heard
    }
}

TEST_CASE("What tells a company apart begins below its name, in a mirrored pane as well", "[ui]")
{
    HeadRoom room;
    const Company before = room.book.load<Company>(room.company);
    Company after = before;
    after.sector = u"Aerospace"_s; // begins and ends with the letters of Acme
    room.book.commit({Sentence::verbatim(u"Sector"_s), {update(before, after)}});
    room.show({EntityKind::Company, room.company.value});
    const auto labelSaying = [&](const QString &text) -> ElidedLabel * {
        for (ElidedLabel *label : room.head()->findChildren<ElidedLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return label;
        }
        return nullptr;
    };
    REQUIRE(await([&] { return labelSaying(u"Acme"_s) && labelSaying(u"Aerospace"_s); }));
    const auto inkBegins = [&](const QString &text) {
        QWidget &label = *labelSaying(text);
        const QImage image = label.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const bool isMirrored = label.isRightToLeft();
        const int place = label.mapTo(room.head(), QPoint()).x();
        for (int i = 0; i < image.width(); ++i) {
            const int x = isMirrored ? image.width() - 1 - i : i;
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixel(x, y) != image.pixel(isMirrored ? 0 : image.width() - 1, 0))
                    return place + x;
            }
        }
        return -1;
    };
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        room.pane->setLayoutDirection(direction);
        QCoreApplication::processEvents();
        CAPTURE(direction);
        CHECK(qAbs(inkBegins(u"Aerospace"_s) - inkBegins(u"Acme"_s))
              <= 2); // their letters are not of one size
    }
}

TEST_CASE("An address without a number begins where a number would", "[ui]")
{
    QWidget window;
    ReachLine line(&window);
    line.resize(400, 30);
    window.show();
    const auto firstIcon = [&] {
        line.layout()->activate();
        int left = line.width();
        for (const QLabel *label : line.findChildren<QLabel *>()) {
            if (label->isVisible())
                left = qMin(left, label->x());
        }
        return left;
    };
    const auto point = [](ContactPointType by, const QString &value) {
        return ContactPoint{.by = by, .value = value};
    };
    line.showReach({.phones = {point(ContactPointType::Phone, u"+49 30 12"_s)}});
    const int ofNumber = firstIcon();
    line.showReach({.emails = {point(ContactPointType::Email, u"ana@acme.example"_s)}});
    CHECK(firstIcon() == ofNumber);
    line.showReach({.pages = {point(ContactPointType::Website, u"acme.example"_s)}});
    CHECK(firstIcon() == ofNumber);
}

TEST_CASE("In a narrow head words give way, while percentages and days stay whole", "[ui]")
{
    QWidget window;
    SegmentedLabel line(&window);
    line.showSegments({{u"Verbal yes, and the contract is with their lawyers"_s},
                       {.text = u"10 % by stage"_s, .shorter = u"10 %"_s},
                       {.text = u"closes 30 Nov"_s, .shorter = u"30 Nov"_s}});
    const auto shownIn = [&line](int width) {
        line.resize(width, line.sizeHint().height());
        return line.shownTexts();
    };
    const QStringList whole = shownIn(2000);
    CHECK(whole.join(u", "_s) == line.text());
    const QStringList narrow = shownIn(180);
    REQUIRE(narrow.size() == 3);
    CHECK(narrow[0].endsWith(u'…'));
    CHECK(narrow.mid(1) == QStringList{u"10 %"_s, u"30 Nov"_s});
    for (const QString &text : shownIn(60)) // none rather than half of one
        CHECK((text.endsWith(u'…') || text == u"10 %"_s || text == u"30 Nov"_s));
    CHECK(line.accessibleName() == whole.join(u", "_s));
}

TEST_CASE("Tab leads through the head line by line, as it is seen", "[ui]")
{
    HeadRoom room;
    room.giveContact(room.person());
    REQUIRE(await([&] { return room.button(u"Call +49 30 12 of Ana Weber"_s); }));
    room.button(u"Ana Weber"_s)->setFocus();
    REQUIRE(await([&] { return room.button(u"Ana Weber"_s)->hasFocus(); }));
    QStringList names;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const auto *button = qobject_cast<FlatButton *>(QApplication::focusWidget());
        names += button && button->accessibleName().isEmpty() ? button->text()
                                                              : QApplication::focusWidget()->accessibleName();
    }
    CHECK(names
          == QStringList{u"Call +49 30 12 of Ana Weber"_s, u"Write to ana@acme.example of Ana Weber"_s,
                         u"Further numbers and addresses"_s, u"Stages"_s, u"Plan a step"_s, u"Log call"_s});
}

TEST_CASE("A click on a segment moves the deal to that stage, as one step", "[ui]")
{
    HeadRoom room;
    auto *bar = room.head()->findChild<StageBar *>();
    CHECK(bar->accessibleDescription().contains(u"1 of "_s));
    QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(bar->width() - 4, bar->height() / 2));
    REQUIRE(await([&] { return room.theDeal().stage.value != 1; }));
    CHECK(room.book.lastStep().startsWith(u"Moved “Renewal” to "_s));
    room.book.workspace().undo();
    REQUIRE(await([&] { return room.theDeal().stage.value == 1; }));
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Right);
    QTest::keyClick(bar, Qt::Key_Return);
    REQUIRE(await([&] { return room.theDeal().stage.value == 2; }));
}

TEST_CASE("The next step stands in the head, and Done asks for its outcome", "[ui]")
{
    HeadRoom room;
    CHECK(room.says(u"No next step"_s));
    CHECK(room.button(u"Plan a step"_s));
    room.pane->choosePart(DetailPane::Part::Details);
    FieldRow *step = room.edit(u"next_step");
    room.type(u"Send the offer"_s);
    room.press(Qt::Key_Return);
    REQUIRE(
        await([&] { return room.says(u"Send the offer"_s) && step->shownText() == u"Send the offer"_s; }));
    CHECK_FALSE(room.says(u"No next step"_s));
    REQUIRE(room.button(u"Done"_s));
    room.button(u"Done"_s)->click();
    CHECK(room.pane->findChild<LogForm *>()->isOpen());
}

TEST_CASE("A step that an older book only noted is planned with one click", "[ui]")
{
    HeadRoom room;
    const Deal before = room.theDeal();
    Deal after = before;
    after.notedStep = u"Ask for the order"_s;
    after.notedStepOn = QDate(2027, 1, 8);
    room.book.commit({Sentence::verbatim(u"Note"_s), {update(before, after)}});
    REQUIRE(await([&] { return room.says(u"noted: Ask for the order"_s); }));
    room.button(u"Plan a step"_s)->click();
    REQUIRE(await([&] { return room.theDeal().nextStep == u"Ask for the order"_s; }));
    CHECK(room.theDeal().notedStep.isEmpty());
    CHECK(dayOf(room.theDeal().nextActivity, QTimeZone::utc()) == QDate(2027, 1, 8));
    room.book.workspace().undo();
    REQUIRE(await([&] { return room.theDeal().notedStep == u"Ask for the order"_s; }));
    CHECK_FALSE(room.theDeal().nextActivity);
}

TEST_CASE("A planned activity is done from its own head; what says nothing is not among its details", "[ui]")
{
    HeadRoom room;
    const ActivityId task = room.book.add(Activity{.kind = ActivityKind::Task,
                                                   .state = ActivityState::Planned,
                                                   .subject = u"Send drawings"_s,
                                                   .direction = Direction::Outgoing,
                                                   .at = testNow,
                                                   .timeZone = u"UTC"_s});
    room.show({EntityKind::Activity, task.value});
    REQUIRE(room.button(u"Done"_s));
    for (const QStringView name : {u"direction", u"priority", u"time_zone"}) {
        CAPTURE(name.toString());
        CHECK_FALSE(room.fieldRow(name)->isVisibleTo(room.sheet()));
    }
    room.button(u"Done"_s)->click();
    CHECK(room.pane->findChild<LogForm *>()->isOpen());
}

TEST_CASE("In a narrow pane an activity's head says the day rather than half of its time", "[ui]")
{
    HeadRoom room;
    const ActivityId meeting = room.book.add(Activity{.kind = ActivityKind::Meeting,
                                                      .subject = u"Trial"_s,
                                                      .at = {testNow.ms + qint64(40) * 86'400'000},
                                                      .owner = room.book.user()});
    room.show({EntityKind::Activity, meeting.value});
    SegmentedLabel *state = nullptr;
    REQUIRE(await([&] {
        for (SegmentedLabel *each : room.head()->findChildren<SegmentedLabel *>()) {
            if (each->isVisible() && each->text().contains(u"Meeting"_s))
                state = each;
        }
        return state != nullptr;
    }));
    const QString whole = state->text().section(u", "_s, -1);
    for (int width = 400; width > 90; width -= 5) {
        state->resize(width, state->height());
        for (const QString &shown : state->shownTexts()) {
            const bool isTime = shown.contains(u':') || shown.contains(u"Jan"_s);
            CAPTURE(width, shown.toStdString());
            CHECK((!isTime || !shown.contains(u'…')));
        }
    }
    state->resize(400, state->height());
    CHECK(state->shownTexts().contains(whole));
}

#include "detailhead_test.moc"
