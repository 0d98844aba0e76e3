// SPDX-License-Identifier: Apache-2.0
// A stand-in for a compiled plugin host: speaks its protocol over the two descriptors of its last arguments, and
// "opens" any file. What a call does is in its symbol; see callOf().
#include "session/hostframe.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>
#include <vector>

using namespace plugsmith;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Symbols = R"json([
  {"name":"Quote","kind":"func","type":"func(string, int) (string, error)",
   "params":[{"type":"string","kind":"string","zero":""},{"type":"int","kind":"int","zero":0}],
   "results":["string","error"]},
  {"name":"Sum","kind":"func","type":"func(...int) int","variadic":true,
   "params":[{"type":"[]int","kind":"slice","zero":[]}],"results":["int"]},
  {"name":"Place","kind":"func","type":"func(context.Context, main.Order) error",
   "params":[{"type":"context.Context","kind":"interface","supplied":true},
             {"type":"main.Order","kind":"struct","zero":{"ID":"","Lines":0}}],"results":["error"]},
  {"name":"Panic","kind":"func","type":"func()"},
  {"name":"Exit","kind":"func","type":"func()"},
  {"name":"Fatal","kind":"func","type":"func()"},
  {"name":"Wait","kind":"func","type":"func()"},
  {"name":"Large","kind":"func","type":"func() string","results":["string"]},
  {"name":"SetClock","kind":"func","type":"func(func() time.Time)","problem":"func",
   "params":[{"type":"func() time.Time","kind":"func","problem":"func"}]},
  {"name":"Version","kind":"var","type":"string","methods":[]},
  {"name":"Counter","kind":"var","type":"*main.counter","methods":[
    {"name":"Add","kind":"func","type":"func(int) int",
     "params":[{"type":"int","kind":"int","zero":0}],"results":["int"]}]}
])json";

int replies = -1;
std::vector<QJsonValue> waiting; // ids of calls that wait for their end
QByteArray version = "\"1.8.0\"";

void reply(const QJsonValue &id, QJsonObject header, const QByteArray &content = {})
{
    header.insert("id"_L1, id);
    if (!header.contains("ok"_L1))
        header.insert("ok"_L1, true);
    const QByteArray bytes = HostFrame{header, content}.toBytes();
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = ::write(replies, bytes.constData() + at, static_cast<size_t>(bytes.size() - at));
        if (written <= 0)
            std::_Exit(9);
        at += written;
    }
}

QJsonObject returned(const QJsonArray &results)
{
    return {{u"results"_s, results}, {u"ns"_s, 410'000}, {u"bytes"_s, 64}, {u"allocs"_s, 2}};
}

QJsonObject panicked()
{
    const QJsonArray frames{
        QJsonObject{{u"function"_s, u"runtime.goPanicIndex"_s},
                    {u"file"_s, u"runtime/panic.go"_s},
                    {u"line"_s, 115},
                    {u"runtime"_s, true}},
        QJsonObject{{u"function"_s, u"main.Panic()"_s}, {u"file"_s, u"/src/discounts.go"_s}, {u"line"_s, 21}}};
    return {{u"ok"_s, false},
            {u"panic"_s, QJsonObject{{u"text"_s, u"index out of range [0] with length 0"_s},
                                     {u"frames"_s, frames},
                                     {u"stack"_s, u"goroutine 34 [running]:\nmain.Panic()"_s}}}};
}

void callOf(const QJsonObject &request, const QByteArray &content)
{
    const QJsonValue id = request.value("id"_L1);
    const QString symbol = request.value("symbol"_L1).toString();
    if (symbol == "Quote"_L1) {
        std::printf("quoting\n");
        std::fflush(stdout);
        const bool isKnown = !content.contains("\"SKU-0\"");
        return reply(id,
                     returned({QJsonObject{{u"type"_s, u"string"_s}},
                               QJsonObject{{u"type"_s, u"error"_s},
                                           {u"isError"_s, true},
                                           {u"text"_s, isKnown ? QString() : u"unknown SKU"_s}}}),
                     isKnown ? R"([{"sku":"SKU-10442","total":53.73000000000000000001},null])"
                             : R"(["","unknown SKU"])");
    }
    if (symbol == "Panic"_L1)
        return reply(id, panicked());
    if (symbol == "Exit"_L1)
        std::_Exit(3);
    if (symbol == "Fatal"_L1) {
        std::fprintf(stderr, "fatal error: concurrent map writes\n");
        std::_Exit(2);
    }
    if (symbol == "Wait"_L1)
        return waiting.push_back(id);
    if (symbol == "Large"_L1)
        return reply(id, returned({QJsonObject{{u"type"_s, u"string"_s}}}), "[\"" + QByteArray(2 << 20, 'x') + "\"]");
    reply(id, returned({QJsonObject{{u"type"_s, u"int"_s}}}), content);
}

void answer(const QJsonObject &request, const QByteArray &content)
{
    const QJsonValue id = request.value("id"_L1);
    const QString what = request.value("do"_L1).toString();
    if (what == "hello"_L1)
        return reply(id, {{u"protocol"_s, HostProtocol}, {u"go"_s, u"go1.22.6"_s}, {u"process"_s, ::getpid()}});
    if (what == "open"_L1) {
        QFile file(request.value("file"_L1).toString());
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (bytes.contains("exit"))
            std::_Exit(4);
        if (bytes.contains("refuse"))
            return reply(id, {{u"ok"_s, false},
                              {u"failure"_s,
                               QJsonObject{{u"kind"_s, u"open"_s},
                                           {u"text"_s, u"plugin was built with a different version of package x"_s}}}});
        return reply(id, {{u"path"_s, request.value("plugin"_L1)}, {u"ns"_s, 1000}}, Symbols);
    }
    if (what == "call"_L1)
        return callOf(request, content);
    if (what == "get"_L1)
        return reply(id, {{u"type"_s, u"string"_s}}, version);
    if (what == "set"_L1) {
        version = content;
        return reply(id, {});
    }
    if (what == "where"_L1)
        return reply(id, {{u"state"_s, u"chan receive"_s}, {u"stack"_s, u"main.Wait()"_s}});
    if (what == "cancel"_L1) {
        for (const QJsonValue &call : std::exchange(waiting, {}))
            reply(call, returned({}), "[]");
    }
    reply(id, {});
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 64;
    const int requests = std::atoi(argv[argc - 2]);
    replies = std::atoi(argv[argc - 1]);
    HostFrameReader reader;
    char bytes[1 << 16];
    for (ssize_t count = 0; (count = ::read(requests, bytes, sizeof bytes)) > 0;) {
        reader.feed(QByteArray(bytes, count));
        while (const auto frame = reader.next())
            answer(frame->header, frame->content);
    }
    return 0;
}
