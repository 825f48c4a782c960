// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/csvdetect.h"

#include "exchange/csv/csvreader.h"
#include "exchange/csv/foreignencoding.h"

#include <QBuffer>
#include <QIODevice>
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::exchange {
namespace {

constexpr qint64 sampleBytes = 64 * 1024;
constexpr std::array separators = {QChar(u','), QChar(u';'), QChar(u'\t'), QChar(u'|')};

struct EncodingFinding {
    TextEncoding encoding = TextEncoding::Utf8;
    ByteOrderMark mark = ByteOrderMark::Absent;
    QString evidence;
};

std::optional<EncodingFinding> encodingByMark(const QByteArray &sample)
{
    for (const TextEncoding encoding :
         {TextEncoding::Utf8, TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian}) {
        if (sample.startsWith(byteOrderMark(encoding)))
            return EncodingFinding{encoding, ByteOrderMark::Present,
                                   u"%1 (byte order mark)"_s.arg(encodingName(encoding))};
    }
    return std::nullopt;
}

// ASCII text in UTF-16 has a NUL in every character, always at the same of its two bytes.
std::optional<EncodingFinding> encodingByNuls(const QByteArray &sample)
{
    std::array<qsizetype, 2> nuls = {};
    for (qsizetype i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0')
            ++nuls[static_cast<std::size_t>(i % 2)];
    }
    const qsizetype clear = std::max<qsizetype>(1, sample.size() / 8); // every fourth character
    const auto finding = [](TextEncoding encoding) {
        return EncodingFinding{encoding, ByteOrderMark::Absent,
                               u"%1 (every second byte is NUL)"_s.arg(encodingName(encoding))};
    };
    if (nuls[0] == 0 && nuls[1] >= clear)
        return finding(TextEncoding::Utf16LittleEndian);
    if (nuls[1] == 0 && nuls[0] >= clear)
        return finding(TextEncoding::Utf16BigEndian);
    return std::nullopt;
}

// Invalid bytes become NUL when decoded; NULs that were there before do not count.
bool isDamaged(const QString &decoded, QByteArrayView bytes)
{
    return decoded.count(QChar::Null) > std::count(bytes.begin(), bytes.end(), '\0');
}

// Reads a file to its end and returns to the start; of a stream only the sample can be examined, whose last
// character may be cut off.
Result<bool> isUtf8(QIODevice &device, const QByteArray &sample)
{
    TextDecoder decoder(TextEncoding::Utf8, ByteOrderMark::Absent);
    if (device.isSequential())
        return !isDamaged(decoder.decode(sample), sample);
    const qint64 start = device.pos();
    bool damaged = false;
    QByteArray chunk(sampleBytes, Qt::Uninitialized);
    qint64 count = 0;
    while (!damaged && (count = device.read(chunk.data(), chunk.size())) > 0) {
        const QByteArrayView bytes = QByteArrayView(chunk).first(count);
        damaged = isDamaged(decoder.decode(bytes), bytes);
    }
    if (count < 0 || !device.seek(start))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("The file could not be read: %1.").arg(device.errorString()));
    return !damaged && decoder.finish().isEmpty();
}

Result<EncodingFinding> detectEncoding(QIODevice &device, const QByteArray &sample)
{
    if (std::optional<EncodingFinding> finding = encodingByMark(sample))
        return *finding;
    if (std::optional<EncodingFinding> finding = encodingByNuls(sample))
        return *finding;
    HEADWAY_TRY(valid, isUtf8(device, sample));
    if (valid)
        return EncodingFinding{TextEncoding::Utf8, ByteOrderMark::Absent, u"UTF-8 (valid throughout)"_s};
    const TextEncoding likely = likelyEncoding(sample);
    if (likely != TextEncoding::Windows1252)
        return EncodingFinding{likely, ByteOrderMark::Absent,
                               u"%1 (not valid UTF-8; its letters fit best)"_s.arg(encodingName(likely))};
    return EncodingFinding{TextEncoding::Windows1252, ByteOrderMark::Absent,
                           u"Windows-1252 (not valid UTF-8)"_s};
}

struct SeparatorTrial {
    qsizetype columns = 0;
    qsizetype rows = 0;     // with `columns` fields
    qsizetype problems = 0; // with another number, or broken otherwise

    // A greater share of good rows wins, then more columns.
    bool isBetterThan(const SeparatorTrial &other) const
    {
        const qsizetype mine = rows * (other.rows + other.problems);
        const qsizetype theirs = other.rows * (rows + problems);
        return mine != theirs ? mine > theirs : columns > other.columns;
    }
};

SeparatorTrial trySeparator(QByteArray sample, const CsvDialect &dialect)
{
    QBuffer buffer(&sample);
    SeparatorTrial trial;
    if (!buffer.open(QIODevice::ReadOnly))
        return trial;
    CsvReader reader(buffer, dialect);
    std::vector<bool> isGood;
    for (auto item = reader.next(); item && *item; item = reader.next()) {
        const auto *row = std::get_if<CsvRow>(&**item);
        const bool isTitle = row != nullptr && trial.columns < 2 && row->fields.size() < 2;
        if (isTitle)
            reader.forgetWidth(); // the column names may stand below it
        isGood.push_back(row != nullptr && !isTitle);
        if (row != nullptr)
            trial.columns = row->fields.size();
    }
    if (sample.size() == sampleBytes && isGood.size() > 1)
        isGood.pop_back(); // most likely cut off in the middle
    trial.rows = std::count(isGood.begin(), isGood.end(), true);
    trial.problems = std::ssize(isGood) - trial.rows;
    return trial;
}

QString separatorName(QChar separator)
{
    switch (separator.unicode()) {
    case u',': return u"comma"_s;
    case u';': return u"semicolon"_s;
    case u'\t': return u"tab"_s;
    case u'|': return u"vertical bar"_s;
    default: return QString(separator);
    }
}

std::optional<QChar> separatorByFirstLine(QStringView text)
{
    const bool isSeparatorLine = text.size() >= 5 && text.startsWith(u"sep=", Qt::CaseInsensitive)
        && (text.size() == 5 || text[5] == u'\n' || text[5] == u'\r');
    if (!isSeparatorLine || text[4] == u'"' || text[4] == u'\n' || text[4] == u'\r')
        return std::nullopt;
    return text[4];
}

void detectSeparator(CsvDetection &detection, const QByteArray &sample, QStringView text)
{
    if (const std::optional<QChar> separator = separatorByFirstLine(text)) {
        detection.dialect.separator = *separator;
        detection.dialect.separatorLine = SeparatorLine::Present;
        detection.separatorEvidence = u"%1 (the first line says so)"_s.arg(separatorName(*separator));
        return;
    }
    SeparatorTrial best;
    for (const QChar separator : separators) {
        CsvDialect dialect = detection.dialect;
        dialect.separator = separator;
        const SeparatorTrial trial = trySeparator(sample, dialect);
        if (trial.columns < 2 || !trial.isBetterThan(best))
            continue;
        best = trial;
        detection.dialect.separator = separator;
    }
    detection.isPlain = best.columns >= 2 && best.problems == 0 && detection.dialect.separator == u','
        && detection.dialect.encoding == TextEncoding::Utf8
        && detection.dialect.byteOrderMark == ByteOrderMark::Absent;
    detection.separatorEvidence = best.columns < 2
        ? u"comma (none found; the file has one column)"_s
        : u"%1 (%2 of the first %3 rows have %4 fields)"_s.arg(
            separatorName(detection.dialect.separator), QString::number(best.rows),
            QString::number(best.rows + best.problems), QString::number(best.columns));
}

void detectLineEnding(CsvDetection &detection, const QString &text)
{
    const qsizetype pairs = text.count(u"\r\n"_s);
    const qsizetype feeds = text.count(u'\n') - pairs;
    const qsizetype returns = text.count(u'\r') - pairs;
    QStringList found;
    if (pairs > 0)
        found += u"CR LF"_s;
    if (feeds > 0)
        found += u"LF"_s;
    if (returns > 0)
        found += u"CR"_s;
    detection.lineEndingEvidence = found.isEmpty() ? u"none (a single line)"_s : found.join(u" and "_s);
    detection.dialect.lineEnding = pairs > feeds ? LineEnding::CarriageReturnLineFeed : LineEnding::LineFeed;
}

} // namespace

Result<CsvDetection> detectCsv(QIODevice &device)
{
    const QByteArray sample = device.peek(sampleBytes);
    HEADWAY_TRY(encoding, detectEncoding(device, sample));
    CsvDetection detection;
    detection.dialect.encoding = encoding.encoding;
    detection.dialect.byteOrderMark = encoding.mark;
    detection.encodingEvidence = encoding.evidence;
    const QString text = TextDecoder(encoding.encoding, encoding.mark).decode(sample);
    detectSeparator(detection, sample, text);
    detectLineEnding(detection, text);
    return detection;
}

void CsvDetection::overrule(const CsvAnswers &said)
{
    dialect.formulaGuard = said.formulaGuard;
    if (said.separator) {
        dialect.separator = *said.separator;
        separatorEvidence = u"as you said"_s;
        isPlain = false;
    }
    if (said.encoding) {
        dialect.encoding = *said.encoding;
        encodingEvidence = u"%1 (as you said)"_s.arg(encodingName(*said.encoding));
        isPlain = false;
    }
}

} // namespace headway::exchange
