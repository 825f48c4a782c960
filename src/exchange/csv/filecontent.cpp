// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/filecontent.h"

#include <QIODevice>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

enum class Content {
    Table, // as far as one can see
    OldWorkbook,
    XmlWorkbook,
    Locked, // by a password
    Document,
    Archive,
    Picture,
    Pdf,
    Database,
    WebPage,
    Xml,
    Json,
    Contacts, // vCard
    Calendar,
    MailStore,
    Binary, // no text, whatever it is
};

struct Magic {
    QByteArrayView bytes;
    Content content;
    qsizetype at = 0;
};

// Written with sizes: some have NULs in them.
template <size_t size>
constexpr QByteArrayView bytes(const char (&text)[size])
{
    return QByteArrayView(text, qsizetype(size) - 1);
}

constexpr QByteArrayView oldOffice = bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");

// What text never begins with, and signs of text that no table begins with.
constexpr std::array magics{
    Magic{oldOffice, Content::OldWorkbook},
    Magic{bytes("\x09\x08\x10\x00"), Content::OldWorkbook},
    Magic{bytes("\x1F\x8B\x08"), Content::Archive},
    Magic{bytes("BZh9"), Content::Archive},
    Magic{bytes("7z\xBC\xAF\x27\x1C"), Content::Archive},
    Magic{bytes("Rar!\x1A\x07"), Content::Archive},
    Magic{bytes("\xFD"
                "7zXZ\x00"),
          Content::Archive},
    Magic{bytes("\x28\xB5\x2F\xFD"), Content::Archive},
    Magic{bytes("\x89PNG\r\n"), Content::Picture},
    Magic{bytes("\xFF\xD8\xFF"), Content::Picture},
    Magic{bytes("GIF87a"), Content::Picture},
    Magic{bytes("GIF89a"), Content::Picture},
    Magic{bytes("II*\x00"), Content::Picture},
    Magic{bytes("MM\x00*"), Content::Picture},
    Magic{bytes("WEBP"), Content::Picture, 8},
    Magic{bytes("ftypheic"), Content::Picture, 4},
    Magic{bytes("%PDF-"), Content::Pdf},
    Magic{bytes("SQLite format 3\x00"), Content::Database},
    Magic{bytes("Standard Jet DB"), Content::Database, 4},
    Magic{bytes("Standard ACE DB"), Content::Database, 4},
    Magic{bytes("PAR1"), Content::Binary},
    Magic{bytes("!BDN"), Content::MailStore},
    Magic{bytes("{\\rtf"), Content::Document},
    Magic{bytes("%!PS"), Content::Document},
    Magic{bytes("\x7F"
                "ELF"),
          Content::Binary},
};

// A zip file says by the names in it what it is; workbooks among them have been read already.
Content inZip(const QByteArray &start)
{
    const auto has = [&](const char *name) { return start.contains(name); };
    return has("word/") || has("ppt/") || has("opendocument.") ? Content::Document : Content::Archive;
}

// Programs of Office keep a protected file in one of their old kind, whose parts have names in UTF-16.
bool isLocked(const QByteArray &start)
{
    QByteArray name;
    for (const char letter : QByteArrayView("EncryptedPackage")) {
        name += letter;
        name += '\0';
    }
    return start.contains(name);
}

bool begins(const QByteArray &start, const Magic &magic)
{
    return start.size() >= magic.at + magic.bytes.size()
        && QByteArrayView(start).sliced(magic.at, magic.bytes.size()) == magic.bytes;
}

// Marked up, or a list of objects. Text in UTF-16 is looked at without its NULs.
Content ofText(const QByteArray &start)
{
    QByteArray text = start.left(2048);
    text.removeIf([](char c) { return c == '\0'; });
    for (const QByteArrayView mark : {bytes("\xEF\xBB\xBF"), bytes("\xFF\xFE"), bytes("\xFE\xFF")}) {
        if (text.startsWith(mark))
            text.remove(0, mark.size());
    }
    const QString typed = QString::fromLatin1(text).trimmed();
    static const QRegularExpression page(
        u"^(?:<!--.*?-->\\s*)?<(?:!doctype\\s+html|html|head|meta|body|table|style|div)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression json(
        u"^(?:\\{\\s*\"[^\"\\n]*\"\\s*:|\\[\\s*\\{\\s*\"|\\[\\s*\\]$|\\{\\s*\\}$)"_s);
    if (page.match(typed).hasMatch())
        return Content::WebPage;
    if (typed.startsWith("<svg"_L1))
        return Content::Picture;
    if (typed.startsWith("<?xml"_L1)) {
        if (typed.contains("office:spreadsheet"_L1))
            return Content::XmlWorkbook;
        if (typed.contains("<svg"_L1))
            return Content::Picture;
        return typed.contains("<html"_L1, Qt::CaseInsensitive) ? Content::WebPage : Content::Xml;
    }
    if (typed.startsWith("BEGIN:VCARD"_L1, Qt::CaseInsensitive))
        return Content::Contacts;
    if (typed.startsWith("BEGIN:VCALENDAR"_L1, Qt::CaseInsensitive))
        return Content::Calendar;
    return json.match(typed).hasMatch() ? Content::Json : Content::Table;
}

// Signs that no text has, NULs apart: text in UTF-16 has those.
bool isBinary(const QByteArray &start)
{
    const auto signs = std::count_if(start.begin(), start.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code > 0 && code < 0x20 && code != '\t' && code != '\n' && code != '\v' && code != '\f'
            && code != '\r' && code != 0x1A && code != 0x1B;
    });
    constexpr qsizetype most = 20; // one of so many
    return signs > 1 && signs * most > start.size();
}

Content contentOf(const QByteArray &start)
{
    if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06"))
        return inZip(start);
    for (const Magic &magic : magics) {
        if (begins(start, magic))
            return magic.content == Content::OldWorkbook && isLocked(start) ? Content::Locked : magic.content;
    }
    const bool isBitmap = start.startsWith("BM") && start.mid(6, 4) == QByteArray(4, '\0');
    if (isBitmap)
        return Content::Picture;
    const Content text = ofText(start);
    return text == Content::Table && isBinary(start) ? Content::Binary : text;
}

} // namespace

QByteArray startOf(QIODevice &device)
{
    constexpr qint64 lookedAt = 8192;
    QByteArray start = device.peek(lookedAt);
    if (!start.startsWith(oldOffice) || start.size() < lookedAt / 16 || device.isSequential())
        return start;
    // What is in it stands where its header says: in the sector of that number, behind the header's own.
    const auto *bytes = reinterpret_cast<const uchar *>(start.constData());
    const qint64 sector = qint64(1) << std::min<quint16>(qFromLittleEndian<quint16>(bytes + 30), 12);
    const qint64 list = (qint64(qFromLittleEndian<quint32>(bytes + 48)) + 1) * sector;
    if (device.seek(list))
        start += device.peek(sector);
    device.seek(0);
    return start;
}

Sentence packedFile(const QString &name)
{
    return Sentence::tr("%1 is a packed file. Unpack it, and import the files that are in it.").arg(name);
}

std::optional<Sentence> otherContent(const QString &name, const QByteArray &start)
{
    switch (contentOf(start)) {
    case Content::Table:
    case Content::Contacts: return std::nullopt;
    case Content::OldWorkbook:
        return Sentence::
            tr("%1 is of an old kind of Office files (XLS). Open it in a spreadsheet program, save it as XLSX, and import that.")
                .arg(name);
    case Content::XmlWorkbook:
        return Sentence::
            tr("%1 is a workbook written as XML. Open it in a spreadsheet program, save it as XLSX, and import that.")
                .arg(name);
    case Content::Locked:
        return Sentence::
            tr("%1 is protected by a password. Open it in its program, save it without one, and import that.")
                .arg(name);
    case Content::Document:
        return Sentence::
            tr("%1 is a document. Copy its table into a spreadsheet program, save that as CSV (UTF-8), and import it.")
                .arg(name);
    case Content::Archive: return packedFile(name);
    case Content::Picture:
        return Sentence::tr("%1 is a picture. Only tables that are written as text can be imported.")
            .arg(name);
    case Content::Pdf:
        return Sentence::tr(
                   "%1 is a PDF, which is made for paper. Export the data as CSV where it comes from.")
            .arg(name);
    case Content::Database:
        return Sentence::tr(
                   "%1 is a database. If it is a book of Headway, open it; else export its tables as CSV.")
            .arg(name);
    case Content::WebPage:
        return Sentence::
            tr("%1 is a web page. Export the data as CSV, or open the page in a spreadsheet program and save it as CSV (UTF-8).")
                .arg(name);
    case Content::Xml:
        return Sentence::tr("%1 is an XML file. Export the data as CSV where it comes from.").arg(name);
    case Content::Json:
        return Sentence::tr("%1 is a JSON file. Export the data as CSV where it comes from.").arg(name);
    case Content::Calendar:
        return Sentence::tr("%1 is a calendar. Export its entries as CSV where it comes from.").arg(name);
    case Content::MailStore:
        return Sentence::tr("%1 is a mailbox of Outlook. Export its contacts as CSV there.").arg(name);
    case Content::Binary:
        return Sentence::tr(
                   "%1 is no text, so it is no table either. Export the data as CSV where it comes from.")
            .arg(name);
    }
    return std::nullopt;
}

bool isAddressBook(const QByteArray &start)
{
    return contentOf(start) == Content::Contacts;
}

} // namespace headway::exchange
