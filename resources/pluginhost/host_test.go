// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/ioutil"
	"math"
	"math/big"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
)

func readFile(t *testing.T, name string) []byte {
	content, err := ioutil.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// The frames in testdata are read and written by Plugsmith's own tests, too.
var recordedRequests = []struct {
	header  request
	content string
}{
	{request{ID: 1, Do: "hello", Protocol: 1}, ""},
	{request{ID: 2, Do: "open", File: "/tmp/p.so", Plugin: "1"}, ""},
	{request{ID: 3, Do: "call", Plugin: "1", Symbol: "Total", TimeMs: 5000}, `[123456789012345678901234567890]`},
	{request{ID: 4, Do: "get", Handle: 7, Symbol: "Name", Limit: 4096}, ""},
}

var recordedReplies = []struct {
	header  reply
	content string
}{
	{reply{ID: 1, OK: true, Protocol: 1, Go: "go1.22.6", Process: 4242}, ""},
	{reply{ID: 2, OK: true, Path: "example.com/shop", Ns: 1500}, `[{"name":"Total","kind":"func","type":"func(*big.Int)"}]`},
	{reply{ID: 3, OK: true, Results: []result{{Type: "*big.Int", Handle: 1}, {Type: "error", IsError: true, Text: "late",
		Dynamic: "*errors.errorString", Handle: 2}}, Ns: 42, Bytes: 64, Allocs: 2}, `[123456789012345678901234567890,"late"]`},
	{reply{ID: 4, Failure: &failure{Kind: "argument", Text: "expected number for int, found text", Element: 2,
		Path: "quantity", Want: "number", Found: "text", Type: "int"}}, ""},
	{reply{ID: 5, Panic: &panicReport{Text: "assignment to entry in nil map", Type: "runtime.boundsError",
		Frames: []stackFrame{{"runtime.mapassign", "runtime/map.go", 9, true}, {"example.com/shop.Total", "shop.go", 12, false}},
		Stack:  "goroutine 1 [running]:\n"}}, ""},
}

func TestRecordedRequests(t *testing.T) {
	stream := bytes.NewReader(readFile(t, "requests.frames"))
	for _, want := range recordedRequests {
		header, content, err := readFrame(stream)
		if err != nil {
			t.Fatal(err)
		}
		var got request
		if err := json.Unmarshal(header, &got); err != nil || got != want.header || string(content) != want.content {
			t.Errorf("got %+v %s, want %+v (%v)", got, content, want, err)
		}
	}
	if _, _, err := readFrame(stream); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
}

func TestRecordedReplies(t *testing.T) {
	var written bytes.Buffer
	for _, r := range recordedReplies {
		if err := writeFrame(&written, r.header, []byte(r.content)); err != nil {
			t.Fatal(err)
		}
	}
	if os.Getenv("PLUGSMITH_RECORD") != "" {
		_ = ioutil.WriteFile("testdata/replies.frames", written.Bytes(), 0644)
	}
	if !bytes.Equal(written.Bytes(), readFile(t, "replies.frames")) {
		t.Error("replies are not what was recorded")
	}
}

func TestFramesThatBreakOff(t *testing.T) {
	whole := readFile(t, "requests.frames")[:60]
	for length := 1; length < len(whole); length++ {
		stream := bytes.NewReader(whole[:length])
		_, _, err := readFrame(stream)
		for err == nil {
			_, _, err = readFrame(stream)
		}
		if err != io.EOF && err != io.ErrUnexpectedEOF {
			t.Errorf("%d bytes: %v", length, err)
		}
	}
	if _, _, err := readFrame(strings.NewReader("\xff\xff\xff\xff\x00\x00\x00\x00")); err == nil || err == io.EOF {
		t.Errorf("too long: %v", err)
	}
}

type line struct {
	Sku      string `json:"sku"`
	Quantity int    `json:"quantity"`
}
type base struct{ Kind string }
type order struct {
	base
	Base
	ID     string            `json:"id"`
	Lines  []line            `json:"lines"`
	When   time.Time         `json:"when"`
	Wait   time.Duration     `json:"wait"`
	Notes  map[string]string `json:"notes,omitempty"`
	Sizes  map[int]float64
	Raw    []byte
	Next   *order
	Any    interface{}
	Count  int64 `json:",string"`
	hidden int
}
type Base struct{ Level int }
type shape interface{ Area() float64 }
type square struct{ Side float64 }

func (s square) Area() float64    { return s.Side * s.Side }
func (s *square) Grow(by float64) { s.Side += by }

type point struct{ X, Y int }

func testDecoder() *decoder {
	types := &typeTable{roots: []reflect.Type{reflect.TypeOf(order{}), reflect.TypeOf(&square{})}}
	return &decoder{types: types, handles: newHandleTable()}
}

// Each text is decoded into the type and written again; "" stands for the same text.
func TestValuesBothWays(t *testing.T) {
	for _, test := range []struct {
		into interface{}
		text string
		back string
	}{
		{false, "true", ""}, {int8(0), "-128", ""}, {int64(0), "-9223372036854775808", ""},
		{uint64(0), "18446744073709551615", ""}, {0, "1e3", "1000"}, {0, "5.0", "5"}, {0.0, "0.1", ""},
		{float32(0), "0.1", ""}, {0.0, "1e300", "1e+300"}, {0.0, `"NaN"`, `{"$text":"NaN","$type":"float64"}`},
		{0.0, `{"$text":"+Inf","$type":"float64"}`, ""}, {complex128(0), "[1,2]", `{"$text":"(1+2i)","$type":"complex128"}`},
		{complex128(0), `{"$text":"(1+2i)","$type":"complex128"}`, ""},
		{"", `"a\"b\\\n\u0001é<&>"`, ""}, {"", `{"$bytes":"/w=="}`, ""},
		{[]byte(nil), `"aGk="`, ""}, {[]byte(nil), "[104,105]", `"aGk="`}, {[2]byte{}, `"aGk="`, "[104,105]"},
		{[]int(nil), "[1,2]", ""}, {[]int(nil), "null", ""}, {[2]string{}, `["a","b"]`, ""},
		{map[string]int(nil), `{"a":1,"b":2}`, ""}, {map[int]bool(nil), `{"7":true}`, ""},
		{map[point]string(nil), `[[{"X":1,"Y":2},"a"]]`, ""}, {(*int)(nil), "3", ""}, {(**int)(nil), "3", ""},
		{time.Time{}, `"2026-01-02T03:04:05Z"`, ""}, {time.Duration(0), `"1.5s"`, "1500000000"},
		{time.Duration(0), "5", ""}, {big.Int{}, "123456789012345678901234567890", ""},
		{(*big.Int)(nil), "-123456789012345678901234567890", ""},
		{line{}, `{"sku":"a","quantity":2}`, ""}, {line{}, `{"SKU":"a"}`, `{"sku":"a","quantity":0}`},
		{order{}, `{"Kind":"k","Level":3,"id":"x","lines":[{"sku":"a","quantity":1}],"when":"2026-01-02T03:04:05Z","wait":5,` +
			`"Sizes":{"3":0.5},"Raw":"aGk=","Next":null,"Any":[1,"two",{"three":null}],"Count":7}`, ""},
	} {
		v := reflect.New(reflect.TypeOf(test.into)).Elem()
		if err := testDecoder().decode(json.RawMessage(test.text), v); err != nil {
			t.Errorf("%T %s: %v", test.into, test.text, err)
			continue
		}
		e := newEncoder(0)
		if err := e.value(v); err != nil {
			t.Errorf("%T %s: %v", test.into, test.text, err)
		}
		want := test.back
		if want == "" {
			want = test.text
		}
		if got := e.buffer.String(); got != want && got != strings.Replace(want, `\u0001`, `\u0001`, 1) {
			t.Errorf("%T %s: wrote %s", test.into, test.text, got)
		}
		if !json.Valid(e.buffer.Bytes()) {
			t.Errorf("%T: not JSON: %s", test.into, e.buffer.String())
		}
	}
}

func TestFreeNumbersKeepTheirDigits(t *testing.T) {
	for text, want := range map[string]interface{}{
		"3": 3.0, "0.5": 0.5, "9007199254740992": 9007199254740992.0, "9007199254740993": int64(9007199254740993),
		"18446744073709551615": uint64(math.MaxUint64), "-9223372036854775808": int64(math.MinInt64), "1e400": json.Number("1e400"),
	} {
		if got := freeNumber(text); got != want {
			t.Errorf("%s became %T %v", text, got, got)
		}
	}
	long := "123456789012345678901234567890"
	if got, ok := freeNumber(long).(*big.Int); !ok || got.String() != long {
		t.Errorf("%s became %v", long, freeNumber(long))
	}
}

func TestInterfaces(t *testing.T) {
	d := testDecoder()
	var s shape
	v := reflect.ValueOf(&s).Elem()
	if err := d.decode(json.RawMessage(`{"$type":"main.square","value":{"Side":3}}`), v); err != nil || s.Area() != 9 {
		t.Errorf("hint: %v %v", err, s)
	}
	id := d.handles.add(reflect.ValueOf(&square{Side: 2}))
	if err := d.decode(json.RawMessage(`{"$handle":1}`), v); id != 1 || err != nil || s.Area() != 4 {
		t.Errorf("handle: %v %v", err, s)
	}
	var e error
	if err := d.decode(json.RawMessage(`"late"`), reflect.ValueOf(&e).Elem()); err != nil || e.Error() != "late" {
		t.Errorf("error: %v %v", err, e)
	}
	var r io.Reader
	if err := d.decode(json.RawMessage(`"text"`), reflect.ValueOf(&r).Elem()); err != nil {
		t.Error(err)
	} else if text, _ := ioutil.ReadAll(r); string(text) != "text" {
		t.Errorf("reader: %s", text)
	}
	var any interface{}
	if err := d.decode(json.RawMessage(`{"$type":"time.Duration","value":"2s"}`), reflect.ValueOf(&any).Elem()); err != nil ||
		any != 2*time.Second {
		t.Errorf("hint for interface{}: %v %v", err, any)
	}
	d.handles.drop(1)
	if d.decode(json.RawMessage(`{"$handle":1}`), v) == nil {
		t.Error("a dropped handle was found")
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		into              interface{}
		text, path, words string
	}{
		{0, `"3"`, "", "expected number for int, found text"}, {int8(0), "300", "", "does not fit"},
		{0, "1.5", "", "does not fit"}, {uint(0), "-1", "", "does not fit"}, {0, "1e999999999", "", "does not fit"},
		{order{}, `{"lines":[{},{"quantity":"x"}]}`, "lines[1].quantity", "expected number"},
		{order{}, `{"nope":1}`, "nope", "no field"}, {[2]int{}, "[1]", "", "2 elements"},
		{[]byte(nil), `"%"`, "", "base64"}, {map[string]int(nil), "[]", "", "expected object"},
		{(func())(nil), "1", "", "expected handle"}, {make(chan int), "{}", "", "expected handle"},
		{line{}, "[]", "", "expected object"}, {time.Time{}, `"noon"`, "", "parsing time"},
		{map[int]int(nil), `{"a":1}`, "a", "does not fit"}, {map[point]int(nil), `[[1]]`, "[0]", "[key, value]"},
	} {
		err := testDecoder().decode(json.RawMessage(test.text), reflect.New(reflect.TypeOf(test.into)).Elem())
		why, ok := err.(*failure)
		if !ok || why.Path != test.path || !strings.Contains(why.Text, test.words) {
			t.Errorf("%T %s: %+v", test.into, test.text, err)
		}
	}
}

func TestValuesThatAreNoJSON(t *testing.T) {
	type node struct {
		Name string
		Next *node
	}
	loop := &node{Name: "a"}
	loop.Next = loop
	for _, test := range []struct {
		value interface{}
		parts []string
	}{
		{loop, []string{`"Next":{"$text":"cycle","$type":"*main.node"}`}},
		{struct{ F func(int) string }{func(int) string { return "" }}, []string{`"$type":"func(int) string"`}},
		{make(chan int), []string{`"$type":"chan int"`, "0x"}}, {errors.New("late"), []string{`"late"`}},
		{[]float64{math.Inf(-1)}, []string{`"$text":"-Inf"`}},
	} {
		e := newEncoder(0)
		if err := e.value(reflect.ValueOf(test.value)); err != nil || !json.Valid(e.buffer.Bytes()) {
			t.Errorf("%T: %v %s", test.value, err, e.buffer.String())
		}
		for _, part := range test.parts {
			if !strings.Contains(e.buffer.String(), part) {
				t.Errorf("%T: %s lacks %s", test.value, e.buffer.String(), part)
			}
		}
	}
	e := newEncoder(100)
	if err := e.value(reflect.ValueOf(make([]int, 1000))); err != (tooLongError{}) {
		t.Errorf("no limit: %v", err)
	}
}

// hostWith has one plugin open that consists of these symbols.
func hostWith(symbols map[string]interface{}) (*host, *bytes.Buffer) {
	var replies bytes.Buffer
	h := newHost(&replies)
	open := &openPlugin{symbols: map[string]reflect.Value{}}
	for name, value := range symbols {
		open.symbols[name] = reflect.ValueOf(value)
	}
	h.plugins["1"] = open
	return h, &replies
}

func ask(t *testing.T, h *host, replies *bytes.Buffer, req request, content string) (reply, string) {
	req.ID, req.Plugin = 9, "1"
	work := map[string]func() (reply, []byte, error){
		"call": func() (reply, []byte, error) { return h.call(req, []byte(content)) },
		"get":  func() (reply, []byte, error) { return h.get(req) },
		"set":  func() (reply, []byte, error) { return h.set(req, []byte(content)) },
	}[req.Do]
	done := make(chan bool)
	go func() { // runtime.Goexit must not end the test
		defer close(done)
		h.guarded(req, work)
	}()
	<-done
	header, answer, err := readFrame(bufio.NewReader(replies))
	var rep reply
	if err == nil {
		err = json.Unmarshal(header, &rep)
	}
	if err != nil {
		t.Fatal(err)
	}
	replies.Reset()
	return rep, string(answer)
}

func TestCalls(t *testing.T) {
	number, held := 3, &square{Side: 2}
	var s shape = held
	h, replies := hostWith(map[string]interface{}{
		"Sum": func(numbers ...int) (total int) {
			for _, n := range numbers {
				total += n
			}
			return
		},
		"Late":   func(ctx context.Context, n int) (bool, error) { _, ok := ctx.Deadline(); return ok, errors.New("late") },
		"Make":   func() *square { return &square{Side: 5} },
		"Use":    func(s *square) float64 { return s.Side },
		"Panic":  func() { var m map[string]int; m["a"] = 1 },
		"Number": &number, "Square": &held, "Shape": &s,
	})
	for _, test := range []struct{ do, symbol, content, want string }{
		{"call", "Sum", "[]", "[0]"}, {"call", "Sum", "[1,2]", "[3]"}, {"call", "Sum", "[[1,2]]", "[3]"},
		{"call", "Late", "[1]", `[true,"late"]`}, {"call", "Square.Area", "[]", "[4]"},
		{"call", "Square.Grow", "[1]", "[]"}, {"call", "Shape.Area", "[]", "[9]"}, {"get", "Square.Side", "", "3"},
		{"set", "Number", "7", ""}, {"get", "Number", "", "7"}, {"call", "Make", "[]", `[{"Side":5}]`},
		{"call", "Use", `[{"$handle":2}]`, "[5]"}, {"call", "Use", "[null]", "panic"},
		{"call", "Use", "[]", "argument-count"}, {"call", "Use", "[1,2]", "argument"}, {"call", "Number", "[]", "symbol"},
		{"call", "Nope", "[]", "symbol"}, {"call", "Square.Nope", "[]", "symbol"}, {"set", "Sum", "1", "symbol"},
		{"call", "Panic", "[]", "panic"}, {"call", "Sum", "{}", "argument"},
	} {
		rep, content := ask(t, h, replies, request{Do: test.do, Symbol: test.symbol, TimeMs: 5000}, test.content)
		got := content
		if rep.Failure != nil {
			got = rep.Failure.Kind
		} else if rep.Panic != nil {
			got = "panic"
		}
		if got != test.want {
			t.Errorf("%s %s%s: %s %+v", test.do, test.symbol, test.content, got, rep.Failure)
		}
	}
	if rep, content := ask(t, h, replies, request{Do: "call", Handle: 2, Symbol: "Area"}, "[]"); content != "[25]" {
		t.Errorf("method of a handle: %s %+v", content, rep)
	}
	rep, _ := ask(t, h, replies, request{Do: "call", Symbol: "Panic"}, "[]")
	if rep.Panic == nil || !strings.Contains(rep.Panic.Text, "nil map") || len(rep.Panic.Frames) == 0 {
		t.Errorf("panic: %+v", rep.Panic)
	}
}

// The short way for plain arguments takes nothing that encoding/json would not.
func TestPlainArguments(t *testing.T) {
	h, replies := hostWith(map[string]interface{}{
		"Join": func(ctx context.Context, words []string, n int) string {
			return strings.Join(words, "") + strconv.Itoa(n)
		},
	})
	for _, test := range []struct{ content, want string }{
		{`[["a,\"]", "b"], 2]`, `["a,\"]b2"]`}, {" [ [ ] , 1 ] \n", `["1"]`}, {"[null,1]", `["1"]`},
		{"[[],1", "argument"}, {"[[],1]]", "argument"}, {"[[] 3,1]", "argument"}, {"[[],1,]", "argument"},
		{"[,1]", "argument"}, {"[[]],[1]", "argument"}, {"[[},1]", "argument"}, {`[["a],1]`, "argument"},
		{"[[],tru]", "argument"}, {"[[],1.5]", "argument"}, {"[[],1,2]", "argument-count"}, {"[[]]", "argument-count"},
		{"[]", "argument-count"}, {"", "argument-count"}, {"null", "argument-count"},
	} {
		rep, got := ask(t, h, replies, request{Do: "call", Symbol: "Join"}, test.content)
		if rep.Failure != nil {
			got = rep.Failure.Kind
		}
		if got != test.want {
			t.Errorf("%s: %s %+v", test.content, got, rep.Failure)
		}
	}
}

func TestDescriptions(t *testing.T) {
	f := describe("Total", reflect.ValueOf(func(context.Context, order, ...string) (float64, error) { return 0, nil }))
	if f.Kind != "func" || !f.Variadic || len(f.Params) != 3 || !f.Params[0].Supplied || f.Problem != "" {
		t.Errorf("%+v", f)
	}
	want := `{"Kind":"","Level":0,"id":"","lines":[],"when":"0001-01-01T00:00:00Z","wait":0,"notes":{},"Sizes":{},"Raw":"",`
	if !strings.HasPrefix(string(f.Params[1].Zero), want) {
		t.Errorf("%s", f.Params[1].Zero)
	}
	for _, test := range []struct {
		f       interface{}
		problem string
	}{
		{func(func()) {}, "func"}, {func(int, chan int) {}, "chan"}, {func(shape) {}, "interface"}, {func(error) {}, ""},
		{func(struct{ hidden int }) {}, "unexported"}, {func(*big.Int) {}, ""}, {func(interface{}) {}, ""},
	} {
		if got := describe("F", reflect.ValueOf(test.f)).Problem; got != test.problem {
			t.Errorf("%T: %s", test.f, got)
		}
	}
	held := &square{}
	if v := describe("Square", reflect.ValueOf(&held)); v.Kind != "var" || v.Type != "*main.square" || len(v.Methods) != 2 {
		t.Errorf("%+v", v)
	}
}

func TestWhatAGoroutineDoes(t *testing.T) {
	stacks := "goroutine 1 [syscall]:\nmain.(*host).serve(…)\nmain.main()\n\ngoroutine 7 [chan receive, 2 minutes]:\np.Wait()\n\n" +
		"goroutine 8 [running]:\nmain.(*host).where(…)\n"
	if state, stack, stuck := inspect(stacks, "7"); state != "chan receive" || !stuck || !strings.Contains(stack, "p.Wait") {
		t.Errorf("%s %v %s", state, stuck, stack)
	}
	if _, _, stuck := inspect(stacks+"\ngoroutine 9 [sleep]:\np.Sleep()\n", "7"); stuck {
		t.Error("somebody sleeps and will wake")
	}
	if state, _, _ := inspect(stacks, "99"); state != "" {
		t.Error("found " + state)
	}
}

func TestCancelBeforeTheCallRuns(t *testing.T) {
	h := newHost(ioutil.Discard)
	h.accept(7)
	h.cancel(request{ID: 8, Call: 7}) // its goroutine has not started yet
	h.begin(7)
	ended := false
	h.cancels(7, func() { ended = true })
	if !ended {
		t.Fatal("the request to cancel was lost")
	}
}
