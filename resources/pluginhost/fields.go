// SPDX-License-Identifier: Apache-2.0

package main

import (
	"reflect"
	"strings"
	"sync"
)

// structField is one name of a struct in JSON, by the rules of encoding/json.
type structField struct {
	name      string
	index     []int
	typ       reflect.Type
	quoted    bool // the option ",string"
	omitEmpty bool
	tagged    bool
}

var fieldCache sync.Map // reflect.Type to []structField

// fieldsOf lists the fields that JSON can reach, those of embedded structs included, in the order of the source.
func fieldsOf(t reflect.Type) []structField {
	if known, ok := fieldCache.Load(t); ok {
		return known.([]structField)
	}
	all := collectFields(t, nil, map[reflect.Type]bool{})
	best := map[string]int{} // name to the index of the field that has it; -1 when two have the same right to it
	for i, field := range all {
		other, taken := best[field.name]
		switch {
		case !taken:
			best[field.name] = i
		case other < 0:
		case len(field.index) < len(all[other].index),
			len(field.index) == len(all[other].index) && field.tagged && !all[other].tagged:
			best[field.name] = i
		case len(field.index) == len(all[other].index) && field.tagged == all[other].tagged:
			best[field.name] = -1
		}
	}
	list := []structField{}
	for i, field := range all {
		if best[field.name] == i {
			list = append(list, field)
		}
	}
	fieldCache.Store(t, list)
	return list
}

func collectFields(t reflect.Type, prefix []int, above map[reflect.Type]bool) []structField {
	if above[t] {
		return nil
	}
	above[t] = true
	defer delete(above, t)
	list := []structField{}
	for i := 0; i < t.NumField(); i++ {
		field := t.Field(i)
		index := append(append([]int{}, prefix...), i)
		tag := field.Tag.Get("json")
		if tag == "-" {
			continue
		}
		options := strings.Split(tag, ",")
		embedded := field.Type
		if embedded.Kind() == reflect.Ptr && field.PkgPath == "" {
			embedded = embedded.Elem()
		}
		if field.Anonymous && options[0] == "" && embedded.Kind() == reflect.Struct {
			list = append(list, collectFields(embedded, index, above)...)
			continue
		}
		if field.PkgPath != "" { // not exported
			continue
		}
		found := structField{name: field.Name, index: index, typ: field.Type}
		if options[0] != "" {
			found.name, found.tagged = options[0], true
		}
		for _, option := range options[1:] {
			found.quoted = found.quoted || option == "string"
			found.omitEmpty = found.omitEmpty || option == "omitempty"
		}
		list = append(list, found)
	}
	return list
}

// fieldToSet walks to a field, making embedded structs that are nil.
func fieldToSet(v reflect.Value, index []int) reflect.Value {
	for i, position := range index {
		if i > 0 && v.Kind() == reflect.Ptr {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(position)
	}
	return v
}

// fieldToRead is invalid when an embedded struct on the way is nil.
func fieldToRead(v reflect.Value, index []int) reflect.Value {
	for i, position := range index {
		if i > 0 && v.Kind() == reflect.Ptr {
			if v.IsNil() {
				return reflect.Value{}
			}
			v = v.Elem()
		}
		v = v.Field(position)
	}
	return v
}
