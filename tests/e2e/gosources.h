// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/archivebuilder.h"

#include <QByteArray>

/// Go code of the end-to-end tests: a plugin as viant/pgo's users write them, and a host that loads it.
namespace plugsmith::e2e {

inline const QByteArray PluginMod = "module example.com/shop/pricing\n\ngo 1.17\n";
inline const QByteArray PluginMain = R"(package main

import "example.com/shop/pricing/domain"

var Contract = domain.Contract{}
)";
inline const QByteArray PluginDomain = R"(package domain

import "strconv"

type Contract struct{}

func (c *Contract) String() string {
	return "ANSWER " + strconv.Itoa(len("ANSWER"))
}
)";

/// Packed as viant/afs does it, which viant/pgo uses: with an entry named "/".
inline QByteArray pluginZip(const QByteArray &answer)
{
    return builder::zipOf(
        {{.name = "/", .mode = 040755},
         {.name = "cmd/", .mode = 040755},
         {.name = "cmd/main/", .mode = 040755},
         {.name = "cmd/main/main.go", .content = PluginMain},
         {.name = "domain/", .mode = 040755},
         {.name = "domain/contract.go", .content = QByteArray(PluginDomain).replace("ANSWER", answer)},
         {.name = "go.mod", .content = PluginMod}});
}

/// "host info FILE" decodes a build info as viant/pgo's struct Info and prints it; "host open FILE..." opens plugins in
/// one process and prints what each one's Contract says.
inline const QByteArray HostMain = R"(package main

import (
	"encoding/json"
	"fmt"
	"os"
	"plugin"
)

type Info struct {
	Name        string
	Scn         int
	Compression string
	Runtime     struct {
		Arch         string
		Os           string
		Version      string
		UseContainer bool
	}
}

func main() {
	for _, name := range os.Args[2:] {
		if os.Args[1] == "info" {
			var info Info
			text, err := os.ReadFile(name)
			if err == nil {
				err = json.Unmarshal(text, &info)
			}
			fmt.Printf("%+v %v\n", info, err)
			continue
		}
		opened, err := plugin.Open(name)
		if err != nil {
			fmt.Println(err)
			continue
		}
		symbol, err := opened.Lookup("Contract")
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(symbol.(fmt.Stringer))
	}
}
)";

} // namespace plugsmith::e2e
