// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
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
	for _, name := range exportedNames(opened) {
		found, err := opened.Lookup(name)
		if err != nil {
			continue
		}
		value := reflect.ValueOf(found)
		known.symbols[name] = value
		list = append(list, describe(name, value))
	}
	h.mutex.Lock()
	h.plugins[req.Plugin] = known
	h.types = newTypeTable(h.plugins)
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
		if p.Problem == "" {
			p.Zero = zeroValue(t)
		}
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
	var text bytes.Buffer
	writeZero(&text, t, 0)
	return text.Bytes()
}

func writeZero(text *bytes.Buffer, t reflect.Type, depth int) {
	const deepest = 4
	if t == timeType {
		text.WriteString(`"0001-01-01T00:00:00Z"`)
		return
	}
	if depth > deepest || decodesItself(t) {
		text.WriteString("null")
		return
	}
	switch t.Kind() {
	case reflect.Bool:
		text.WriteString("false")
	case reflect.String:
		text.WriteString(`""`)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64:
		text.WriteByte('0')
	case reflect.Complex64, reflect.Complex128:
		text.WriteString("[0,0]")
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			text.WriteString(`""`)
			return
		}
		text.WriteString("[]")
	case reflect.Array:
		writeZeroArray(text, t, depth)
	case reflect.Map:
		if isObjectKey(t.Key()) {
			text.WriteString("{}")
			return
		}
		text.WriteString("[]")
	case reflect.Ptr:
		writeZero(text, t.Elem(), depth+1)
	case reflect.Struct:
		writeZeroStruct(text, t, depth)
	default:
		text.WriteString("null")
	}
}

func writeZeroArray(text *bytes.Buffer, t reflect.Type, depth int) {
	const longest = 100 // a longer one is for somebody with patience
	text.WriteByte('[')
	for i := 0; i < t.Len() && i < longest; i++ {
		if i > 0 {
			text.WriteByte(',')
		}
		writeZero(text, t.Elem(), depth+1)
	}
	text.WriteByte(']')
}

func writeZeroStruct(text *bytes.Buffer, t reflect.Type, depth int) {
	text.WriteByte('{')
	for i, field := range fieldsOf(t) {
		if i > 0 {
			text.WriteByte(',')
		}
		name, _ := json.Marshal(field.name) // a string cannot fail
		text.Write(name)
		text.WriteByte(':')
		writeZero(text, field.typ, depth+1)
	}
	text.WriteByte('}')
}
