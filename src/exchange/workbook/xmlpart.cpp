// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/xmlpart.h"

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr int deepest = 200;
constexpr qint64 longestPiece = qint64(16) * 1024 * 1024; // bytes of a tag or a text

} // namespace

// Counts what is read; a piece that does not end is an end of the input.
class XmlPart::Metered : public QIODevice
{
public:
    explicit Metered(std::unique_ptr<QIODevice> device) : m_device(std::move(device))
    {
        open(ReadOnly | Unbuffered);
    }

    void beginPiece() { m_piece = 0; }
    qint64 count() const { return m_count; }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_piece > longestPiece) {
            setErrorString(u"a text without end"_s);
            return -1;
        }
        const qint64 count = m_device->read(data, size);
        if (count < 0)
            setErrorString(m_device->errorString());
        m_piece += std::max<qint64>(count, 0);
        m_count += std::max<qint64>(count, 0);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::unique_ptr<QIODevice> m_device;
    qint64 m_piece = 0;
    qint64 m_count = 0;
};

XmlPart::XmlPart(const QString &fileName, std::unique_ptr<QIODevice> device)
    : m_fileName(fileName), m_device(std::make_unique<Metered>(std::move(device))), m_xml(m_device.get())
{
}

XmlPart::~XmlPart() = default;

Result<std::unique_ptr<XmlPart>> XmlPart::open(const ZipFile &file, const QString &part)
{
    HEADWAY_TRY(device, file.read(part));
    return std::unique_ptr<XmlPart>(new XmlPart(file.name(), std::move(device)));
}

Result<bool> XmlPart::next()
{
    if (m_isLeaving)
        --m_depth;
    m_isLeaving = false;
    while (true) {
        m_device->beginPiece();
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++m_depth > deepest)
                return failure(damagedFile(m_fileName, u"elements within each other without end"_s));
            return true;
        case QXmlStreamReader::EndElement: m_isLeaving = true; return true;
        case QXmlStreamReader::Characters: return true;
        case QXmlStreamReader::EndDocument: return false;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return failure(damagedFile(m_fileName, u"it defines entities"_s));
        case QXmlStreamReader::Invalid:
        case QXmlStreamReader::NoToken: return failure(damagedFile(m_fileName, m_xml.errorString()));
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::ProcessingInstruction: break;
        }
    }
}

Result<> XmlPart::skip()
{
    const int own = m_depth;
    while (true) {
        HEADWAY_TRY(isThere, next());
        if (!isThere || (isEnd() && m_depth == own))
            return {};
    }
}

qint64 XmlPart::bytesRead() const
{
    return m_device->count();
}

QStringView attributeOf(const QXmlStreamAttributes &attributes, QLatin1StringView name)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == name)
            return attribute.value();
    }
    return {};
}

bool isTrue(QStringView text)
{
    return text == "1"_L1 || text == "true"_L1 || text == "on"_L1;
}

} // namespace headway::exchange
