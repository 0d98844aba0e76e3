// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"time"
)

// resolve finds what a request names: an export, a field or method of a variable ("Config.Client.Get"), or the same
// below a handle. Variables and fields of them can be set.
func (h *host) resolve(req request) (reflect.Value, error) {
	names := strings.Split(req.Symbol, ".")
	h.mutex.Lock()
	v, err := h.root(req, &names)
	h.mutex.Unlock()
	if err != nil {
		return v, err
	}
	for _, name := range names {
		next := step(v, name)
		if !next.IsValid() {
			return v, &failure{Kind: "symbol", Text: fmt.Sprintf("%s has no method or field %s", v.Type(), name)}
		}
		v = next
	}
	return v, nil
}

func (h *host) root(req request, names *[]string) (reflect.Value, error) {
	if req.Handle != 0 {
		v, ok := h.handles.at(req.Handle)
		if !ok {
			return v, &failure{Kind: "symbol", Text: fmt.Sprintf("there is no handle %d any more", req.Handle)}
		}
		if req.Symbol == "" {
			*names = nil
		}
		return v, nil
	}
	known := h.plugins[req.Plugin]
	if known == nil {
		return reflect.Value{}, &failure{Kind: "symbol", Text: fmt.Sprintf("plugin %s is not open", req.Plugin)}
	}
	v, ok := known.symbols[(*names)[0]]
	if !ok {
		return v, &failure{Kind: "symbol", Text: fmt.Sprintf("there is no exported %s", (*names)[0])}
	}
	*names = (*names)[1:]
	if v.Kind() == reflect.Ptr {
		v = v.Elem() // the variable
	}
	return v, nil
}

// step goes to a method or field, through pointers and interfaces as Go's dot does.
func step(v reflect.Value, name string) reflect.Value {
	for v.IsValid() {
		if v.CanAddr() && v.Kind() != reflect.Interface && v.Kind() != reflect.Ptr {
			if method := v.Addr().MethodByName(name); method.IsValid() {
				return method
			}
		}
		if !(v.Kind() == reflect.Interface && v.IsNil()) {
			if method := v.MethodByName(name); method.IsValid() {
				return method
			}
		}
		if v.Kind() == reflect.Struct {
			if field, ok := v.Type().FieldByName(name); ok && field.PkgPath == "" {
				return v.FieldByIndex(field.Index)
			}
		}
		if v.Kind() != reflect.Ptr && v.Kind() != reflect.Interface {
			break
		}
		v = v.Elem()
	}
	return reflect.Value{}
}

func (h *host) get(req request) (reply, []byte, error) {
	v, err := h.resolve(req)
	if err != nil {
		return reply{}, nil, err
	}
	e := newEncoder(req.Limit)
	if err := e.value(v); err != nil {
		if _, isLong := err.(tooLongError); isLong {
			return reply{}, nil, &failure{Kind: "value-too-long", Text: err.Error(), Type: v.Type().String()}
		}
		return reply{}, nil, err
	}
	return reply{Type: v.Type().String()}, e.buffer.Bytes(), nil
}

func (h *host) set(req request, content []byte) (reply, []byte, error) {
	v, err := h.resolve(req)
	if err != nil {
		return reply{}, nil, err
	}
	if !v.CanSet() {
		return reply{}, nil, &failure{Kind: "symbol", Text: req.Symbol + " cannot be set"}
	}
	made := reflect.New(v.Type()).Elem()
	if err := h.decoder().decode(content, made); err != nil {
		return reply{}, nil, err
	}
	v.Set(made)
	return reply{Type: v.Type().String()}, nil, nil
}

func (h *host) decoder() *decoder {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return &decoder{types: h.types, handles: h.handles}
}

func (h *host) call(req request, content []byte) (reply, []byte, error) {
	function, err := h.resolve(req)
	if err != nil {
		return reply{}, nil, err
	}
	for function.Kind() == reflect.Interface || function.Kind() == reflect.Ptr {
		function = function.Elem()
	}
	if function.Kind() != reflect.Func {
		return reply{}, nil, &failure{Kind: "symbol", Text: req.Symbol + " is not a function"}
	}
	if function.IsNil() {
		return reply{}, nil, &failure{Kind: "symbol", Text: req.Symbol + " is nil"}
	}
	ctx, cancel := context.WithCancel(context.Background())
	if req.TimeMs > 0 {
		ctx, cancel = context.WithTimeout(context.Background(), time.Duration(req.TimeMs)*time.Millisecond)
	}
	defer cancel()
	arguments, err := h.arguments(function.Type(), content, ctx)
	if err != nil {
		return reply{}, nil, err
	}
	h.cancels(req.ID, cancel)
	results, rep := h.measured(function, arguments)
	e := newEncoder(0)
	e.buffer.WriteByte('[')
	for i, v := range results {
		if i > 0 {
			e.buffer.WriteByte(',')
		}
		if err := e.value(v); err != nil {
			return reply{}, nil, err
		}
		rep.Results = append(rep.Results, h.describeResult(v, function.Type().Out(i)))
	}
	e.buffer.WriteByte(']')
	return rep, e.buffer.Bytes(), nil
}

func (h *host) measured(function reflect.Value, arguments []reflect.Value) ([]reflect.Value, reply) {
	h.mutex.Lock()
	h.starts++
	before, others := h.starts, len(h.running) > 1
	h.mutex.Unlock()
	var from, to runtime.MemStats
	runtime.ReadMemStats(&from)
	start := time.Now()
	results := function.Call(arguments)
	took := time.Since(start)
	runtime.ReadMemStats(&to)
	h.mutex.Lock()
	others = others || h.starts != before
	h.mutex.Unlock()
	return results, reply{Ns: took.Nanoseconds(), Bytes: to.TotalAlloc - from.TotalAlloc,
		Allocs: to.Mallocs - from.Mallocs, Shared: others}
}

func (h *host) describeResult(v reflect.Value, declared reflect.Type) result {
	described := result{Type: declared.String(), IsError: declared == errorType}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		described.Dynamic = v.Elem().Type().String()
		if described.IsError {
			described.Text = v.Interface().(error).Error()
		}
	}
	if deservesHandle(v) {
		described.Handle = h.handles.add(v)
	}
	return described
}

// arguments makes the values to call a function with: contexts are supplied, everything else is taken from the array.
func (h *host) arguments(t reflect.Type, content []byte, ctx context.Context) ([]reflect.Value, error) {
	if made, ok := plainArguments(t, content, ctx); ok {
		return made, nil
	}
	var given []json.RawMessage
	if len(content) > 0 {
		if err := json.Unmarshal(content, &given); err != nil {
			return nil, &failure{Kind: "argument", Text: err.Error(), Want: "array", Found: jsonKind(content)}
		}
	}
	d := h.decoder()
	made := []reflect.Value{}
	next := 0
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	wanted := 0
	for i := 0; i < fixed; i++ {
		if t.In(i) == contextType {
			made = append(made, reflect.ValueOf(ctx))
			continue
		}
		wanted++
		if next >= len(given) {
			return nil, argumentCount(wantedArguments(t), len(given), t)
		}
		v := reflect.New(t.In(i)).Elem()
		if err := d.decode(given[next], v); err != nil {
			return nil, inElement(err, next)
		}
		made = append(made, v)
		next++
	}
	if !t.IsVariadic() {
		if next < len(given) {
			return nil, argumentCount(wanted, len(given), t)
		}
		return made, nil
	}
	rest, err := variadic(d, t.In(fixed), given[next:], next)
	return append(made, rest...), err
}

// plainArguments does the same in one pass over the text, for functions and arguments that need nothing but
// encoding/json. It does not say what is wrong.
func plainArguments(t reflect.Type, content []byte, ctx context.Context) ([]reflect.Value, bool) {
	if t.IsVariadic() {
		return nil, false
	}
	for i := 0; i < t.NumIn(); i++ {
		if t.In(i) != contextType && !isPlain(t.In(i)) {
			return nil, false
		}
	}
	given, ok := elements(content)
	if !ok {
		return nil, false
	}
	made := make([]reflect.Value, t.NumIn())
	next := 0
	for i := range made {
		if t.In(i) == contextType {
			made[i] = reflect.ValueOf(ctx)
			continue
		}
		made[i] = reflect.New(t.In(i)).Elem()
		if next == len(given) || !decodePlain(given[next], made[i]) {
			return nil, false
		}
		next++
	}
	return made, next == len(given)
}

// variadic takes the rest of the arguments one by one, or, where that does not fit, one array of them.
func variadic(d *decoder, list reflect.Type, given []json.RawMessage, first int) ([]reflect.Value, error) {
	made := []reflect.Value{}
	for i, raw := range given {
		v := reflect.New(list.Elem()).Elem()
		if err := d.decode(raw, v); err != nil {
			whole := reflect.New(list).Elem()
			if len(given) != 1 || jsonKind(raw) != "array" || d.decode(raw, whole) != nil {
				return nil, inElement(err, first+i)
			}
			for at := 0; at < whole.Len(); at++ {
				made = append(made, whole.Index(at))
			}
			return made, nil
		}
		made = append(made, v)
	}
	return made, nil
}

func wantedArguments(t reflect.Type) int {
	count := 0
	for i := 0; i < t.NumIn(); i++ {
		if t.In(i) != contextType && !(t.IsVariadic() && i == t.NumIn()-1) {
			count++
		}
	}
	return count
}

func argumentCount(wanted, found int, t reflect.Type) error {
	return &failure{Kind: "argument-count", Text: fmt.Sprintf("%d arguments, not %d", wanted, found), Type: t.String(),
		Want: fmt.Sprint(wanted), Found: fmt.Sprint(found)}
}

func inElement(err error, index int) error {
	wrong := wrap(err, "", nil).(*failure)
	wrong.Element = index + 1
	return wrong
}
