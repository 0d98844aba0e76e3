// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// jsonKind is the word by which messages call a JSON value.
func jsonKind(raw []byte) string {
	if len(raw) == 0 {
		return "nothing"
	}
	switch raw[0] {
	case '"':
		return "text"
	case '{':
		return "object"
	case '[':
		return "array"
	case 't', 'f':
		return "boolean"
	case 'n':
		return "null"
	}
	return "number"
}

func unquoted(raw []byte) string {
	var text string
	_ = json.Unmarshal(raw, &text) // the whole was valid JSON
	return text
}

func element(path string, index int) string { return path + "[" + strconv.Itoa(index) + "]" }

func member(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func mismatch(path, want, found string, t reflect.Type) error {
	return &failure{Kind: "argument", Text: "expected " + want + " for " + t.String() + ", found " + found, Path: path,
		Want: want, Found: found, Type: t.String()}
}

func wrap(err error, path string, t reflect.Type) error {
	if err == nil {
		return nil
	}
	if known, ok := err.(*failure); ok {
		return known
	}
	wrong := &failure{Kind: "argument", Text: err.Error(), Path: path}
	if t != nil {
		wrong.Type = t.String()
	}
	return wrong
}

func (d *decoder) list(raw json.RawMessage, kind string, v reflect.Value, path string) error {
	t := v.Type()
	if kind == "text" && t.Elem().Kind() == reflect.Uint8 {
		return listOfBytes(raw, v, path)
	}
	if kind != "array" {
		want := "array"
		if t.Elem().Kind() == reflect.Uint8 {
			want = "text"
		}
		return mismatch(path, want, kind, t)
	}
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return wrap(err, path, t)
	}
	if t.Kind() == reflect.Array && len(items) != t.Len() {
		return &failure{Kind: "argument", Text: fmt.Sprintf("%s has %d elements, not %d", t, t.Len(), len(items)),
			Path: path, Type: t.String()}
	}
	if t.Kind() == reflect.Slice {
		v.Set(reflect.MakeSlice(t, len(items), len(items)))
	}
	for i := range items {
		if err := d.value(items[i], v.Index(i), element(path, i)); err != nil {
			return err
		}
	}
	return nil
}

func listOfBytes(raw json.RawMessage, v reflect.Value, path string) error {
	content, err := base64.StdEncoding.DecodeString(unquoted(raw))
	if err != nil {
		return wrap(err, path, v.Type())
	}
	if v.Kind() == reflect.Array {
		if len(content) != v.Len() {
			return &failure{Kind: "argument", Text: fmt.Sprintf("%s has %d bytes, not %d", v.Type(), v.Len(), len(content)),
				Path: path, Type: v.Type().String()}
		}
		reflect.Copy(v, reflect.ValueOf(content).Convert(reflect.SliceOf(v.Type().Elem())))
		return nil
	}
	v.Set(reflect.ValueOf(content).Convert(v.Type()))
	return nil
}

// isObjectKey tells whether maps with this key are JSON objects; all others are arrays of [key, value].
func isObjectKey(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint,
		reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return true
	}
	return t.Kind() != reflect.Interface && reflect.PtrTo(t).Implements(textDecoderType)
}

func (d *decoder) table(raw json.RawMessage, kind string, v reflect.Value, path string) error {
	t := v.Type()
	v.Set(reflect.MakeMap(t))
	if kind == "array" && !isObjectKey(t.Key()) {
		return d.pairs(raw, v, path)
	}
	if kind != "object" || !isObjectKey(t.Key()) {
		want := "object"
		if !isObjectKey(t.Key()) {
			want = "array"
		}
		return mismatch(path, want, kind, t)
	}
	var items map[string]json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return wrap(err, path, t)
	}
	for name, item := range items {
		key, value := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		if err := objectKey(name, key, member(path, name)); err != nil {
			return err
		}
		if err := d.value(item, value, member(path, name)); err != nil {
			return err
		}
		v.SetMapIndex(key, value)
	}
	return nil
}

func objectKey(name string, key reflect.Value, path string) error {
	if own, ok := key.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return wrap(own.UnmarshalText([]byte(name)), path, key.Type())
	}
	if key.Kind() == reflect.String {
		key.SetString(name)
		return nil
	}
	return number([]byte(name), "number", key, path)
}

func (d *decoder) pairs(raw json.RawMessage, v reflect.Value, path string) error {
	t := v.Type()
	var items [][]json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return wrap(err, path, t)
	}
	for i, item := range items {
		key, value := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		if len(item) != 2 {
			return &failure{Kind: "argument", Text: "expected [key, value]", Path: element(path, i), Type: t.String()}
		}
		if err := d.value(item[0], key, element(path, i)); err != nil {
			return err
		}
		if err := d.value(item[1], value, element(path, i)); err != nil {
			return err
		}
		v.SetMapIndex(key, value)
	}
	return nil
}

func (d *decoder) object(raw json.RawMessage, kind string, v reflect.Value, path string) error {
	t := v.Type()
	if kind != "object" {
		return mismatch(path, "object", kind, t)
	}
	var items map[string]json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return wrap(err, path, t)
	}
	fields := fieldsOf(t)
	for name, item := range items {
		field := findField(fields, name)
		if field == nil {
			return &failure{Kind: "argument", Text: t.String() + " has no field " + name, Path: member(path, name),
				Type: t.String(), Want: "field"}
		}
		if field.quoted && jsonKind(item) == "text" && field.typ.Kind() != reflect.String {
			item = json.RawMessage(unquoted(item))
		}
		if err := d.value(item, fieldToSet(v, field.index), member(path, name)); err != nil {
			return err
		}
	}
	return nil
}

func findField(fields []structField, name string) *structField {
	for i := range fields {
		if fields[i].name == name {
			return &fields[i]
		}
	}
	for i := range fields {
		if strings.EqualFold(fields[i].name, name) {
			return &fields[i]
		}
	}
	return nil
}

// number fills the kinds that are numbers, all digits or not at all.
func number(raw []byte, kind string, v reflect.Value, path string) error {
	t := v.Type()
	text := string(raw)
	if kind == "text" {
		text = unquoted(raw)
		if t == durationType {
			duration, err := time.ParseDuration(text)
			v.SetInt(int64(duration))
			return wrap(err, path, t)
		}
	}
	switch t.Kind() {
	case reflect.Float32, reflect.Float64:
		made, err := strconv.ParseFloat(text, t.Bits())
		isSpecial := kind == "text" && err == nil && !(made-made == 0)
		if kind != "number" && !isSpecial {
			return mismatch(path, "number", kind, t)
		}
		v.SetFloat(made)
		return tooLarge(err, text, path, t)
	case reflect.Complex64, reflect.Complex128:
		return complexNumber(raw, kind, text, v, path)
	}
	if kind != "number" {
		return mismatch(path, "number", kind, t)
	}
	text = wholeNumber(text)
	switch t.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		made, err := strconv.ParseInt(text, 10, t.Bits())
		v.SetInt(made)
		return tooLarge(err, text, path, t)
	default:
		made, err := strconv.ParseUint(text, 10, t.Bits())
		v.SetUint(made)
		return tooLarge(err, text, path, t)
	}
}

// wholeNumber writes 1e3 and 5.0 as whole numbers; everything else stays as it is and is refused later.
func wholeNumber(text string) string {
	const longest = 64 // no integer kind needs as many digits; 1e999999999 must not be written out
	if !strings.ContainsAny(text, ".eE") {
		return text
	}
	if at := strings.IndexAny(text, "eE"); at >= 0 {
		if exponent, err := strconv.Atoi(text[at+1:]); err != nil || exponent > longest || exponent < -longest {
			return text
		}
	}
	ratio, ok := new(big.Rat).SetString(text)
	if !ok || !ratio.IsInt() {
		return text
	}
	return ratio.Num().String()
}

func tooLarge(err error, text, path string, t reflect.Type) error {
	if err == nil {
		return nil
	}
	return &failure{Kind: "argument", Text: text + " does not fit " + t.String(), Path: path, Type: t.String()}
}

func complexNumber(raw []byte, kind, text string, v reflect.Value, path string) error {
	t := v.Type()
	switch kind {
	case "array":
		var parts []float64
		if err := json.Unmarshal(raw, &parts); err != nil || len(parts) != 2 {
			return mismatch(path, "number", kind, t)
		}
		v.SetComplex(complex(parts[0], parts[1]))
		return nil
	case "number", "text":
		made, err := strconv.ParseComplex(text, t.Bits())
		v.SetComplex(made)
		return tooLarge(err, text, path, t)
	}
	return mismatch(path, "number", kind, t)
}
