// SPDX-License-Identifier: Apache-2.0
#include "toolchain/preflightworkspace.h"

#include "base/atomicfile.h"
#include "base/folders.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

struct SourceFile
{
    const char *path;
    const char *text;
};

// The plugin does what real ones do and what a linker can spoil: C code, initialised variables, types shared with the
// host (error, maps), a panic through many frames of a stack that was moved, garbage collection, goroutines.
//
// The host's exit codes are HostExit. It imports as little as possible: compiling package os would double the time of
// the first preflight.
constexpr SourceFile SourceFiles[] = {
    {"go.mod", "module plugsmith.invalid/preflight\n\ngo 1.13\n"},
    {"plugin/main.go", R"go(package main

// static int plugsmith_twice(int n) { return n + n; }
import "C"

import "runtime"

type failure struct{ value int }

func (f failure) Error() string { return "failure" }

var words = map[string]int{"one": 1, "two": 2}

func deep(n int) int {
	var room [512]byte
	room[n%len(room)] = byte(n)
	if n == 0 {
		panic(failure{1})
	}
	return deep(n-1) + int(room[n%len(room)])
}

func caught() (value int) {
	defer func() {
		if err, ok := recover().(error); ok {
			value = err.(failure).value
		}
	}()
	return deep(500)
}

func Check(label string) int {
	answers := make(chan int)
	go func() {
		runtime.GC()
		answers <- words[label] + caught()
	}()
	kept := make(map[string][]byte)
	for i := 0; i < 1000; i++ {
		kept[label+string(rune('a'+i%26))] = make([]byte, i)
	}
	return int(C.plugsmith_twice(C.int(len(kept)-7))) + <-answers + 1
}

func main() {}
)go"},
    {"host/main.go", R"go(package main

import (
	"plugin"
	"syscall"
)

func fail(code int, text string) {
	syscall.Write(2, []byte(text+"\n"))
	syscall.Exit(code)
}

func main() {
	path, _ := syscall.Getenv("PLUGSMITH_PREFLIGHT_PLUGIN")
	opened, err := plugin.Open(path)
	if err != nil {
		fail(10, err.Error())
	}
	symbol, err := opened.Lookup("Check")
	if err != nil {
		fail(11, err.Error())
	}
	check, ok := symbol.(func(string) int)
	if !ok {
		fail(12, "Check has another type")
	}
	if check("two") != 42 {
		fail(13, "Check returned another number")
	}
}
)go"},
    {"plain/main.go", "package main\n\nfunc main() {}\n"},
};

constexpr qint64 StaleAfterSeconds = 86'400;

struct PreflightText
{
    Q_DECLARE_TR_FUNCTIONS(plugsmith::Preflight)
};

QString parentFolder()
{
    return folders::cache() + u"/preflight";
}

void removeStale(const QString &parent)
{
    const QDateTime limit = QDateTime::currentDateTimeUtc().addSecs(-StaleAfterSeconds);
    for (const QFileInfo &entry : QDir(parent).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (entry.lastModified() < limit)
            QDir(entry.filePath()).removeRecursively();
    }
}

Error notMade(const QString &detail)
{
    return {ErrorCode::WriteFailed, PreflightText::tr("The C compiler was not checked."),
            PreflightText::tr("No folder for the check could be made in %1.").arg(folders::shortened(parentFolder())),
            detail};
}

} // namespace

Result<std::shared_ptr<PreflightWorkspace>> PreflightWorkspace::make()
{
    const QString parent = parentFolder();
    QDir().mkpath(parent);
    removeStale(parent);
    QTemporaryDir folder(parent + u"/run-XXXXXX");
    if (!folder.isValid())
        return notMade(folder.errorString());
    folder.setAutoRemove(false);
    // Canonical, since tools print paths and some resolve links.
    std::shared_ptr<PreflightWorkspace> workspace(new PreflightWorkspace(QFileInfo(folder.path()).canonicalFilePath()));
    for (const char *name : {"plugin", "host", "plain", "tmp"})
        QDir().mkpath(workspace->pathOf(QLatin1StringView(name)));
    for (const SourceFile &source : SourceFiles) {
        QFile file(workspace->pathOf(QLatin1StringView(source.path)));
        const QByteArray text(source.text);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
            return notMade(file.errorString());
    }
    return workspace;
}

PreflightWorkspace::PreflightWorkspace(QString path)
    : m_path(std::move(path))
{
}

PreflightWorkspace::~PreflightWorkspace()
{
    // A process that was killed a moment ago may still finish the system call it is in and make one more file.
    constexpr int tries = 20;
    for (int i = 0; i < tries && !QDir(m_path).removeRecursively(); ++i)
        QThread::msleep(10);
}

} // namespace plugsmith
