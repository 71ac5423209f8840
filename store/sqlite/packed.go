package sqlite

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	quick "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// packed is a value as compressed JSON: readings are long, alike in their words
// and seldom asked for.
func packed(value any) ([]byte, error) {
	plain, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	return pack(plain)
}

func pack(plain []byte) ([]byte, error) {
	var b bytes.Buffer
	w := packers.Get().(*flate.Writer)
	defer packers.Put(w)
	w.Reset(&b)
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// packers are kept: each holds more memory than most of what it packs.
var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is a valid one
	}
	return w
}}

// unpack reads what packed gave.
func unpack(body []byte, value any) error {
	r := unpackers.Get().(io.Reader)
	defer unpackers.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(body), nil); err != nil {
		return fmt.Errorf("unpack: %w", err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("unpack: %w", err)
	}
	return decode(plain, value)
}

// unpackers are kept for the same reason.
var unpackers = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// decode reads JSON of our own, which is most of what answering a question
// takes.
func decode(body []byte, value any) error {
	return quick.Unmarshal(body, value, jsontext.AllowInvalidUTF8(true))
}
