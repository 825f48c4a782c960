// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed and not saved yet, stored in a file so that neither closing a form nor a crash loses it.
// One for each open book, created by main (tests pass a temporary file); GUI thread. A file that cannot be
// read counts as empty; if it cannot be written, drafts are kept in memory only.
#pragma once

#include "domain/fields/entity.h"
#include "domain/fields/ids.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace headway::app {

class Drafts : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<Instant()>;

    // Without a clock: the computer's.
    explicit Drafts(const QString &file, Clock clock = {});
    ~Drafts() override;

    // "call/deal/17": the form, and the record it is about.
    static QString key(QStringView what, EntityRef record);

    QJsonObject find(const QString &key) const; // empty: there is none
    Instant keptAt(const QString &key) const;   // when it was changed last; 0: not known
    void keep(const QString &key, const QJsonObject &draft);
    void discard(const QString &key);
    // Keeps one of several parts of a draft: a field, a form. When the last part is discarded, so is the
    // draft.
    void keepPart(const QString &key, const QString &part, const QJsonValue &typed);
    void discardPart(const QString &key, const QString &part);
    QStringList keys() const { return m_drafts.keys(); }

    // Writes at once; otherwise it happens shortly after a change.
    void write();

private:
    QString m_file;
    Clock m_clock;
    QJsonObject m_drafts;
    QJsonObject m_times; // of them, in ms
    QTimer m_soon;
};

} // namespace headway::app
