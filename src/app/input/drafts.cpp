// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/drafts.h"

#include "domain/savefile.h"
#include "domain/text/reftext.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

const QString timesKey = u"times"_s; // no draft is called so: they have a "/"
constexpr int writeAfter = 500;      // ms of typing that a crash may lose

QJsonObject readDrafts(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

Drafts::Drafts(const QString &file, Clock clock)
    : m_file(file), m_clock(std::move(clock)), m_drafts(readDrafts(file))
{
    m_times = m_drafts.take(timesKey).toObject();
    if (!m_clock)
        m_clock = [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; };
    m_soon.setSingleShot(true);
    m_soon.setInterval(writeAfter);
    connect(&m_soon, &QTimer::timeout, this, &Drafts::write);
    // At the next start, what was typed into a list's cell is offered among the fields of its record.
    for (const QString &cell : m_drafts.keys()) {
        if (!cell.startsWith("cell/"_L1))
            continue;
        const QJsonObject typed = find(cell);
        for (auto it = typed.begin(); it != typed.end(); ++it)
            keepPart(u"facts"_s + cell.mid(4), it.key(), it.value());
        discard(cell);
    }
}

Drafts::~Drafts()
{
    if (m_soon.isActive())
        write();
}

QString Drafts::key(QStringView what, EntityRef record)
{
    return what + u'/' + refText(record);
}

QJsonObject Drafts::find(const QString &key) const
{
    return m_drafts.value(key).toObject();
}

Instant Drafts::keptAt(const QString &key) const
{
    return {m_times.value(key).toInteger()};
}

void Drafts::keep(const QString &key, const QJsonObject &draft)
{
    if (find(key) == draft)
        return;
    m_drafts.insert(key, draft);
    m_times.insert(key, m_clock().ms);
    if (!m_soon.isActive()) // not start(): steady typing must not postpone it forever
        m_soon.start();
}

void Drafts::discard(const QString &key)
{
    if (!m_drafts.contains(key))
        return;
    m_drafts.remove(key);
    m_times.remove(key);
    m_soon.start();
}

void Drafts::keepPart(const QString &key, const QString &part, const QJsonValue &typed)
{
    QJsonObject draft = find(key);
    draft.insert(part, typed);
    keep(key, draft);
}

void Drafts::discardPart(const QString &key, const QString &part)
{
    QJsonObject draft = find(key);
    draft.remove(part);
    if (draft.isEmpty())
        discard(key);
    else
        keep(key, draft);
}

void Drafts::write()
{
    m_soon.stop();
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // drafts are private
    QJsonObject all = m_drafts;
    if (!m_times.isEmpty())
        all.insert(timesKey, m_times);
    file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
    (void)commitWhole(file); // what is left of the older ones is better than half of these
}

} // namespace headway::app
