// SPDX-License-Identifier: Apache-2.0

// Command pgomanager asks viant/pgo's own manager about plugins: one JSON question a line on standard input, one word a
// line as the answer. The plugin is a real one, so that what the rules let through is really opened.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"unsafe"

	"github.com/viant/pgo/build"
	"github.com/viant/pgo/manager"
)

// question is a plugin, and the manager it meets: its initial SCN, its platform and Go, and the SCN that it has loaded
// from the same file before.
type question struct {
	Plugin  string
	Initial int
	Loaded  *int
	Manager build.Runtime
	Info    *build.Info // what stands beside the plugin; nothing does where this is missing
}

func main() {
	questions := bufio.NewScanner(os.Stdin)
	for questions.Scan() {
		var asked question
		if err := json.Unmarshal(questions.Bytes(), &asked); err != nil {
			fmt.Println("question:", err)
			continue
		}
		fmt.Println(asked.answer())
	}
}

func (q *question) answer() string {
	service := manager.New(0)
	set(service, "runtime", q.Manager)
	if q.Loaded != nil {
		q.place(&build.Info{Name: "main", Scn: *q.Loaded, Runtime: q.Manager})
		if word := ask(service, q.Plugin); word != "fits" {
			return "the loaded one: " + word
		}
	}
	set(service, "scn", q.Initial) // after that: it would have refused what is loaded by now
	q.place(q.Info)
	return ask(service, q.Plugin)
}

func (q *question) place(info *build.Info) {
	path := strings.TrimSuffix(q.Plugin, ".so") + ".info" // where this version of pgo looks
	if info == nil {
		os.Remove(path)
		return
	}
	text, _ := json.Marshal(info) // numbers and strings cannot fail
	if err := os.WriteFile(path, text, 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func ask(service *manager.Service, path string) string {
	_, err := service.Open(context.Background(), path)
	switch {
	case err == nil:
		return "fits"
	case strings.HasPrefix(err.Error(), "plugin.Open("):
		return "fits, but " + err.Error()
	case manager.IsPluginToOld(err):
		return "old"
	case strings.HasPrefix(err.Error(), "invalid plugin arch"):
		return "processor"
	case strings.HasPrefix(err.Error(), "invalid plugin os"):
		return "system"
	case strings.HasPrefix(err.Error(), "invalid plugin go version"):
		return "version"
	}
	return err.Error()
}

// set reaches a field that the package keeps to itself.
func set(service *manager.Service, name string, value interface{}) {
	field := reflect.ValueOf(service).Elem().FieldByName(name)
	reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().Set(reflect.ValueOf(value))
}
