// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strconv"
	"unicode/utf8"
)

// encoder writes any Go value as JSON. Unlike encoding/json it has a word for everything: functions, channels, cycles
// and numbers that JSON does not have are shown as Go text with their type, and errors as their message.
type encoder struct {
	buffer bytes.Buffer
	limit  int // of bytes; 0 for none
	depth  int
	above  map[visit]bool // pointers on the way down, to find cycles
}

type visit struct {
	pointer uintptr
	typ     reflect.Type
}

type tooLongError struct{}

func (tooLongError) Error() string { return "the value is longer than the limit" }

var (
	jsonEncoderType = reflect.TypeOf((*json.Marshaler)(nil)).Elem()
	textEncoderType = reflect.TypeOf((*encoding.TextMarshaler)(nil)).Elem()
)

func newEncoder(limit int) *encoder {
	return &encoder{limit: limit, above: map[visit]bool{}}
}

func (e *encoder) value(v reflect.Value) error {
	const deepest = 500
	if e.limit > 0 && e.buffer.Len() > e.limit {
		return tooLongError{}
	}
	if !v.IsValid() || isNil(v) {
		e.buffer.WriteString("null")
		return nil
	}
	if e.depth > deepest {
		e.text("…", v.Type())
		return nil
	}
	e.depth++
	defer func() { e.depth-- }()
	if done, err := e.byItself(v); done || err != nil {
		return err
	}
	switch v.Kind() {
	case reflect.Bool:
		e.buffer.WriteString(strconv.FormatBool(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.buffer.WriteString(strconv.FormatInt(v.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.buffer.WriteString(strconv.FormatUint(v.Uint(), 10))
	case reflect.Float32, reflect.Float64:
		e.float(v)
	case reflect.String:
		e.string(v.String())
	case reflect.Interface:
		return e.value(v.Elem())
	case reflect.Ptr:
		return e.below(v, func() error { return e.value(v.Elem()) })
	case reflect.Slice, reflect.Array:
		return e.list(v)
	case reflect.Map:
		return e.below(v, func() error { return e.table(v) })
	case reflect.Struct:
		return e.object(v)
	default: // complex numbers, functions, channels, unsafe pointers
		e.text(fmt.Sprint(printable(v)), v.Type())
	}
	return nil
}

func isNil(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Ptr, reflect.Interface, reflect.Slice, reflect.Map, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return v.IsNil()
	}
	return false
}

func printable(v reflect.Value) interface{} {
	if v.Kind() == reflect.Func || v.Kind() == reflect.Chan || v.Kind() == reflect.UnsafePointer {
		return "0x" + strconv.FormatUint(uint64(v.Pointer()), 16)
	}
	return v.Complex()
}

// byItself lets types speak that know how; false for all others.
func (e *encoder) byItself(v reflect.Value) (bool, error) {
	if !v.CanInterface() {
		return false, nil
	}
	t := v.Type()
	if v.CanAddr() && v.Kind() != reflect.Ptr && v.Kind() != reflect.Interface {
		if pointer := reflect.PtrTo(t); pointer.Implements(jsonEncoderType) || pointer.Implements(textEncoderType) {
			v, t = v.Addr(), pointer
		}
	}
	if v.Kind() == reflect.Interface {
		return false, nil
	}
	switch own := v.Interface().(type) {
	case json.Marshaler:
		text, err := own.MarshalJSON()
		if err == nil {
			err = json.Compact(&e.buffer, text)
		}
		return true, err
	case encoding.TextMarshaler:
		text, err := own.MarshalText()
		e.string(string(text))
		return true, err
	case error:
		e.string(own.Error())
		return true, nil
	}
	return false, nil
}

// below writes what a pointer or map leads to, unless that is where we come from.
func (e *encoder) below(v reflect.Value, write func() error) error {
	here := visit{v.Pointer(), v.Type()}
	if e.above[here] {
		e.text("cycle", v.Type())
		return nil
	}
	e.above[here] = true
	defer delete(e.above, here)
	return write()
}

func (e *encoder) text(text string, t reflect.Type) {
	e.buffer.WriteString(`{"` + textKey + `":`)
	e.string(text)
	e.buffer.WriteString(`,"` + typeKey + `":`)
	e.string(t.String())
	e.buffer.WriteByte('}')
}

func (e *encoder) float(v reflect.Value) {
	number := v.Float()
	if math.IsNaN(number) || math.IsInf(number, 0) {
		e.text(strconv.FormatFloat(number, 'g', -1, 64), v.Type())
		return
	}
	format := byte('f')
	if size := math.Abs(number); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	e.buffer.WriteString(strconv.FormatFloat(number, format, -1, v.Type().Bits()))
}

func (e *encoder) string(text string) {
	if !utf8.ValidString(text) {
		e.buffer.WriteString(`{"` + bytesKey + `":"` + base64.StdEncoding.EncodeToString([]byte(text)) + `"}`)
		return
	}
	const digits = "0123456789abcdef"
	e.buffer.WriteByte('"')
	start := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		e.buffer.WriteString(text[start:i])
		switch c {
		case '"', '\\':
			e.buffer.WriteByte('\\')
			e.buffer.WriteByte(c)
		case '\n':
			e.buffer.WriteString(`\n`)
		case '\t':
			e.buffer.WriteString(`\t`)
		case '\r':
			e.buffer.WriteString(`\r`)
		default:
			e.buffer.WriteString(`\u00`)
			e.buffer.WriteByte(digits[c>>4])
			e.buffer.WriteByte(digits[c&15])
		}
		start = i + 1
	}
	e.buffer.WriteString(text[start:])
	e.buffer.WriteByte('"')
}

func (e *encoder) list(v reflect.Value) error {
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
		e.buffer.WriteByte('"')
		to := base64.NewEncoder(base64.StdEncoding, &e.buffer)
		_, _ = to.Write(v.Bytes())
		_ = to.Close()
		e.buffer.WriteByte('"')
		return nil
	}
	e.buffer.WriteByte('[')
	for i := 0; i < v.Len(); i++ {
		if i > 0 {
			e.buffer.WriteByte(',')
		}
		if err := e.value(v.Index(i)); err != nil {
			return err
		}
	}
	e.buffer.WriteByte(']')
	return nil
}

func (e *encoder) table(v reflect.Value) error {
	keys := v.MapKeys()
	if !isObjectKey(v.Type().Key()) {
		e.buffer.WriteByte('[')
		for i, key := range keys {
			if i > 0 {
				e.buffer.WriteByte(',')
			}
			e.buffer.WriteByte('[')
			if err := e.value(key); err != nil {
				return err
			}
			e.buffer.WriteByte(',')
			if err := e.value(v.MapIndex(key)); err != nil {
				return err
			}
			e.buffer.WriteByte(']')
		}
		e.buffer.WriteByte(']')
		return nil
	}
	names := make([]string, len(keys))
	order := make([]int, len(keys))
	for i, key := range keys {
		name, err := keyText(key)
		if err != nil {
			return err
		}
		names[i], order[i] = name, i
	}
	sort.Slice(order, func(a, b int) bool { return names[order[a]] < names[order[b]] })
	e.buffer.WriteByte('{')
	for i, at := range order {
		if i > 0 {
			e.buffer.WriteByte(',')
		}
		e.string(names[at])
		e.buffer.WriteByte(':')
		if err := e.value(v.MapIndex(keys[at])); err != nil {
			return err
		}
	}
	e.buffer.WriteByte('}')
	return nil
}

func keyText(key reflect.Value) (string, error) {
	if own, ok := key.Interface().(encoding.TextMarshaler); ok && key.Kind() != reflect.String {
		text, err := own.MarshalText()
		return string(text), err
	}
	if key.Kind() == reflect.String {
		return key.String(), nil
	}
	return fmt.Sprint(key.Interface()), nil
}

func (e *encoder) object(v reflect.Value) error {
	e.buffer.WriteByte('{')
	isFirst := true
	for _, field := range fieldsOf(v.Type()) {
		content := fieldToRead(v, field.index)
		if !content.IsValid() || (field.omitEmpty && isEmpty(content)) {
			continue
		}
		if !isFirst {
			e.buffer.WriteByte(',')
		}
		isFirst = false
		e.string(field.name)
		e.buffer.WriteByte(':')
		if err := e.value(content); err != nil {
			return err
		}
	}
	e.buffer.WriteByte('}')
	return nil
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}
