// SPDX-License-Identifier: Apache-2.0
#include "build/sourceloader.h"

#include "archive/foldertree.h"
#include "base/deliver.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct SourceLoaderText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::SourceLoader)
};

/// A single .go file as a tree of one entry.
Result<SourceTree> readGoFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::ReadFailed,
                     SourceLoaderText::tr("%1 cannot be read").arg(QFileInfo(path).fileName()),
                     {},
                     file.errorString()};
    }
    SourceEntry entry;
    entry.path = QFileInfo(path).fileName();
    entry.content = file.readAll();
    entry.contentIsWhole = true;
    entry.size = entry.content.size();
    SourceTree tree;
    tree.originPath = path;
    tree.archiveBytes = tree.totalBytes = entry.size;
    tree.entries = {entry};
    return tree;
}

} // namespace

SourceLoader::SourceLoader(QObject *parent)
    : QObject(parent)
{
}

SourceLoader::~SourceLoader()
{
    m_stop.request_stop();
}

void SourceLoader::load(const QStringList &paths, const QStringList &tags)
{
    m_stop.request_stop();
    m_stop = {};
    m_load = std::make_unique<QObject>();
    m_archiveJob.reset();
    m_paths.clear();
    for (const QString &path : paths)
        m_paths += QFileInfo(path).absoluteFilePath();
    m_tags = tags;
    m_scans.clear();
    m_isBusy = true;
    loadNext();
}

void SourceLoader::cancel()
{
    if (!m_isBusy)
        return;
    m_stop.request_stop();
    m_load.reset(); // at once: what it was about to deliver must not come after the end
    m_archiveJob.reset();
    conclude(Error{ErrorCode::Cancelled, SourceLoaderText::tr("Reading the source was cancelled."), {}, {}});
}

void SourceLoader::loadNext()
{
    const QString path = m_paths[m_scans.size()];
    const QFileInfo file(path);
    if (file.isDir()) {
        runInPool(
            m_load.get(),
            [path, limits = m_limits, stop = m_stop.get_token()] { return readFolder(path, limits, true, stop); },
            [this](const Result<SourceTree> &tree) { onTree(tree); });
    } else if (path.endsWith(".go"_L1)) {
        runInPool(
            m_load.get(), [path] { return readGoFile(path); },
            [this](const Result<SourceTree> &tree) { onTree(tree); });
    } else {
        m_archiveJob = std::make_unique<ArchiveJob>();
        connect(m_archiveJob.get(), &ArchiveJob::readFinished, m_load.get(),
                [this](const Result<SourceTree> &tree) { onTree(tree); });
        m_archiveJob->read(path, m_limits);
    }
}

void SourceLoader::onTree(const Result<SourceTree> &tree)
{
    if (!tree)
        return conclude(tree.error());
    runInPool(
        m_load.get(), [tree = *tree, tags = m_tags] { return scanSource(tree, tags); },
        [this](const SourceScan &scan) {
            m_scans += scan;
            if (m_scans.size() == m_paths.size())
                addModulesOnDisk();
            if (m_scans.size() < m_paths.size())
                loadNext();
            else
                conclude(m_scans);
        });
}

/// Modules beside a folder become sources of their own, so that a build has a copy of them too.
void SourceLoader::addModulesOnDisk()
{
    const SourceScan &scan = m_scans[0];
    const QVector<SourceScan> others = m_scans.sliced(1);
    for (int module = 0; module < scan.modules.size(); ++module) {
        for (const LocalReplace &match : matchLocalReplaces(scan, module, others)) {
            if (match.state == LocalReplace::State::OnDisk && !m_paths.contains(match.folder))
                m_paths += match.folder;
        }
    }
}

void SourceLoader::conclude(const Result<QVector<SourceScan>> &result)
{
    m_isBusy = false;
    if (m_load)
        m_load.release()->deleteLater(); // this may run inside of one of its deliveries
    emit loaded(result);
}

} // namespace plugsmith
