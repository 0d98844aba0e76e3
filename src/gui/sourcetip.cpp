// SPDX-License-Identifier: Apache-2.0
#include "gui/sourcetip.h"

#include "base/deliver.h"
#include "base/sha256.h"
#include "models/buildtext.h"

#include <QAccessible>
#include <QCursor>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QToolTip>
#include <QWidget>

namespace plugsmith {

using namespace Qt::StringLiterals;

SourceTip::SourceTip(QWidget &name)
    : QObject(&name)
    , m_name(name)
{
    name.installEventFilter(this);
}

void SourceTip::setPath(const QString &path)
{
    if (path != m_path) {
        m_path = path;
        m_facts = {};
        m_isDigesting = false;
    }
    show();
    if (!m_path.isEmpty())
        ask(QAccessible::isActive());
}

QString SourceTip::text() const
{
    QStringList lines{QDir::toNativeSeparators(m_path)};
    if (m_facts.changed.isValid())
        lines += tr("Changed %1").arg(shownDate(m_facts.changed));
    if (!m_facts.sha256.isEmpty())
        lines += tr("SHA-256 %1").arg(m_facts.sha256);
    return lines.join(u'\n');
}

SourceTip::Facts SourceTip::read(const QString &path, bool withDigest)
{
    const QFileInfo file(path);
    Facts facts{file.isFile(), file.size(), file.lastModified(), {}};
    if (withDigest && facts.isFile) {
        const auto digest = sha256OfFile(path);
        // One of a file that was written meanwhile would be of nothing.
        const QFileInfo after(path);
        if (digest && after.size() == facts.bytes && after.lastModified() == facts.changed)
            facts.sha256 = *digest;
    }
    return facts;
}

void SourceTip::ask(bool withDigest)
{
    m_isDigesting = m_isDigesting || withDigest;
    runInPool(
        this, [path = m_path, withDigest] { return read(path, withDigest); },
        [this, path = m_path, withDigest](Facts facts) {
            if (path != m_path)
                return; // another source was opened meanwhile
            if (withDigest)
                m_isDigesting = false;
            take(std::move(facts));
        });
}

void SourceTip::take(Facts facts)
{
    const bool isSame = facts.bytes == m_facts.bytes && facts.changed == m_facts.changed;
    if (isSame && facts.sha256.isEmpty())
        facts.sha256 = m_facts.sha256;
    m_facts = std::move(facts);
    show();
}

void SourceTip::show()
{
    const QString words = text();
    if (words == m_name.toolTip())
        return;
    m_name.setToolTip(words);
    m_name.setAccessibleDescription(words);
    if (QToolTip::isVisible() && m_name.underMouse())
        QToolTip::showText(QCursor::pos(), words, &m_name);
}

bool SourceTip::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPointedAt = event->type() == QEvent::Enter || event->type() == QEvent::ToolTip;
    if (watched == &m_name && isPointedAt && m_facts.isFile && m_facts.sha256.isEmpty() && !m_isDigesting)
        ask(true);
    return QObject::eventFilter(watched, event);
}

} // namespace plugsmith
