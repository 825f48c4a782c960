// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/aboutform.h"

#include "app/program/crash.h"
#include "app/program/logging.h"
#include "app/program/settings.h"
#include "app/text/display.h"
#include "app/workspace/enginename.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/remarklabel.h"
#include "ui/settings/controlsheet.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QShortcut>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int pathWidth = 420;
constexpr int lettersOfAPath = 24;

} // namespace

AboutForm::AboutForm(app::Workspace &workspace, const app::Settings &settings, const QString &stateFolder,
                     QWidget *parent)
    : SettingsForm(tr("About Headway"), tr("A desktop CRM for sales teams: one file is the whole book."),
                   parent),
      m_workspace(workspace)
{
    const QString version = QCoreApplication::applicationVersion();
    addFieldRow(tr("Headway"), version.isEmpty() ? QStringLiteral(HEADWAY_VERSION) : version);
    addFieldRow(tr("Qt"), QString::fromLatin1(qVersion()));
    addFieldRow(tr("Database"), tr("asking …"));
    addFieldRow(tr("System"), QSysInfo::prettyProductName());
    addFieldRow(tr("Licence"), tr("GNU General Public License, version 3 or later"));
    addHeading(tr("Where things are"));
    addPlace(tr("Book"), app::shownAddress(workspace.address()));
    addPlace(tr("Settings"), settings.file());
    addPlace(tr("Log"), app::logFile(stateFolder));
    addPlace(tr("Crash reports"), app::crashFolder(stateFolder));
    auto *copyAll = new FlatButton(FlatButton::Kind::Accent, this);
    copyAll->setText(tr("Copy all of this"));
    connect(copyAll, &FlatButton::clicked, this, &AboutForm::copy);
    addRow({}, copyAll);
    copyAll->setAccessibleName(copyAll->text());
    m_copied = addRemark({});
    readEngine();
    // For who works on the looks, and so in no menu; lives only while this part is shown.
    auto *key = new QShortcut(QKeySequence(u"Ctrl+Shift+F12"_s), this);
    connect(key, &QShortcut::activated, this, &AboutForm::showControls);
}

AboutForm::~AboutForm() = default;

ElidedLabel *AboutForm::addFieldRow(const QString &name, const QString &value)
{
    auto *label = new ElidedLabel(this);
    label->showText(value, ElidedLabel::Tone::Normal);
    label->setMinimumWidth(pathWidth);
    label->setFixedHeight(fontMetrics().height() + space::small);
    addLine(name, label);
    label->setAccessibleName(u"%1: %2"_s.arg(name, value));
    m_fieldRows.push_back({name, label});
    return label;
}

// A book on a server has no folder to open.
void AboutForm::addPlace(const QString &name, const QString &path)
{
    if (path.contains(u"://"_s)) {
        addFieldRow(name, path);
        return;
    }
    auto *row = new QWidget(this);
    auto *label = new ElidedLabel(row);
    label->keepLetters(lettersOfAPath);
    const QString shown = QDir::toNativeSeparators(path);
    label->showText(shown, ElidedLabel::Tone::Normal);
    auto *open = new FlatButton(FlatButton::Kind::Link, row);
    open->setText(tr("Open folder"));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(space::small);
    line->addWidget(label, 1);
    line->addWidget(open);
    row->setFixedWidth(pathWidth);
    row->setFixedHeight(fontMetrics().height() + space::small);
    connect(open, &FlatButton::clicked, this, [path] {
        const QFileInfo info(path);
        const QString folder = info.isDir() ? path : info.absolutePath();
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
    addLine(name, row);
    open->setAccessibleName(tr("Open the folder of: %1").arg(name));
    m_fieldRows.push_back({name, label});
}

void AboutForm::readEngine()
{
    m_read = app::readEngineName(m_workspace, this, [this](const Result<QString> &name) {
        showField(tr("Database"),
                  name ? *name : app::Display(locale(), m_workspace.zone()).words(name.error().text));
    });
}

void AboutForm::showField(const QString &name, const QString &value)
{
    for (const FieldRow &fieldRow : m_fieldRows) {
        if (fieldRow.name != name)
            continue;
        fieldRow.label->showText(value, ElidedLabel::Tone::Normal);
        fieldRow.label->setAccessibleName(u"%1: %2"_s.arg(name, value));
    }
}

QString AboutForm::text() const
{
    QStringList lines;
    for (const FieldRow &fieldRow : m_fieldRows)
        lines += u"%1: %2"_s.arg(fieldRow.name, fieldRow.label->text());
    return lines.join(u'\n');
}

void AboutForm::showControls()
{
    if (!m_controls) {
        m_controls = new ControlSheet(widget());
        addWide(m_controls);
        m_controls->show(); // a layout would show it only later
    } else {
        m_controls->setVisible(m_controls->isHidden());
    }
    if (m_controls->isHidden())
        return;
    widget()->layout()->activate();
    ensureWidgetVisible(m_controls, 0, 0);
}

void AboutForm::copy()
{
    QGuiApplication::clipboard()->setText(text());
    m_copied->explain(tr("Copied. Nothing of what is in the book is part of it."));
}

} // namespace headway::ui
