// SPDX-License-Identifier: Apache-2.0

package main

import "encoding/json"

// request is the header of every frame that comes in. Which fields count depends on Do:
//
//	hello   Protocol
//	open    File, Plugin: the name under which the opened plugin is spoken of later
//	get     Plugin and Symbol, or Handle and Symbol; Limit: bytes of JSON, 0 for any number
//	set     the same; the content is the new value
//	call    the same; the content is an array of arguments, TimeMs is what the context gets, 0 for no limit
//	cancel  Call: cancels the context of a running call
//	where   Call: what a running call or open is doing
//	drop    Handle
//	ping, quit
type request struct {
	ID       int64  `json:"id"`
	Do       string `json:"do"`
	Protocol int    `json:"protocol,omitempty"`
	File     string `json:"file,omitempty"`
	Plugin   string `json:"plugin,omitempty"`
	Symbol   string `json:"symbol,omitempty"`
	Handle   int64  `json:"handle,omitempty"`
	Call     int64  `json:"call,omitempty"`
	TimeMs   int64  `json:"timeMs,omitempty"`
	Limit    int    `json:"limit,omitempty"`
}

// reply is the header of every frame that goes out; exactly one for each request, with its ID.
type reply struct {
	ID       int64        `json:"id"`
	OK       bool         `json:"ok"`
	Failure  *failure     `json:"failure,omitempty"`
	Panic    *panicReport `json:"panic,omitempty"`
	Protocol int          `json:"protocol,omitempty"` // hello
	Go       string       `json:"go,omitempty"`
	Process  int          `json:"process,omitempty"`
	Path     string       `json:"path,omitempty"` // open: Go's path of the plugin
	Type     string       `json:"type,omitempty"` // get
	Results  []result     `json:"results,omitempty"`
	Ns       int64        `json:"ns,omitempty"` // time in the plugin: init functions, or the call
	Bytes    uint64       `json:"bytes,omitempty"`
	Allocs   uint64       `json:"allocs,omitempty"`
	Shared   bool         `json:"shared,omitempty"` // other calls ran meanwhile, so the allocations are theirs, too
	State    string       `json:"state,omitempty"`  // where
	Stuck    bool         `json:"stuck,omitempty"`
	Stack    string       `json:"stack,omitempty"`
}

// result describes one returned value; the values themselves are the content, as an array.
type result struct {
	Type    string `json:"type"`
	IsError bool   `json:"isError,omitempty"` // declared as error
	Text    string `json:"text,omitempty"`    // of an error that is not nil
	Dynamic string `json:"dynamic,omitempty"` // what an interface holds
	Handle  int64  `json:"handle,omitempty"`
}

// failure says why something was not done. Kinds: protocol, open, symbol, argument, value, value-too-long, goexit.
type failure struct {
	Kind    string `json:"kind"`
	Text    string `json:"text"`
	Element int    `json:"element,omitempty"` // argument: counted from 1
	Path    string `json:"path,omitempty"`    // within the argument: "lines[2].quantity"
	Want    string `json:"want,omitempty"`    // a word of jsonKinds
	Found   string `json:"found,omitempty"`   // a word of jsonKinds
	Type    string `json:"type,omitempty"`    // the Go type that was to be filled
}

func (f *failure) Error() string { return f.Text }

type panicReport struct {
	Text   string       `json:"text"`
	Type   string       `json:"type"`
	Frames []stackFrame `json:"frames"`
	Stack  string       `json:"stack"`
}

type stackFrame struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Runtime  bool   `json:"runtime,omitempty"` // of Go itself, not of the plugin
}

// symbol describes what can be got at by name: an export, or a method of one.
type symbol struct {
	Name     string   `json:"name"`
	Kind     string   `json:"kind"` // func, var
	Type     string   `json:"type"`
	Params   []param  `json:"params,omitempty"`
	Results  []string `json:"results,omitempty"`
	Variadic bool     `json:"variadic,omitempty"`
	Problem  string   `json:"problem,omitempty"` // why it cannot be called with JSON: func, chan, unsafe, interface, unexported
	Methods  []symbol `json:"methods,omitempty"`
}

type param struct {
	Type     string          `json:"type"`
	Kind     string          `json:"kind"`
	Supplied bool            `json:"supplied,omitempty"` // context.Context: not part of the arguments
	Problem  string          `json:"problem,omitempty"`
	Zero     json.RawMessage `json:"zero,omitempty"`
}
