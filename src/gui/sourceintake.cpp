// SPDX-License-Identifier: Apache-2.0
#include "gui/sourceintake.h"

#include "base/folders.h"
#include "gui/droppedsources.h"
#include "gui/windowmessages.h"
#include "models/buildsession.h"
#include "models/buildtext.h"

#include <QFileInfo>
#include <QMenu>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxChoices = 4; // as many buttons as a card has room for

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

} // namespace

SourceIntake::SourceIntake(BuildSession &session, WindowMessages &messages, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_messages(messages)
    , m_download(folders::cache() + u"/downloads")
{
    connect(&m_sorter, &SourceSorter::sorted, this, &SourceIntake::onSorted);
    connect(&m_download, &SourceDownload::asked, this, &SourceIntake::onAsked);
    connect(&m_download, &SourceDownload::progressed, this, &SourceIntake::showProgress);
    connect(&m_download, &SourceDownload::finished, this, &SourceIntake::onDownloaded);
    connect(&session, &BuildSession::sourceChanged, this, &SourceIntake::showWaiting);
    connect(&session, &BuildSession::waitingSourceChanged, this, &SourceIntake::showWaiting);
}

void SourceIntake::take(const DroppedSources &sources, bool inOrder)
{
    m_isInOrder = inOrder;
    if (!sources.items.isEmpty())
        open(sources.paths());
    if (!sources.remote.isEmpty()) {
        m_messages.show({u"download"_s,
                         SemanticRole::Information,
                         tr("Asking %1 for %2").arg(sources.remote.first().host(), sources.remote.first().fileName()),
                         {},
                         {{tr("Cancel"), u"window.message.cancelDownload"_s, [this] { m_download.cancel(); }}},
                         [this] { m_download.cancel(); }});
        m_messages.update(u"download"_s, {}, -1);
        m_download.ask(sources.remote.first());
    }
    if (!sources.plugins.isEmpty())
        emit pluginsBrought(sources.plugins);
    if (!sources.presets.isEmpty())
        emit presetsBrought(sources.presets);
    if (!sources.unusable.isEmpty()) {
        m_messages.show({u"unusable"_s,
                         SemanticRole::Caution,
                         tr("Plugsmith cannot use %1").arg(sources.unusable.first()),
                         sources.unusable.size() > 1
                             ? tr("Nor %n other file(s).", nullptr, static_cast<int>(sources.unusable.size()) - 1)
                             : tr("It opens archives, folders with Go files, and .go files."),
                         {}});
    }
}

void SourceIntake::open(const QStringList &paths)
{
    m_messages.remove(u"which"_s);
    m_messages.remove(u"unusable"_s);
    m_sorter.cancel(); // what came last is what is meant
    if (paths.size() > 1)
        m_sorter.sort(paths);
    else if (!paths.isEmpty())
        openSorted(paths);
}

void SourceIntake::offerRecent(QMenu &menu)
{
    menu.clear();
    for (const QString &path : m_session.recentSources()) {
        QAction *action = menu.addAction(folders::shortened(path).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, path] { open({path}); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing was opened yet"))->setEnabled(false);
}

void SourceIntake::onSorted(const QStringList &paths, bool isDecided)
{
    if (isDecided || m_isInOrder)
        openSorted(paths);
    else
        askWhich(paths);
}

void SourceIntake::askWhich(const QStringList &paths)
{
    QVector<WindowMessage::Button> buttons;
    for (qsizetype i = 0; i < qMin(paths.size(), qsizetype(MaxChoices)); ++i) {
        buttons += {tr("Build %1").arg(nameOf(paths[i])), u"window.message.which.%1"_s.arg(i), [this, paths, i] {
                        QStringList sorted = paths;
                        sorted.move(i, 0);
                        openSorted(sorted);
                    }};
    }
    m_messages.show({u"which"_s, SemanticRole::Information, tr("Which one is the plugin?"),
                     paths.size() > MaxChoices
                         ? tr("None of the %n sources supplies a module to another. Drop fewer of them.", nullptr,
                              static_cast<int>(paths.size()))
                         : tr("The others supply modules that its go.mod replaces."),
                     buttons});
}

void SourceIntake::openSorted(const QStringList &paths)
{
    m_session.open(paths);
    emit opened();
}

/// A source that came while jobs run waits for them, unless somebody does not want to.
void SourceIntake::showWaiting()
{
    const QString path = m_session.waitingSource();
    if (path.isEmpty())
        return m_messages.remove(u"waiting"_s);
    if (m_messages.has(u"waiting"_s) && m_waiting == path)
        return;
    m_waiting = path;
    m_messages.show({u"waiting"_s,
                     SemanticRole::Information,
                     tr("%1 is opened when the builds have ended").arg(nameOf(path)),
                     tr("If you switch now, they go on and their results are kept."),
                     {{tr("Switch Now"), u"window.message.switchNow"_s, [this] { m_session.switchNow(); }},
                      {tr("Do Not Open It"), u"window.message.forgetSource"_s, [this] { m_session.forgetWaiting(); }}},
                     [this] { m_session.forgetWaiting(); }});
}

void SourceIntake::onAsked(const Result<DownloadOffer> &offer)
{
    m_messages.remove(u"download"_s);
    if (!offer)
        return fail(offer.error());
    const QString size = offer->bytes < 0 ? tr("The server does not say how large it is.") : shownSize(offer->bytes);
    const QString text = offer->isEncrypted
                             ? tr("From %1: %2", "host, size").arg(offer->host, size)
                             : tr("From %1, over a connection that is not encrypted: %2").arg(offer->host, size);
    m_messages.show({u"download"_s,
                     offer->isEncrypted ? SemanticRole::Information : SemanticRole::Caution,
                     tr("Download %1 and open it?").arg(offer->fileName),
                     text,
                     {{tr("Download"), u"window.message.download"_s, [this] { fetch(); }},
                      {tr("Cancel"), u"window.message.noDownload"_s, [] {}}}});
}

void SourceIntake::fetch()
{
    m_messages.show({u"download"_s,
                     SemanticRole::Information,
                     tr("Downloading %1").arg(m_download.offer().fileName),
                     tr("From %1").arg(m_download.offer().host),
                     {{tr("Cancel"), u"window.message.cancelDownload"_s, [this] { m_download.cancel(); }}},
                     [this] { m_download.cancel(); }});
    showProgress(0, m_download.offer().bytes);
    m_download.fetch();
}

void SourceIntake::showProgress(qint64 done, qint64 total)
{
    if (total > 0) {
        m_messages.update(u"download"_s, tr("%1 of %2", "amounts of data").arg(shownSize(done), shownSize(total)),
                          static_cast<int>(done * 100 / total));
    } else {
        m_messages.update(u"download"_s, shownSize(done), -1);
    }
}

void SourceIntake::onDownloaded(const Result<QString> &path)
{
    m_messages.remove(u"download"_s);
    if (path)
        openSorted({*path});
    else
        fail(path.error());
}

void SourceIntake::fail(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_messages.show(
        {u"download"_s,
         SemanticRole::Negative,
         error.message,
         error.reason,
         {{tr("Try Again"), u"window.message.tryAgain"_s, [this] { m_download.ask(QUrl(m_download.offer().url)); }}}});
}

} // namespace plugsmith
