// SPDX-License-Identifier: Apache-2.0

package main

import (
	"reflect"
	"sync"
)

// Values that calls returned are kept so that later calls can use them, but not forever: a script that makes ten
// thousand calls would keep everything alive.
const mostHandles = 1000

type handleTable struct {
	mutex  sync.Mutex
	values map[int64]reflect.Value
	last   int64
}

func newHandleTable() *handleTable {
	return &handleTable{values: map[int64]reflect.Value{}}
}

func (t *handleTable) add(v reflect.Value) int64 {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.last++
	t.values[t.last] = v
	delete(t.values, t.last-mostHandles)
	return t.last
}

func (t *handleTable) at(id int64) (reflect.Value, bool) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	v, ok := t.values[id]
	return v, ok
}

func (t *handleTable) drop(id int64) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	delete(t.values, id)
}

// deservesHandle tells whether a value is more than its JSON: something to call, or to hand back as it is.
func deservesHandle(v reflect.Value) bool {
	if !v.IsValid() || isNil(v) {
		return false
	}
	switch v.Kind() {
	case reflect.Ptr, reflect.Interface, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return true
	}
	return v.NumMethod() > 0
}
