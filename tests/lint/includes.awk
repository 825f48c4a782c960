# Every #include line under src/ and ui/ against the layer table of docs/architecture.md.
# Linking holds most of it; this also sees <QtWidgets/QWidget> and headers that come along unasked.

BEGIN {
    allowed["domain"] = "domain"
    allowed["sql"] = "sql domain/result.h"
    allowed["store"] = "store sql domain"
    allowed["exchange"] = "exchange domain"
    allowed["transfer"] = "transfer store exchange domain"
    allowed["sample"] = "sample store exchange domain"
    allowed["app"] = "app transfer store exchange domain"
    allowed["ctl"] = "ctl app transfer sample store exchange domain"
    allowed["ui"] = "ui app transfer sample exchange domain"

    modules["domain"] = modules["sql"] = modules["store"] = modules["exchange"] = modules["ctl"] = \
        modules["transfer"] = modules["sample"] = "QtCore"
    modules["app"] = "QtCore QtGui"
    modules["ui"] = "QtCore QtGui QtWidgets QtCharts QtSvg QtSvgWidgets QtPrintSupport"

    layers = " domain sql store exchange transfer sample app ctl ui "
    known = split("QtCore QtGui QtWidgets QtSql QtCharts QtSvg QtSvgWidgets QtPrintSupport " \
                  "QtConcurrent QtNetwork QtDBus QtXml QtOpenGL QtOpenGLWidgets QtTest", module, " ")
}

FNR == 1 {
    layer = FILENAME
    sub(/^src\//, "", layer)
    sub(/\/.*/, "", layer)
}

/^[ \t]*#[ \t]*include[ \t]*"/ { checkOwn(between("\"", "\"")) }
/^[ \t]*#[ \t]*include[ \t]*</ { checkOther(between("<", ">")) }

END { exit failed }

function between(open, close_,   text) {
    text = substr($0, index($0, open) + 1)
    return substr(text, 1, index(text, close_) - 1)
}

# A path without a folder, or with one that is no layer, is a neighbour in the same layer.
function checkOwn(path,   words, count, i, target) {
    target = path
    sub(/\/.*/, "", target)
    if (path ~ /^\.\./) {
        complain("\"" path "\"", "write the path from the layer on: \"layer/header.h\"")
        return
    }
    if (path !~ /\// || index(layers, " " target " ") == 0)
        return
    count = split(allowed[layer], words, " ")
    for (i = 1; i <= count; i++)
        if (words[i] == target || words[i] == path)
            return
    complain("\"" path "\"", "the layer " layer " may include only: " allowed[layer] \
             "; move the code to the layer that knows both, or pass a value in")
}

function checkOther(path,   home) {
    if (path ~ /^Qt[A-Z][A-Za-z]*\//) {
        complain("<" path ">", "name the header without its module, so that linking can refuse it: <QWidget>")
        return
    }
    if (path ~ /^(sqlite3\.h|libpq-fe\.h)$/ && layer != "sql")
        complain("<" path ">", "only sql/ talks to the engines; extend sql/connection.h")
    home = moduleOf(path)
    if (home != "" && index(" " modules[layer] " ", " " home " ") == 0)
        complain("<" path ">", "it is of " home "; the layer " layer " may use only: " modules[layer])
}

function moduleOf(header,   i, line) {
    if (qt == "" || header !~ /^[Qq]/)
        return ""
    if (header in home_)
        return home_[header]
    home_[header] = ""
    for (i = 1; i <= known && home_[header] == ""; i++)
        if ((getline line < (qt "/" module[i] "/" header)) >= 0) {
            home_[header] = module[i]
            close(qt "/" module[i] "/" header)
        }
    return home_[header]
}

function complain(what, advice) {
    printf "%s:%d: %s: %s\n", FILENAME, FNR, what, advice
    failed = 1
}
