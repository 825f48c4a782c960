// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/filesasked.h"

#include "app/text/display.h"
#include "app/transfer/filesimport.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/intosight.h"
#include "ui/controls/remarklabel.h"
#include "ui/style/theme.h"
#include "ui/transfer/importasked.h"

#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr size_t mostSections = 20; // at once; the others come when these are answered

} // namespace

FilesAsked::FilesAsked(const app::Workspace &workspace, const app::Display &display, app::FilesImport &files,
                       QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_display(display), m_files(files), m_column(new QVBoxLayout),
      m_more(new RemarkLabel(this))
{
    m_column->setSpacing(space::medium);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addLayout(m_column);
    column->addWidget(m_more);
    m_more->explain({});
}

FilesAsked::~FilesAsked() = default;

void FilesAsked::begin()
{
    for (const Section &section : std::exchange(m_sections, {})) {
        for (QWidget *part : std::initializer_list<QWidget *>{section.title, section.asked}) {
            part->hide();
            part->deleteLater();
        }
    }
    showFirst();
}

void FilesAsked::showFirst()
{
    qint64 left = 0;
    for (const transfer::AutoPreview::Part &part : m_files.preview().parts)
        left += showQuestions({part.path, part.kind}, part.questions) ? 0 : 1;
    tellLeft(left);
}

void FilesAsked::showReport(const transfer::AutoReport &report)
{
    qint64 left = 0;
    for (const transfer::AutoReport::Part &part : report.parts)
        left += showQuestions({part.path, part.request.kind}, part.report.questions) ? 0 : 1;
    tellLeft(left);
}

void FilesAsked::tellLeft(qint64 files)
{
    m_more->explain(files == 0       ? QString()
                        : files == 1 ? tr("1 more file asks something; it comes when these are answered.")
                                     : tr("%1 more files ask something; they come when these are answered.")
                                           .arg(m_display.number(files)));
}

FilesAsked::Section *FilesAsked::sectionOf(const app::FilesRules::Part &part)
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                    [&](const Section &each) { return each.part == part; });
    return found == m_sections.end() ? nullptr : &*found;
}

// Made when it has something to ask: hundreds of files ask nothing. Null: there are enough, and it can wait.
FilesAsked::Section *FilesAsked::sectionFor(const app::FilesRules::Part &part, CanWait wait)
{
    if (Section *known = sectionOf(part))
        return known;
    const auto &parts = m_files.preview().parts;
    const auto seen = std::find_if(parts.begin(), parts.end(), [&](const auto &each) {
        return each.path == part.first && each.kind == part.second;
    });
    if (seen == parts.end() || (wait == CanWait::Yes && m_sections.size() >= mostSections))
        return nullptr;
    Section section{part, new ElidedLabel, new ImportAsked(m_display)};
    section.title->setFont(ui::font(TextSize::Body, Weight::Strong));
    section.title->showText(tr("%1 of %2").arg(m_display.kindPlural(part.second), m_files.nameOf(part.first)),
                            ElidedLabel::Tone::Normal);
    std::vector<CustomField> custom = m_workspace.lookups().customFields;
    std::erase_if(custom, [&](const CustomField &field) { return field.recordKind != part.second; });
    section.asked->begin(part.second, seen->columns, m_workspace.calendar(), m_files.answers(part), custom);
    m_column->addWidget(section.title);
    m_column->addWidget(section.asked);
    connect(section.asked, &ImportAsked::columnSent, this,
            [this, part](const QString &column, const QString &target) {
                m_files.sendColumn(part, column, target);
            });
    connect(section.asked, &ImportAsked::changed, this, &FilesAsked::changed);
    m_sections.push_back(section);
    return &m_sections.back();
}

// Whether there was room for them.
bool FilesAsked::showQuestions(const app::FilesRules::Part &part,
                               const std::vector<transfer::ImportQuestion> &questions)
{
    Section *section = questions.empty() ? sectionOf(part) : sectionFor(part, CanWait::Yes);
    if (!section)
        return questions.empty();
    section->asked->showQuestions(questions);
    section->title->setVisible(section->asked->isVisibleTo(section->asked->parentWidget()));
    return true;
}

bool FilesAsked::offerNames(const transfer::AutoReport &report)
{
    bool isNew = false;
    for (const transfer::AutoReport::Part &part : report.parts) {
        if (part.report.offered.empty())
            continue;
        // Nobody would be asked again before the rows go in.
        Section *section = sectionFor({part.path, part.request.kind}, CanWait::No);
        if (!section)
            continue;
        QStringList targets;
        for (const exchange::ImportInput &input : part.report.plan.inputs)
            targets += input.target.name;
        isNew = section->asked->offerNames(part.report.offered) || isNew;
        section->asked->showTargets(targets);
        section->title->show();
    }
    return isNew;
}

app::FilesRules::Names FilesAsked::names() const
{
    app::FilesRules::Names names;
    for (const Section &section : m_sections) {
        transfer::ImportRequest request;
        section.asked->write(request);
        if (!request.values.empty())
            names[section.part] = request.values;
    }
    return names;
}

void FilesAsked::focusFirstOpen()
{
    for (const Section &section : m_sections) {
        if (!section.asked->isVisibleTo(this))
            continue;
        bringIntoSight(*section.asked);
        section.asked->focusFirstOpen();
        return;
    }
}

} // namespace headway::ui
