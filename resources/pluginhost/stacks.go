// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// reportPanic is called while a panic is being recovered, so the stack still has the frames that led to it.
func reportPanic(cause interface{}) *panicReport {
	report := &panicReport{Text: panicText(cause), Type: fmt.Sprintf("%T", cause), Stack: string(debug.Stack())}
	counters := make([]uintptr, 200)
	frames := runtime.CallersFrames(counters[:runtime.Callers(1, counters)])
	inPanic := false
	for {
		frame, more := frames.Next()
		isHost := strings.HasPrefix(frame.Function, "main.")
		switch {
		case frame.Function == "runtime.gopanic":
			inPanic = true
			report.Frames = nil // of several panics, the first one counts
		case inPanic && !isHost:
			report.Frames = append(report.Frames, stackFrame{frame.Function, frame.File, frame.Line, isOfGo(frame.Function)})
		case inPanic && isHost && len(report.Frames) > 0:
			more = false
		}
		if !more {
			return report
		}
	}
}

func isOfGo(function string) bool {
	return strings.HasPrefix(function, "runtime.") || strings.HasPrefix(function, "reflect.") ||
		strings.HasPrefix(function, "internal/")
}

// panicText takes care of errors and texts whose own methods panic.
func panicText(cause interface{}) (text string) {
	defer func() {
		if recover() != nil {
			text = fmt.Sprintf("%T", cause)
		}
	}()
	if err, ok := cause.(error); ok {
		return err.Error()
	}
	return fmt.Sprint(cause)
}

// goroutineNumber is how stack traces name the running goroutine; nothing else tells it.
func goroutineNumber() string {
	var start [64]byte
	fields := bytes.Fields(start[:runtime.Stack(start[:], false)])
	if len(fields) < 2 {
		return ""
	}
	return string(fields[1])
}

// where says what a call is doing that does not return.
func (h *host) where(req request) {
	h.mutex.Lock()
	number := ""
	if call := h.running[req.Call]; call != nil {
		number = call.goroutine
	}
	h.mutex.Unlock()
	rep := reply{ID: req.ID, OK: number != ""}
	if rep.OK {
		rep.State, rep.Stack, rep.Stuck = inspect(allStacks(), number)
	}
	h.send(rep, nil)
}

func allStacks() string {
	const most = 16 << 20
	for size := 256 << 10; ; size *= 4 {
		buffer := make([]byte, size)
		if used := runtime.Stack(buffer, true); used < size || size >= most {
			return string(buffer[:used])
		}
	}
}

// inspect finds one goroutine in the stacks of all, and whether nothing is left that could wake it: it waits for
// another goroutine, and so does every other one of the plugins.
func inspect(stacks, number string) (state, stack string, stuck bool) {
	stuck = true
	for _, block := range strings.Split(stacks, "\n\n") {
		head := strings.SplitN(block, "\n", 2)[0]
		from, to := strings.IndexByte(head, '['), strings.LastIndexByte(head, ']')
		fields := strings.Fields(head)
		if from < 0 || to < from || len(fields) < 2 {
			continue
		}
		now := strings.SplitN(head[from+1:to], ",", 2)[0]
		if fields[1] == number {
			state, stack = now, block
		} else if strings.Contains(block, "main.(*host).where(") || strings.Contains(block, "main.main()") {
			continue // this very question, and the reader of requests
		}
		stuck = stuck && waitsForOthers(now)
	}
	return state, stack, stuck && state != ""
}

func waitsForOthers(state string) bool {
	for _, start := range []string{"chan ", "select", "semacquire", "sync."} {
		if strings.HasPrefix(state, start) {
			return true
		}
	}
	return false
}
