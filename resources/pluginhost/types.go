// SPDX-License-Identifier: Apache-2.0

package main

import (
	"reflect"
	"sync"
)

// typeTable knows the types that {"$type": …} can name. Walking through all that the exports lead to takes a while
// where they lead to net/http, and most calls name no type, so that waits until one does.
type typeTable struct {
	once  sync.Once
	roots []reflect.Type
	types map[string]reflect.Type
}

func newTypeTable(plugins map[string]*openPlugin) *typeTable {
	table := &typeTable{}
	for _, open := range plugins {
		for _, symbol := range open.symbols {
			table.roots = append(table.roots, symbol.Type())
		}
	}
	return table
}

func (t *typeTable) find(name string) reflect.Type {
	t.once.Do(func() {
		t.types = builtinTypes()
		for _, root := range t.roots {
			collectTypes(root, t.types)
		}
	})
	return t.types[name]
}

// collectTypes finds the named types that can be reached from an export, for {"$type": "main.Order", …}.
func collectTypes(t reflect.Type, into map[string]reflect.Type) {
	const most = 5000
	if into[t.String()] == t || len(into) > most {
		return
	}
	into[t.String()] = t
	switch t.Kind() {
	case reflect.Ptr, reflect.Slice, reflect.Array, reflect.Chan:
		collectTypes(t.Elem(), into)
	case reflect.Map:
		collectTypes(t.Key(), into)
		collectTypes(t.Elem(), into)
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			collectTypes(t.Field(i).Type, into)
		}
	case reflect.Func:
		for i := 0; i < t.NumIn(); i++ {
			collectTypes(t.In(i), into)
		}
		for i := 0; i < t.NumOut(); i++ {
			collectTypes(t.Out(i), into)
		}
	}
	if t.Name() != "" && t.Kind() != reflect.Interface {
		for i := 0; i < t.NumMethod(); i++ {
			collectTypes(t.Method(i).Type, into)
		}
	}
}
