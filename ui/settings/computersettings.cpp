// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/computersettings.h"

#include "app/input/inputtext.h"
#include "app/program/settings.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/remarklabel.h"

#include <QCoreApplication>

namespace headway::ui {

namespace {

constexpr int choiceWidth = 220; // pixels; all have this width, so that they align

} // namespace

ComputerSettings::ComputerSettings(app::Settings &settings, const app::Display &display, QDate today,
                                   QWidget *parent)
    : SettingsForm(tr("This computer"), tr("Kept on this computer, whichever book is open."), parent),
      m_settings(settings), m_display(display), m_today(today)
{
    addChoice(tr("&Look"), app::setting::look);
    addRemark(tr("As the system: light or dark with the desktop."));
    addChoice(tr("Size of &text"), app::setting::textScale);
    addRemark(tr("From the next start of Headway on."));
    addChoice(tr("&Motion"), app::setting::motion);
    addRemark(tr("Cards and the detail pane glide to their places, what was undone lights up."));
    addChoice(tr("&Rows of lists"), app::setting::density);
    addChoice(tr("&First page"), app::setting::firstPage);
    addRemark(tr("The page that a book opens at."));
    addChoice(tr("&Dates"), app::setting::dateOrder);
    m_example = addRemark({});
    addChoice(tr("L&og"), app::setting::logLevel);
    addRemark(tr("What the log file keeps for finding a fault. It never holds names, addresses or amounts."));
    showExample();
    // Queued: after those who format dates have handled the change.
    connect(&settings, &app::Settings::changed, this, &ComputerSettings::showExample, Qt::QueuedConnection);
}

ComputerSettings::~ComputerSettings() = default;

// `setting` is one of the table in app/program/settings.h whose value is a choice.
template <class T>
void ComputerSettings::addChoice(const QString &label, const T &setting)
{
    using Choice = decltype(setting.fallback);
    auto *box = new NoWheelComboBox(this);
    box->setObjectName(QString(setting.name));
    for (const headway::Choice &choice : Choices<Choice>::list)
        box->addItem(QCoreApplication::translate("Settings", choice.label));
    const auto showValue = [this, box, &setting] { box->setCurrentIndex(int(m_settings.value(setting))); };
    showValue();
    connect(box, &QComboBox::activated, this,
            [this, &setting](int index) { m_settings.change(setting, Choice(index)); });
    connect(&m_settings, &app::Settings::changed, box, [showValue, &setting](QLatin1StringView name) {
        if (name == setting.name)
            showValue();
    });
    box->setMinimumWidth(choiceWidth);
    addRow(label, box);
}

void ComputerSettings::showExample()
{
    const app::InputRules rules{m_display, {}, m_display.typedDayOrder(), {}};
    m_example->explain(tr("Today is written %1, and may be typed as %2.")
                           .arg(m_display.day(m_today),
                                app::valueInputText(FieldType::Day, Codec<QDate>::read(m_today), rules)));
}

} // namespace headway::ui
