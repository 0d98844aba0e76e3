// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"plugin"
	"reflect"
	"runtime"
	"sync"
)

// host holds what is open. Requests are read in one goroutine; whatever runs a plugin's code runs in one of its own, so
// that the host answers while a plugin does not.
type host struct {
	replies io.Writer
	writing sync.Mutex

	handles *handleTable

	mutex   sync.Mutex // for everything below
	plugins map[string]*openPlugin
	types   *typeTable // replaced, never changed
	running map[int64]*runningCall
	starts  int64 // calls started so far
}

type openPlugin struct {
	plugin  *plugin.Plugin
	symbols map[string]reflect.Value // functions, and pointers to variables
}

type runningCall struct {
	goroutine string // its number in stack traces; empty before it runs
	cancel    func() // nil before there is a context
	cancelled bool
}

func newHost(replies io.Writer) *host {
	return &host{
		replies: replies,
		plugins: map[string]*openPlugin{},
		types:   newTypeTable(nil),
		running: map[int64]*runningCall{},
		handles: newHandleTable(),
	}
}

// serve answers until the requests end.
func (h *host) serve(requests *bufio.Reader) {
	for {
		header, content, err := readFrame(requests)
		if err != nil {
			return
		}
		var req request
		if err := json.Unmarshal(header, &req); err != nil {
			h.send(refusal(0, &failure{Kind: "protocol", Text: err.Error()}), nil)
			continue
		}
		if req.Do == "quit" {
			return
		}
		h.dispatch(req, content)
	}
}

func (h *host) dispatch(req request, content []byte) {
	switch req.Do {
	case "open", "get", "set", "call":
		h.accept(req.ID) // here and not in the goroutine, which a request to cancel may overtake
	}
	switch req.Do {
	case "hello":
		h.hello(req)
	case "ping":
		h.send(reply{ID: req.ID, OK: true}, nil)
	case "open":
		go h.guarded(req, func() (reply, []byte, error) { return h.open(req) })
	case "get":
		go h.guarded(req, func() (reply, []byte, error) { return h.get(req) })
	case "set":
		go h.guarded(req, func() (reply, []byte, error) { return h.set(req, content) })
	case "call":
		go h.guarded(req, func() (reply, []byte, error) { return h.call(req, content) })
	case "cancel":
		h.cancel(req)
	case "where":
		go h.where(req)
	case "drop":
		h.handles.drop(req.Handle)
		h.send(reply{ID: req.ID, OK: true}, nil)
	default:
		h.send(refusal(req.ID, &failure{Kind: "protocol", Text: fmt.Sprintf("unknown request %q", req.Do)}), nil)
	}
}

func (h *host) hello(req request) {
	if req.Protocol != protocolVersion {
		text := fmt.Sprintf("protocol %d, this is %d", req.Protocol, protocolVersion)
		h.send(refusal(req.ID, &failure{Kind: "protocol", Text: text}), nil)
		return
	}
	h.send(reply{ID: req.ID, OK: true, Protocol: protocolVersion, Go: runtime.Version(), Process: os.Getpid()}, nil)
}

// guarded runs code that may be a plugin's and sends exactly one reply, whatever that code does short of ending the
// process.
func (h *host) guarded(req request, work func() (reply, []byte, error)) {
	rep, content := refusal(req.ID, &failure{Kind: "goexit", Text: "the goroutine was ended"}), []byte(nil)
	h.begin(req.ID)
	defer func() {
		if cause := recover(); cause != nil {
			rep, content = reply{ID: req.ID, Panic: reportPanic(cause)}, nil
		}
		h.end(req.ID)
		h.send(rep, content)
	}()
	done, bytes, err := work()
	if err != nil {
		if _, isFailure := err.(*failure); !isFailure {
			err = &failure{Kind: "value", Text: err.Error()}
		}
		rep = refusal(req.ID, err.(*failure))
		return
	}
	done.ID, done.OK = req.ID, true
	rep, content = done, bytes
}

// accept makes a request known that will run, so that it can be cancelled from now on.
func (h *host) accept(id int64) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.running[id] == nil {
		h.running[id] = &runningCall{}
	}
}

// begin says that the calling goroutine runs the request.
func (h *host) begin(id int64) {
	number := goroutineNumber()
	h.accept(id)
	h.mutex.Lock()
	h.running[id].goroutine = number
	h.mutex.Unlock()
}

// cancels lets cancel end the context of the running request; at once if it was cancelled before.
func (h *host) cancels(id int64, cancel func()) {
	h.mutex.Lock()
	call := h.running[id]
	call.cancel = cancel
	cancelled := call.cancelled
	h.mutex.Unlock()
	if cancelled {
		cancel()
	}
}

func (h *host) end(id int64) {
	h.mutex.Lock()
	delete(h.running, id)
	h.mutex.Unlock()
}

func (h *host) cancel(req request) {
	h.mutex.Lock()
	call := h.running[req.Call]
	var cancel func()
	if call != nil {
		call.cancelled = true
		cancel = call.cancel
	}
	h.mutex.Unlock()
	if cancel != nil {
		cancel()
	}
	h.send(reply{ID: req.ID, OK: call != nil}, nil)
}

func (h *host) send(rep reply, content []byte) {
	h.writing.Lock()
	defer h.writing.Unlock()
	err := writeFrame(h.replies, rep, content)
	if err != nil && len(content) > maxContentBytes {
		text := fmt.Sprintf("the result has %d bytes, more than %d", len(content), maxContentBytes)
		err = writeFrame(h.replies, refusal(rep.ID, &failure{Kind: "value-too-long", Text: text}), nil)
	}
	if err != nil {
		os.Exit(0) // nobody is there any more
	}
}

func refusal(id int64, why *failure) reply {
	return reply{ID: id, Failure: why}
}
