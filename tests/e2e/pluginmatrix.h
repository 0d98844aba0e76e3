// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/archivebuilder.h"

#include <vector>

/// The plugins of the matrix: everything that plugins in the wild are made of, or do.
namespace plugsmith::e2e {

struct MatrixPlugin
{
    const char *name = "";
    QList<builder::SampleFile> files;
};

inline builder::SampleFile goMod(const QByteArray &name, const QByteArray &more = {})
{
    return {"go.mod", "module example.com/matrix/" + name + "\n\ngo 1.18\n" + more};
}

inline builder::SampleFile goMain(const QByteArray &code)
{
    return {"main.go", "package main\n\n" + code};
}

/// Bytes that do not compress, always the same.
inline QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 12345;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

/// A plugin with a module from elsewhere among its files.
inline MatrixPlugin vendored()
{
    return {
        "vendored",
        {goMod("vendored", "\nrequire example.org/third/greet v1.2.3\n"),
         goMain("import \"example.org/third/greet\"\n\nfunc Answer() string { return greet.Hello(\"vendor\") }\n"),
         {"vendor/modules.txt", "# example.org/third/greet v1.2.3\n## explicit; go 1.18\nexample.org/third/greet\n"},
         {"vendor/example.org/third/greet/greet.go",
          "package greet\n\nfunc Hello(name string) string { return \"hello \" + name }\n"}}};
}

inline std::vector<MatrixPlugin> matrixPlugins()
{
    return {
        vendored(),
        {"cgo",
         {goMod("cgo"), goMain("// static int twice(int n) { return 2 * n; }\nimport \"C\"\n\n"
                               "func Answer(n int) int { return int(C.twice(C.int(n))) }\n")}},
        {"generics",
         {goMod("generics"),
          goMain("type number interface{ ~int | ~float64 }\n\n"
                 "func sum[T number](list []T) (total T) {\n\tfor _, n := range list {\n\t\ttotal += n\n\t}\n"
                 "\treturn total\n}\n\nfunc Answer(list []float64) float64 { return sum(list) }\n")}},
        {"embed",
         {goMod("embed"),
          goMain("import \"embed\"\n\n//go:embed words/*.txt\nvar words embed.FS\n\n"
                 "func Answer(name string) (string, error) {\n\ttext, err := words.ReadFile(\"words/\" + name)\n"
                 "\treturn string(text), err\n}\n"),
          {"words/greeting.txt", "embedded"}}},
        {"large",
         {goMod("large"),
          goMain("import _ \"embed\"\n\n//go:embed noise.bin\nvar noise []byte\n\n"
                 "func Answer() int { return len(noise) }\n"),
          {"noise.bin", noise(30'000'000)}}},
        {"slowinit",
         {goMod("slowinit"),
          goMain("import (\n\t\"os\"\n\t\"time\"\n)\n\nfunc init() {\n"
                 "\tlasting, _ := time.ParseDuration(os.Getenv(\"MATRIX_INIT\"))\n\ttime.Sleep(lasting)\n}\n\n"
                 "func Answer() string { return \"ready\" }\n")}},
        {"goroutines",
         {goMod("goroutines"),
          goMain("import (\n\t\"sync/atomic\"\n\t\"time\"\n)\n\nvar ticks int64\n\nfunc init() {\n"
                 "\tfor i := 0; i < 100; i++ {\n\t\tgo func() {\n\t\t\tfor range time.Tick(time.Millisecond) {\n"
                 "\t\t\t\tatomic.AddInt64(&ticks, 1)\n\t\t\t}\n\t\t}()\n\t}\n}\n\n"
                 "func Answer() bool {\n\tbefore := atomic.LoadInt64(&ticks)\n\ttime.Sleep(50 * time.Millisecond)\n"
                 "\treturn atomic.LoadInt64(&ticks) > before\n}\n")}},
        {"panicinit", {goMod("panicinit"), goMain("func init() { panic(\"not today\") }\n\nfunc Answer() {}\n")}},
        {"exit", {goMod("exit"), goMain("import \"os\"\n\nfunc Answer() { os.Exit(7) }\n")}},
        {"nilmap", {goMod("nilmap"), goMain("func Answer() {\n\tvar m map[string]int\n\tm[\"a\"] = 1\n}\n")}},
        {"concurrentmap",
         {goMod("concurrentmap"),
          goMain("func Answer() {\n\tm := map[int]int{}\n\tfor i := 0; i < 8; i++ {\n\t\tgo func() {\n\t\t\tfor {\n"
                 "\t\t\t\tm[1]++\n\t\t\t}\n\t\t}()\n\t}\n\tselect {}\n}\n")}},
        {"overflow",
         {goMod("overflow"), goMain("func deeper(n int) int { return deeper(n+1) + 1 }\n\n"
                                    "func Answer() int { return deeper(0) }\n")}},
        {"result",
         {goMod("result"), goMain("import \"strings\"\n\n"
                                  "func Answer(size int) string { return strings.Repeat(\"x\", size) }\n")}},
        {"printer",
         {goMod("printer"),
          goMain("import (\n\t\"bufio\"\n\t\"fmt\"\n\t\"os\"\n)\n\nfunc Answer(lines int) int {\n"
                 "\tout := bufio.NewWriter(os.Stdout)\n\tdefer out.Flush()\n\tfor i := 0; i < lines; i++ {\n"
                 "\t\tfmt.Fprintln(out, \"line\", i)\n\t}\n\treturn lines\n}\n")}},
    };
}

} // namespace plugsmith::e2e
