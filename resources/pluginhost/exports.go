// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"encoding/json"
	"plugin"
	"reflect"
	"sort"
	"time"
)

// open loads a file, which runs the init functions in it, and describes its exports.
func (h *host) open(req request) (reply, []byte, error) {
	start := time.Now()
	opened, err := plugin.Open(req.File)
	if err != nil {
		return reply{}, nil, &failure{Kind: "open", Text: err.Error()}
	}
	took := time.Since(start)
	known := &openPlugin{plugin: opened, symbols: map[string]reflect.Value{}}
	list := []symbol{}
	types := map[string]reflect.Type{}
	for _, name := range exportedNames(opened) {
		found, err := opened.Lookup(name)
		if err != nil {
			continue
		}
		value := reflect.ValueOf(found)
		known.symbols[name] = value
		list = append(list, describe(name, value))
		collectTypes(value.Type(), types)
	}
	h.mutex.Lock()
	h.plugins[req.Plugin] = known
	all := make(map[string]reflect.Type, len(h.types)+len(types))
	for _, table := range []map[string]reflect.Type{h.types, types} {
		for name, found := range table {
			all[name] = found
		}
	}
	h.types = all
	h.mutex.Unlock()
	content, err := json.Marshal(list)
	return reply{Path: textField(opened, "pluginpath"), Ns: took.Nanoseconds()}, content, err
}

// exportedNames reads what package plugin knows and does not tell: the keys of its table of symbols.
func exportedNames(opened *plugin.Plugin) []string {
	names := []string{}
	table := reflect.ValueOf(opened).Elem().FieldByName("syms")
	if table.IsValid() && table.Kind() == reflect.Map {
		for _, key := range table.MapKeys() {
			names = append(names, key.String())
		}
	}
	sort.Strings(names)
	return names
}

func textField(opened *plugin.Plugin, name string) string {
	field := reflect.ValueOf(opened).Elem().FieldByName(name)
	if field.IsValid() && field.Kind() == reflect.String {
		return field.String()
	}
	return ""
}

func describe(name string, value reflect.Value) symbol {
	if value.Kind() == reflect.Func {
		return describeFunc(name, value.Type(), 0)
	}
	variable := symbol{Name: name, Kind: "var", Type: value.Type().Elem().String()}
	variable.Methods = describeMethods(value)
	return variable
}

// describeMethods lists the methods of a variable, and, where it is an interface, of what it holds now.
func describeMethods(pointer reflect.Value) []symbol {
	receiver := pointer
	if kind := pointer.Elem().Kind(); kind == reflect.Interface || kind == reflect.Ptr {
		receiver = pointer.Elem()
		if kind == reflect.Interface && !receiver.IsNil() {
			receiver = receiver.Elem()
		}
	}
	list := []symbol{}
	for i := 0; i < receiver.NumMethod(); i++ {
		method := receiver.Type().Method(i)
		skipped := 1 // the receiver
		if receiver.Kind() == reflect.Interface {
			skipped = 0
		}
		list = append(list, describeFunc(method.Name, method.Type, skipped))
	}
	return list
}

func describeFunc(name string, t reflect.Type, skipped int) symbol {
	described := symbol{Name: name, Kind: "func", Type: t.String(), Variadic: t.IsVariadic()}
	for i := skipped; i < t.NumIn(); i++ {
		p := describeParam(t.In(i))
		described.Params = append(described.Params, p)
		if described.Problem == "" {
			described.Problem = p.Problem
		}
	}
	for i := 0; i < t.NumOut(); i++ {
		described.Results = append(described.Results, t.Out(i).String())
	}
	return described
}

var contextType = reflect.TypeOf((*context.Context)(nil)).Elem()

func describeParam(t reflect.Type) param {
	p := param{Type: t.String(), Kind: t.Kind().String(), Supplied: t == contextType}
	if !p.Supplied {
		p.Problem = problemWith(t, 0)
		p.Zero = zeroValue(t)
	}
	return p
}

// problemWith says why JSON cannot make a value of this type; only null or a handle could stand for it.
func problemWith(t reflect.Type, depth int) string {
	if depth > 20 || decodesItself(t) {
		return ""
	}
	switch t.Kind() {
	case reflect.Func:
		return "func"
	case reflect.Chan:
		return "chan"
	case reflect.UnsafePointer:
		return "unsafe"
	case reflect.Interface:
		if t.NumMethod() > 0 && t != errorType && t != readerType {
			return "interface"
		}
	case reflect.Ptr, reflect.Slice, reflect.Array, reflect.Map:
		return problemWith(t.Elem(), depth+1)
	case reflect.Struct:
		if t.NumField() > 0 && len(fieldsOf(t)) == 0 {
			return "unexported"
		}
	}
	return ""
}

// zeroValue is what a form or an editor starts with: zeros, with the names of all fields.
func zeroValue(t reflect.Type) json.RawMessage {
	text, err := json.Marshal(zeroOf(t, 0))
	if err != nil {
		return json.RawMessage("null")
	}
	return text
}

type orderedField struct {
	name  string
	value interface{}
}
type orderedObject []orderedField

func (o orderedObject) MarshalJSON() ([]byte, error) {
	text := []byte{'{'}
	for i, field := range o {
		if i > 0 {
			text = append(text, ',')
		}
		name, err := json.Marshal(field.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(field.value)
		if err != nil {
			return nil, err
		}
		text = append(append(append(text, name...), ':'), value...)
	}
	return append(text, '}'), nil
}

func zeroOf(t reflect.Type, depth int) interface{} {
	const deepest = 4
	if t == timeType {
		return "0001-01-01T00:00:00Z"
	}
	if depth > deepest || decodesItself(t) {
		return nil
	}
	switch t.Kind() {
	case reflect.Bool:
		return false
	case reflect.String:
		return ""
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64:
		return 0
	case reflect.Complex64, reflect.Complex128:
		return []int{0, 0}
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return ""
		}
		return []int{}
	case reflect.Array:
		list := make([]interface{}, 0, t.Len())
		for i := 0; i < t.Len() && i < 100; i++ {
			list = append(list, zeroOf(t.Elem(), depth+1))
		}
		return list
	case reflect.Map:
		if !isObjectKey(t.Key()) {
			return []int{}
		}
		return orderedObject{}
	case reflect.Ptr:
		return zeroOf(t.Elem(), depth+1)
	case reflect.Struct:
		object := orderedObject{}
		for _, field := range fieldsOf(t) {
			object = append(object, orderedField{field.name, zeroOf(field.typ, depth+1)})
		}
		return object
	}
	return nil
}

// collectTypes finds the named types that can be reached from an export, for {"$type": "main.Order", …}.
func collectTypes(t reflect.Type, into map[string]reflect.Type) {
	const most = 5000
	if _, known := into[t.String()]; known || len(into) > most {
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
