// SPDX-License-Identifier: Apache-2.0

// Command pluginhost opens Go plugins for Plugsmith and calls into them. Plugsmith compiles it with the toolchain and
// the flags of the plugin, because no other program could open it, and talks to it in frames over two pipes whose
// descriptors are its arguments. Standard output and error belong to the plugins.
package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"syscall"
)

// A recursion without end should show before it has eaten the machine's memory; Go's own limit is 1 GB.
const maxStackBytes = 256 << 20

func main() {
	if len(os.Args) != 3 {
		fail("it is started by Plugsmith")
	}
	requests, replies := pipe(os.Args[1], "requests"), pipe(os.Args[2], "replies")
	debug.SetMaxStack(maxStackBytes)
	h := newHost(replies)
	h.serve(bufio.NewReaderSize(requests, 64<<10))
	os.Exit(0)
}

func fail(text string) {
	fmt.Fprintln(os.Stderr, "pluginhost: "+text)
	os.Exit(125)
}

func pipe(number, name string) *os.File {
	descriptor, err := strconv.Atoi(number)
	if err != nil {
		fail("it is started by Plugsmith")
	}
	syscall.CloseOnExec(descriptor) // programs that a plugin starts must not hold it open
	// Waited for by Go's poller and not in a system call: with Go 1.26, a goroutine that stops the world beside such a
	// call (as measuring allocations does) is now and then not continued before the next timer.
	syscall.SetNonblock(descriptor, true)
	return os.NewFile(uintptr(descriptor), name)
}
