// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/request/importprofile.h"

#include "domain/savefile.h"
#include "domain/text/quoted.h"
#include "transfer/request/importprofilelines.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr QLatin1StringView title("Headway import profile");
constexpr qsizetype longestText = 4 * 1024 * 1024; // characters; no profile is longer
constexpr qsizetype longestName = 100;
constexpr size_t mostRemarks = 20;

// A tab, a line break and a backslash within a part.
QString escaped(const QString &part)
{
    QString text = part;
    return text.replace(u'\\', u"\\\\"_s)
        .replace(u'\t', u"\\t"_s)
        .replace(u'\n', u"\\n"_s)
        .replace(u'\r', u"\\r"_s);
}

QString unescaped(const QString &text)
{
    QString part;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            part += text[i];
            continue;
        }
        const QChar next = text[++i];
        part += next == u't' ? QChar(u'\t')
            : next == u'n'   ? QChar(u'\n')
            : next == u'r'   ? QChar(u'\r')
                             : next;
    }
    return part;
}

Error noProfile()
{
    return {ErrorCode::Invalid, Sentence::tr("This is no import profile of Headway."), {}};
}

// "Headway import profile<TAB>1"
Result<int> versionIn(const QString &line)
{
    const QStringList parts = line.trimmed().split(u'\t');
    bool isNumber = false;
    const int version = parts.value(1).trimmed().toInt(&isNumber);
    if (parts.front() != title || !isNumber || version < 1)
        return failure(noProfile());
    return version;
}

} // namespace

QString profileText(const ImportProfile &profile)
{
    QString text = QString(title) + u'\t' + QString::number(profileVersion) + u'\n';
    for (const QStringList &parts : profileLines(profile)) {
        QStringList written;
        for (const QString &part : parts)
            written += escaped(part);
        text += written.join(u'\t') + u'\n';
    }
    return text;
}

Result<ImportProfile> readProfile(const QString &text)
{
    if (text.size() > longestText)
        return failure(noProfile());
    QString typed = text;
    if (typed.startsWith(QChar(QChar::ByteOrderMark)))
        typed.remove(0, 1);
    QStringList lines = typed.split(u'\n');
    HEADWAY_TRY(version, versionIn(lines.takeFirst()));
    ImportProfile profile;
    if (version > profileVersion)
        profile.remarks.push_back(
            Sentence::tr("The profile is of a newer version of Headway; what this one knows of it holds."));
    qint64 number = 1;
    for (QString line : lines) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.startsWith(u'#') || line.trimmed().isEmpty())
            continue;
        QStringList parts;
        for (const QString &part : line.split(u'\t'))
            parts += unescaped(part);
        if (!readProfileLine(parts, profile) && profile.remarks.size() < mostRemarks)
            profile.remarks.push_back(
                Sentence::tr("Line %1 of the profile is not understood, and is passed over: %2.")
                    .arg(QString::number(number), Quoted{line.left(longestName)}));
    }
    return profile;
}

QStringList ImportProfiles::names() const
{
    QStringList names;
    for (const QString &file : QDir(m_folder).entryList({u"*.tsv"_s}, QDir::Files, QDir::Name))
        names += file.chopped(4);
    return names;
}

// A name is a file's, on every system.
Result<> ImportProfiles::checkName(const QString &name)
{
    static const QString refused = u"/\\:*?\"<>|"_s;
    const bool isFine = !name.trimmed().isEmpty() && name.size() <= longestName && !name.startsWith(u'.')
        && std::none_of(name.begin(), name.end(),
                        [](QChar c) { return refused.contains(c) || c.category() == QChar::Other_Control; });
    if (!isFine)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("A profile cannot be called %1.").arg(Quoted{name.left(longestName)}));
    return {};
}

Result<QString> ImportProfiles::pathOf(const QString &name) const
{
    HEADWAY_CHECK(checkName(name));
    return QDir(m_folder).filePath(name + u".tsv"_s);
}

Result<ImportProfile> ImportProfiles::load(const QString &name) const
{
    HEADWAY_TRY(path, pathOf(name));
    QFile file(path);
    if (!file.exists()) {
        const QStringList known = names();
        return failure(ErrorCode::NotFound,
                       known.isEmpty()
                           ? Sentence::tr("There is no profile %1, nor any other.").arg(Quoted{name})
                           : Sentence::tr("There is no profile %1; there are: %2.")
                                 .arg(Quoted{name}, known.join(u", "_s)));
    }
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    auto profile = readProfile(QString::fromUtf8(file.read(longestText * 4)));
    if (!profile)
        return failure(profile.error().code, Sentence::tr("%1: %2").arg(path, profile.error().text));
    return profile;
}

Result<QString> ImportProfiles::save(const QString &name, const ImportProfile &profile) const
{
    HEADWAY_TRY(path, pathOf(name));
    QDir().mkpath(m_folder);
    QSaveFile file(path);
    const QByteArray text = profileText(profile).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !commitWhole(file))
        return failure(ErrorCode::Full,
                       Sentence::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
    return path;
}

} // namespace headway::transfer
