// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/autosources.h"

#include "transfer/import/filekind.h"

#include <QFileInfo>

#include <algorithm>

namespace headway::transfer {

namespace {

constexpr size_t mostOpen = 100; // files; a process may have a few hundred

// What is said of a file, and for the rest what is said of all.
exchange::CsvAnswers together(exchange::CsvAnswers file, const exchange::CsvAnswers &all)
{
    const auto fill = [](auto &own, const auto &other) {
        if (!own)
            own = other;
    };
    fill(file.separator, all.separator);
    fill(file.encoding, all.encoding);
    fill(file.headerLine, all.headerLine);
    fill(file.rows, all.rows);
    if (file.sheet.isEmpty())
        file.sheet = all.sheet;
    if (file.formulaGuard == exchange::FormulaGuard::Off)
        file.formulaGuard = all.formulaGuard;
    return file;
}

} // namespace

const AutoFile *saidOf(const AutoRequest &request, const QString &path)
{
    const auto said = std::find_if(request.said.begin(), request.said.end(),
                                   [&path](const AutoFile &each) { return each.path == path; });
    return said == request.said.end() ? nullptr : &*said;
}

Error inFile(Error error, const QString &path)
{
    const auto &parts = error.text.parts();
    const QString *about = parts.empty() ? nullptr : std::get_if<QString>(&parts.front());
    const bool isNamed = about && (*about == path || *about == QFileInfo(path).fileName());
    if (!isNamed && (error.code == ErrorCode::Invalid || error.code == ErrorCode::Unreadable))
        error.text = Sentence::tr("%1: %2").arg(QFileInfo(path).fileName(), error.text);
    return error;
}

AutoSources::AutoSources(const AutoRequest &request) : m_request(request)
{
}

SourceFile AutoSources::fileOf(const QString &path) const
{
    const AutoFile *said = saidOf(m_request, path);
    return {.path = path, .csv = together(said ? said->csv : exchange::CsvAnswers(), m_request.csv)};
}

const FileLook &AutoSources::look(const QString &path)
{
    if (const auto known = m_looks.find(path); known != m_looks.end())
        return known->second;
    const SourceFile file = fileOf(path);
    const QFileInfo info(sheetAddress(path).path);
    if (m_request.looks) {
        const auto before = m_request.looks->find(path);
        if (before != m_request.looks->end() && before->second.csv == file.csv && !before->second.fault
            && before->second.size == info.size() && before->second.changed == info.lastModified())
            return m_looks[path] = before->second;
    }
    return m_looks[path] = lookAt(path);
}

FileLook AutoSources::lookAt(const QString &path)
{
    const SourceFile file = fileOf(path);
    const QFileInfo info(sheetAddress(path).path);
    FileLook look{.csv = file.csv, .size = info.size(), .changed = info.lastModified()};
    auto source = m_request.open(file);
    if (!source) {
        look.fault = source.error();
        return look;
    }
    const auto columns = (*source)->begin();
    if (!columns) {
        look.fault = columns.error();
        return look;
    }
    look.columns = columns->names;
    look.writing = (*source)->writing();
    look.detection = (*source)->detection();
    if (look.detection) { // else it may be readable only once
        const auto first = (*source)->next();
        look.isEmpty = first && !*first;
        if (const auto rows =
                readRowKinds(**source, look.columns, kindsInName(QFileInfo(path).completeBaseName())))
            look.rows = *rows; // else the import will say what is wrong
    }
    if (m_open.size() < mostOpen)
        m_open[path] = std::move(*source);
    return look;
}

Result<RowSource *> AutoSources::source(const QString &path)
{
    if (const auto open = m_open.find(path); open != m_open.end())
        return open->second.get();
    SourceFile file = fileOf(path);
    file.detection = look(path).detection;
    if (const auto open = m_open.find(path); open != m_open.end()) // by that look
        return open->second.get();
    HEADWAY_TRY(source, m_request.open(file));
    if (m_open.size() >= mostOpen)
        m_open.erase(m_open.begin());
    RowSource *opened = source.get();
    m_open[path] = std::move(source);
    return opened;
}

} // namespace headway::transfer
