// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
)

// A frame is two big-endian 32-bit lengths, a JSON object of the first length that says what it is about, and content
// of the second length: the arguments or results as JSON, kept apart so that nobody on the way has to parse them.
const (
	protocolVersion = 1
	prefixBytes     = 8
	maxHeaderBytes  = 1 << 20
	maxContentBytes = 1 << 30
)

func readFrame(from io.Reader) (header, content []byte, err error) {
	var prefix [prefixBytes]byte
	if _, err = io.ReadFull(from, prefix[:]); err != nil {
		return nil, nil, err
	}
	headerBytes := binary.BigEndian.Uint32(prefix[:4])
	contentBytes := binary.BigEndian.Uint32(prefix[4:])
	if headerBytes > maxHeaderBytes || contentBytes > maxContentBytes {
		return nil, nil, fmt.Errorf("frame of %d and %d bytes", headerBytes, contentBytes)
	}
	header = make([]byte, headerBytes)
	if _, err = io.ReadFull(from, header); err != nil {
		return nil, nil, unexpectedEnd(err)
	}
	if contentBytes > 0 {
		content = make([]byte, contentBytes)
		if _, err = io.ReadFull(from, content); err != nil {
			return nil, nil, unexpectedEnd(err)
		}
	}
	return header, content, nil
}

// A stream may end between frames, not within one.
func unexpectedEnd(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func writeFrame(to io.Writer, header interface{}, content []byte) error {
	text, err := json.Marshal(header)
	if err != nil {
		return err
	}
	if len(text) > maxHeaderBytes || len(content) > maxContentBytes {
		return fmt.Errorf("frame of %d and %d bytes", len(text), len(content))
	}
	const copied = 64 << 10 // small frames go out in one write
	buffer := make([]byte, prefixBytes, prefixBytes+len(text)+copied)
	binary.BigEndian.PutUint32(buffer[:4], uint32(len(text)))
	binary.BigEndian.PutUint32(buffer[4:], uint32(len(content)))
	buffer = append(buffer, text...)
	if len(content) <= copied {
		buffer = append(buffer, content...)
		content = nil
	}
	if _, err = to.Write(buffer); err != nil || len(content) == 0 {
		return err
	}
	_, err = to.Write(content)
	return err
}
