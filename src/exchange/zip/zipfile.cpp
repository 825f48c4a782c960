// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zip/zipfile.h"

#include <QFile>
#include <QFileInfo>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

QString keyOf(const QString &name)
{
    return QString(name).replace(u'\\', u'/').toLower();
}

// What libzip unpacks, and no more than the archive says that it is.
class PartDevice : public QIODevice
{
public:
    PartDevice(zip_file_t *file, qint64 size) : m_file(file), m_left(size) { open(ReadOnly | Unbuffered); }
    ~PartDevice() override { zip_fclose(m_file); }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 count = zip_fread(m_file, data, static_cast<zip_uint64_t>(size));
        if (count < 0 || count > m_left) {
            setErrorString(count < 0 ? QString::fromUtf8(zip_file_strerror(m_file))
                                     : u"it is longer than the archive says"_s);
            return -1;
        }
        m_left -= count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
    qint64 m_left;
};

Error tooLarge(const QString &name)
{
    return {ErrorCode::Unreadable,
            Sentence::tr("%1 would unpack to far more than it is: it is no file to be imported.").arg(name),
            {}};
}

} // namespace

Error damagedFile(const QString &name, const QString &detail)
{
    return {ErrorCode::Unreadable,
            Sentence::tr(
                "%1 is damaged and cannot be read. Open it in its program, save it anew, and import that.")
                .arg(name),
            detail};
}

Result<std::unique_ptr<ZipFile>> ZipFile::open(const QString &path, const ZipLimits &limits)
{
    std::unique_ptr<ZipFile> file(new ZipFile(path));
    int code = 0;
    file->m_zip = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (!file->m_zip) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const QString detail = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        return failure(damagedFile(file->name(), detail));
    }
    HEADWAY_CHECK(file->list(limits));
    return file;
}

ZipFile::~ZipFile()
{
    if (m_zip)
        zip_discard(m_zip);
}

QString ZipFile::name() const
{
    return QFileInfo(m_path).fileName();
}

Result<> ZipFile::list(const ZipLimits &limits)
{
    const qint64 count = zip_get_num_entries(m_zip, 0);
    if (count > limits.mostParts)
        return failure(tooLarge(name()));
    qint64 bytes = 0;
    for (qint64 i = 0; i < count; ++i)
        HEADWAY_CHECK(listPart(i, limits, bytes));
    return {};
}

Result<> ZipFile::listPart(qint64 index, const ZipLimits &limits, qint64 &bytes)
{
    zip_stat_t stat;
    constexpr zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(m_zip, zip_uint64_t(index), 0, &stat) != 0 || (stat.valid & wanted) != wanted)
        return failure(damagedFile(name(), u"a part without name or size"_s));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return failure(
            ErrorCode::Unreadable,
            Sentence::tr("%1 needs a password. Unpack it, or save it without one, and import that.")
                .arg(name()));
    const auto most = static_cast<zip_uint64_t>(limits.mostBytes);
    const bool isBomb = stat.size > static_cast<zip_uint64_t>(limits.smallPart)
        && stat.size / static_cast<zip_uint64_t>(limits.mostTimes) > stat.comp_size;
    if (stat.size > most || isBomb)
        return failure(tooLarge(name()));
    bytes += qint64(stat.size);
    if (bytes > limits.mostBytes)
        return failure(tooLarge(name()));
    const QString part = QString::fromUtf8(stat.name);
    m_parts += part;
    m_sizes += qint64(stat.size);
    if (const QString key = keyOf(part); !m_indexes.contains(key)) // of two of a name the first counts
        m_indexes.insert(key, index);
    return {};
}

qint64 ZipFile::indexOf(const QString &part) const
{
    return m_indexes.value(keyOf(part), -1);
}

Result<std::unique_ptr<QIODevice>> ZipFile::read(const QString &part) const
{
    const qint64 index = indexOf(part);
    if (index < 0)
        return failure(damagedFile(name(), u"there is no part "_s + part));
    zip_file_t *file = zip_fopen_index(m_zip, zip_uint64_t(index), 0);
    if (!file)
        return failure(damagedFile(name(), QString::fromUtf8(zip_strerror(m_zip))));
    return std::unique_ptr<QIODevice>(new PartDevice(file, m_sizes[index]));
}

qint64 ZipFile::unpackedSize(const QString &part) const
{
    const qint64 index = indexOf(part);
    return index < 0 ? 0 : m_sizes[index];
}

} // namespace headway::exchange
