// SPDX-License-Identifier: Apache-2.0
#include "gui/sourceopener.h"

#include "archive/archivejob.h"
#include "base/deliver.h"
#include "base/folders.h"
#include "build/buildplan.h"
#include "build/workarea.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype KeptCopies = 4;

struct SourceOpenerText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::SourceOpener)
};

bool isArchive(const QString &source)
{
    return !source.endsWith(".go"_L1) && !QFileInfo(source).isDir();
}

QString copiesFolder()
{
    return folders::cache() + u"/opened"_s;
}

/// The same archive, unchanged, has the same copy.
QString copyFolderOf(const QString &archive)
{
    const QFileInfo info(archive);
    const QString facts = info.absoluteFilePath() + u'\n' + QString::number(info.size()) + u'\n' +
                          QString::number(info.lastModified().toMSecsSinceEpoch());
    const QByteArray hash = QCryptographicHash::hash(facts.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return copiesFolder() + u'/' + QString::fromLatin1(hash);
}

/// Makes a fresh copy what it is to be, and removes the oldest of the others. For a worker.
bool finishCopy(const QString &unpacked, const QString &folder)
{
    QDirIterator files(unpacked, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext())
        QFile::setPermissions(files.next(), QFile::ReadOwner | QFile::ReadGroup);
    const bool renamed = QDir().rename(unpacked, folder);
    const QFileInfoList copies = QDir(copiesFolder()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    for (const QFileInfo &copy : copies.sliced(qMin(copies.size(), KeptCopies)))
        removeFolder(copy.filePath());
    return renamed;
}

} // namespace

SourcePlace sourcePlaceOf(const PlannedJob &job, const QString &file)
{
    // Where jobs have their sources: see SourceSnapshot. Names of modules from elsewhere are relative too when that is
    // shorter.
    static const QRegularExpression unpacked(u"^(?:(?:\\.\\./)+|/.*/plugsmith/work/[^/]+/)src(\\d+)/(.+)$"_s);
    static const QRegularExpression fetched(u"^(?:\\.\\./)+(?:.*/)?(pkg/mod/.+)$"_s);
    if (const auto match = unpacked.match(file); match.hasMatch())
        return {job.sources.value(match.capturedView(1).toInt()), match.captured(2)};
    if (const auto match = fetched.match(file); match.hasMatch()) {
        const QString goPath = qEnvironmentVariable("GOPATH", QDir::homePath() + u"/go"_s);
        return {{}, QDir(goPath.section(QDir::listSeparator(), 0, 0)).filePath(match.captured(1))};
    }
    if (QDir::isAbsolutePath(file))
        return {{}, file};
    const QString source = job.sources.value(0);
    if (source.endsWith(".go"_L1))
        return {source, QFileInfo(source).fileName()};
    const QString folder = job.modules.isEmpty() ? QString() : job.modules[0].folder;
    return {source, QDir::cleanPath(folder.isEmpty() ? file : folder + u'/' + file)};
}

QString openingHint(const QString &source)
{
    return source.isEmpty() || !isArchive(source)
               ? QString()
               : SourceOpenerText::tr("Opens a read-only copy, because the source is an archive");
}

SourceOpener::SourceOpener(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_editor(settings)
{
    connect(&m_editor, &EditorOpener::said, this, &SourceOpener::said);
}

SourceOpener::~SourceOpener() = default;

void SourceOpener::open(const PlannedJob &job, const QString &file, int line, int column)
{
    open(sourcePlaceOf(job, file), line, column);
}

void SourceOpener::open(const SourcePlace &place, int line, int column)
{
    if (place.source.isEmpty())
        openIn({}, place.file, line, column, false);
    else if (isArchive(place.source))
        openCopy(place, line, column);
    else
        openIn(place.source.endsWith(".go"_L1) ? QFileInfo(place.source).path() : place.source, place.file, line,
               column, false);
}

void SourceOpener::openIn(const QString &folder, const QString &file, int line, int column, bool isCopy)
{
    const QString path = folder.isEmpty() ? file : folder + u'/' + file;
    if (!QFileInfo(path).isFile())
        return emit said(isCopy ? tr("%1 is not in the archive.").arg(file)
                                : tr("%1 is not there any more.").arg(path));
    m_editor.open(path, line, column);
}

void SourceOpener::openCopy(const SourcePlace &place, int line, int column)
{
    const QString folder = copyFolderOf(place.source);
    if (QFileInfo(folder).isDir())
        return openIn(folder, place.file, line, column, true);
    const QString unpacked = folder + u".new"_s + QString::number(QCoreApplication::applicationPid());
    emit said(tr("Unpacking a copy of %1…").arg(QFileInfo(place.source).fileName()));
    QDir().mkpath(copiesFolder());
    m_unpacking = std::make_unique<ArchiveJob>(); // the last click counts
    connect(m_unpacking.get(), &ArchiveJob::unpackFinished, this,
            [this, place, line, column, folder, unpacked](const Result<UnpackReport> &report) {
                if (!report)
                    return emit said(report.error().sentence());
                runInPool(
                    this, [unpacked, folder] { return finishCopy(unpacked, folder); },
                    [this, place, line, column, folder](bool) { openIn(folder, place.file, line, column, true); });
            });
    m_unpacking->unpack(place.source, unpacked, ArchiveLimits::of(m_settings));
}

} // namespace plugsmith
