// SPDX-License-Identifier: GPL-3.0-or-later
// The XML of a part of a workbook, element by element, in bounded memory: a DTD (so that no entity expands), elements
// within each other without end, and a text or tag without end are refused. On one thread. Fails with Unreadable.
#pragma once

#include "exchange/zip/zipfile.h"

#include <QXmlStreamReader>

#include <memory>

namespace headway::exchange {

class XmlPart
{
public:
    [[nodiscard]] static Result<std::unique_ptr<XmlPart>> open(const ZipFile &file, const QString &part);

    // The next element that begins or ends, or text; false at the end of the part. Comments are passed over.
    [[nodiscard]] Result<bool> next();
    bool isStart() const { return m_xml.isStartElement(); }
    bool isEnd() const { return m_xml.isEndElement(); }
    bool isText() const { return m_xml.isCharacters(); }
    // Of the element, without its prefix: the names of workbooks are the same in all their namespaces.
    QStringView name() const { return m_xml.name(); }
    QStringView prefix() const { return m_xml.prefix(); }
    QStringView namespaceUri() const { return m_xml.namespaceUri(); }
    QStringView text() const { return m_xml.text(); }
    QXmlStreamAttributes attributes() const { return m_xml.attributes(); }
    int depth() const { return m_depth; } // of the element, which counts until it has ended
    // To the end of the element that has just begun.
    [[nodiscard]] Result<> skip();

    qint64 bytesRead() const;
    QString fileName() const { return m_fileName; }

private:
    class Metered;
    XmlPart(const QString &fileName, std::unique_ptr<QIODevice> device);

    QString m_fileName;
    std::unique_ptr<Metered> m_device;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    bool m_isLeaving = false; // what was given last was an element's end

public:
    ~XmlPart();
    Q_DISABLE_COPY_MOVE(XmlPart)
};

// An attribute, whatever its prefix; empty if there is none.
[[nodiscard]] QStringView attributeOf(const QXmlStreamAttributes &attributes, QLatin1StringView name);
// "1", "true", "on".
[[nodiscard]] bool isTrue(QStringView text);

} // namespace headway::exchange
