// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/plaintip.h"

using namespace Qt::StringLiterals;

namespace headway::app {

// Qt::mightBeRichText() sees nothing but a tag or "&lt;"; wherever they stand, to be sure.
QString plainTip(const QString &text)
{
    if (!text.contains(u'<') && !text.contains("&lt;"_L1))
        return text;
    return u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}

} // namespace headway::app
