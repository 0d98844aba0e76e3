// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/ioutil"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"
)

// What JSON cannot say is written as an object with one of these keys:
//
//	{"$handle": 3}                       a value that an earlier call returned
//	{"$type": "main.Order", "value": …}  the type to put into an interface
//	{"$bytes": "base64"}                 a string that is not UTF-8
//	{"$text": "NaN", "$type": "float64"} a number that JSON does not have
const (
	handleKey = "$handle"
	typeKey   = "$type"
	valueKey  = "value"
	bytesKey  = "$bytes"
	textKey   = "$text"
)

var (
	errorType       = reflect.TypeOf((*error)(nil)).Elem()
	readerType      = reflect.TypeOf((*io.Reader)(nil)).Elem()
	timeType        = reflect.TypeOf(time.Time{})
	durationType    = reflect.TypeOf(time.Duration(0))
	jsonDecoderType = reflect.TypeOf((*json.Unmarshaler)(nil)).Elem()
	textDecoderType = reflect.TypeOf((*encoding.TextUnmarshaler)(nil)).Elem()
)

func builtinTypes() map[string]reflect.Type {
	types := map[string]reflect.Type{}
	for _, value := range []interface{}{false, "", 0, int8(0), int16(0), int32(0), int64(0), uint(0), uint8(0), uint16(0),
		uint32(0), uint64(0), uintptr(0), float32(0), 0.0, complex64(0), complex128(0), time.Time{}, time.Duration(0),
		[]byte(nil), []string(nil), []int(nil), []float64(nil), []interface{}(nil), map[string]string(nil),
		map[string]interface{}(nil), big.Int{}, (*big.Int)(nil), json.Number(""), json.RawMessage(nil)} {
		types[reflect.TypeOf(value).String()] = reflect.TypeOf(value)
	}
	types["[]byte"], types["byte"], types["rune"] = types["[]uint8"], types["uint8"], types["int32"]
	return types
}

// decoder turns JSON into values of a plugin's types.
type decoder struct {
	types   *typeTable
	handles *handleTable
}

// decode fills v, which can be set.
func (d *decoder) decode(raw json.RawMessage, v reflect.Value) error {
	if isPlain(v.Type()) {
		if decodePlain(raw, v) {
			return nil
		}
		v.Set(reflect.Zero(v.Type()))
	}
	return d.value(raw, v, "")
}

// decodePlain fills v, whose type is plain, and tells whether the text was one value for it and nothing else.
func decodePlain(raw []byte, v reflect.Value) bool {
	text := bytes.NewReader(raw)
	strict := json.NewDecoder(text)
	strict.DisallowUnknownFields()
	if strict.Decode(v.Addr().Interface()) != nil {
		return false
	}
	rest, err := ioutil.ReadAll(io.MultiReader(strict.Buffered(), text))
	return err == nil && len(bytes.TrimSpace(rest)) == 0
}

// elements cuts an array at its outermost commas. It does not look at what lies between them: that is for whoever
// decodes the pieces. False where that cannot be an array.
func elements(array []byte) ([][]byte, bool) {
	array = bytes.TrimSpace(array)
	if len(array) < 2 || array[0] != '[' || array[len(array)-1] != ']' {
		return nil, false
	}
	array = array[1 : len(array)-1]
	pieces := [][]byte{}
	start, depth := 0, 0
	for i := 0; i < len(array); i++ {
		switch array[i] {
		case '"':
			for i++; i < len(array) && array[i] != '"'; i++ {
				if array[i] == '\\' {
					i++
				}
			}
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case ',':
			if depth == 0 {
				pieces = append(pieces, array[start:i])
				start = i + 1
			}
		}
	}
	if last := array[start:]; len(pieces) > 0 || len(bytes.TrimSpace(last)) > 0 {
		pieces = append(pieces, last)
	}
	return pieces, depth == 0
}

var plainCache sync.Map // reflect.Type to bool

// isPlain tells whether encoding/json can fill the type as well as the decoder here, only faster.
func isPlain(t reflect.Type) bool {
	if known, ok := plainCache.Load(t); ok {
		return known.(bool)
	}
	plain := isPlainBelow(t, map[reflect.Type]bool{})
	plainCache.Store(t, plain)
	return plain
}

func isPlainBelow(t reflect.Type, above map[reflect.Type]bool) bool {
	if above[t] {
		return true
	}
	above[t] = true
	if t != timeType && decodesItself(t) {
		return false
	}
	switch t.Kind() {
	case reflect.Interface, reflect.Func, reflect.Chan, reflect.UnsafePointer, reflect.Array, reflect.Complex64,
		reflect.Complex128:
		return false
	case reflect.Slice, reflect.Ptr:
		return isPlainBelow(t.Elem(), above)
	case reflect.Map:
		return t.Key().Kind() == reflect.String && isPlainBelow(t.Elem(), above)
	case reflect.Struct:
		if t == timeType {
			return true
		}
		for i := 0; i < t.NumField(); i++ {
			if t.Field(i).PkgPath == "" && !isPlainBelow(t.Field(i).Type, above) {
				return false
			}
		}
	}
	return true
}

func decodesItself(t reflect.Type) bool {
	if t.Kind() == reflect.Interface {
		return false
	}
	pointer := reflect.PtrTo(t)
	return pointer.Implements(jsonDecoderType) || pointer.Implements(textDecoderType)
}

func (d *decoder) value(raw json.RawMessage, v reflect.Value, path string) error {
	raw = bytes.TrimSpace(raw)
	kind := jsonKind(raw)
	if kind == "object" {
		if done, err := d.special(raw, v, path); done || err != nil {
			return err
		}
	}
	t := v.Type()
	if kind == "null" {
		v.Set(reflect.Zero(t))
		return nil
	}
	if t.Kind() != reflect.Ptr && decodesItself(t) {
		return d.valueItself(raw, kind, v, path)
	}
	switch t.Kind() {
	case reflect.Ptr:
		target := reflect.New(t.Elem())
		if err := d.value(raw, target.Elem(), path); err != nil {
			return err
		}
		v.Set(target)
		return nil
	case reflect.Interface:
		return d.intoInterface(raw, kind, v, path)
	case reflect.Bool:
		if kind != "boolean" {
			return mismatch(path, "boolean", kind, t)
		}
		v.SetBool(raw[0] == 't')
		return nil
	case reflect.String:
		if kind != "text" {
			return mismatch(path, "text", kind, t)
		}
		v.SetString(unquoted(raw))
		return nil
	case reflect.Slice, reflect.Array:
		return d.list(raw, kind, v, path)
	case reflect.Map:
		return d.table(raw, kind, v, path)
	case reflect.Struct:
		return d.object(raw, kind, v, path)
	case reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return mismatch(path, "handle", kind, t)
	}
	return number(raw, kind, v, path)
}

// special fills v from an object with one of the keys above; false for an ordinary object.
func (d *decoder) special(raw json.RawMessage, v reflect.Value, path string) (bool, error) {
	if !bytes.Contains(raw, []byte(`"$`)) {
		return false, nil
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal(raw, &keys) != nil {
		return false, nil
	}
	switch {
	case keys[handleKey] != nil:
		return true, d.fromHandle(keys[handleKey], v, path)
	case keys[bytesKey] != nil && v.Kind() == reflect.String:
		text, err := base64.StdEncoding.DecodeString(unquoted(keys[bytesKey]))
		if err == nil {
			v.SetString(string(text))
		}
		return true, wrap(err, path, v.Type())
	case keys[textKey] != nil && v.Kind() != reflect.Interface:
		return true, d.value(keys[textKey], v, path)
	case keys[typeKey] != nil && v.Kind() == reflect.Interface:
		name := unquoted(keys[typeKey])
		t := d.types.find(name)
		if t == nil {
			return true, &failure{Kind: "argument", Text: "unknown type " + name, Path: path, Type: name}
		}
		content := keys[valueKey]
		if content == nil {
			content = keys[textKey]
		}
		if content == nil {
			content = json.RawMessage("null")
		}
		made := reflect.New(t).Elem()
		if err := d.value(content, made, path); err != nil {
			return true, err
		}
		return true, assign(v, made, path)
	}
	return false, nil
}

func (d *decoder) fromHandle(raw json.RawMessage, v reflect.Value, path string) error {
	id, err := strconv.ParseInt(string(bytes.TrimSpace(raw)), 10, 64)
	if err != nil {
		return mismatch(path, "handle", jsonKind(raw), v.Type())
	}
	held, ok := d.handles.at(id)
	if !ok {
		return &failure{Kind: "argument", Text: fmt.Sprintf("there is no handle %d any more", id), Path: path,
			Want: "handle", Type: v.Type().String()}
	}
	return assign(v, held, path)
}

// assign also takes what a pointer points at, or a pointer to it, where that is what fits.
func assign(v, from reflect.Value, path string) error {
	for from.IsValid() {
		if from.Type().AssignableTo(v.Type()) {
			v.Set(from)
			return nil
		}
		if from.CanAddr() && from.Addr().Type().AssignableTo(v.Type()) {
			v.Set(from.Addr())
			return nil
		}
		if from.Kind() != reflect.Ptr && from.Kind() != reflect.Interface {
			if pointer := reflect.PtrTo(from.Type()); pointer.AssignableTo(v.Type()) {
				box := reflect.New(from.Type())
				box.Elem().Set(from)
				v.Set(box)
				return nil
			}
			break
		}
		from = from.Elem()
	}
	text := "nil does not fit " + v.Type().String()
	if from.IsValid() {
		text = from.Type().String() + " does not fit " + v.Type().String()
	}
	return &failure{Kind: "argument", Text: text, Path: path, Type: v.Type().String()}
}

// valueItself leaves the decoding to the type: time.Time, big.Int, the plugin's own.
func (d *decoder) valueItself(raw json.RawMessage, kind string, v reflect.Value, path string) error {
	if own, ok := v.Addr().Interface().(json.Unmarshaler); ok {
		return wrap(own.UnmarshalJSON(raw), path, v.Type())
	}
	if kind != "text" {
		return mismatch(path, "text", kind, v.Type())
	}
	return wrap(v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(unquoted(raw))), path, v.Type())
}

func (d *decoder) intoInterface(raw json.RawMessage, kind string, v reflect.Value, path string) error {
	t := v.Type()
	if t.NumMethod() == 0 {
		free, err := d.free(raw, kind, path)
		if err == nil && free != nil {
			v.Set(reflect.ValueOf(free))
		}
		return err
	}
	if kind == "text" && t == errorType {
		v.Set(reflect.ValueOf(errors.New(unquoted(raw))))
		return nil
	}
	if kind == "text" && t == readerType {
		v.Set(reflect.ValueOf(strings.NewReader(unquoted(raw))))
		return nil
	}
	return mismatch(path, "handle", kind, t)
}

// free makes what encoding/json would put into an interface{}, except that no digit of a number is lost: a whole
// number that a float64 cannot hold becomes an int64, a uint64 or a *big.Int.
func (d *decoder) free(raw json.RawMessage, kind, path string) (interface{}, error) {
	switch kind {
	case "number":
		return freeNumber(string(raw)), nil
	case "array":
		var items []json.RawMessage
		if err := json.Unmarshal(raw, &items); err != nil {
			return nil, wrap(err, path, nil)
		}
		list := make([]interface{}, len(items))
		for i := range items {
			if err := d.value(items[i], reflect.ValueOf(&list[i]).Elem(), element(path, i)); err != nil {
				return nil, err
			}
		}
		return list, nil
	case "object":
		var items map[string]json.RawMessage
		if err := json.Unmarshal(raw, &items); err != nil {
			return nil, wrap(err, path, nil)
		}
		table := make(map[string]interface{}, len(items))
		for name, item := range items {
			var made interface{}
			if err := d.value(item, reflect.ValueOf(&made).Elem(), member(path, name)); err != nil {
				return nil, err
			}
			table[name] = made
		}
		return table, nil
	}
	var made interface{}
	err := json.Unmarshal(raw, &made)
	return made, wrap(err, path, nil)
}

func freeNumber(text string) interface{} {
	const exact = 1 << 53 // a float64 holds every whole number up to here
	if whole, err := strconv.ParseInt(text, 10, 64); err == nil {
		if whole >= -exact && whole <= exact {
			return float64(whole)
		}
		return whole
	}
	if whole, err := strconv.ParseUint(text, 10, 64); err == nil {
		return whole
	}
	if whole, ok := new(big.Int).SetString(text, 10); ok {
		return whole
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return json.Number(text)
	}
	return number
}
