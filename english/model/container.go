package model

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"
)

const (
	magic         = "PARLEYEN"
	formatVersion = 1
	prefixLength  = len(magic) + 8
)

// Header describes a model file.
type Header struct {
	Format   int                `json:"format"`
	Name     string             `json:"name"`
	Version  string             `json:"version"`
	Licence  string             `json:"licence"`
	Data     []string           `json:"data"`
	Scores   map[string]float64 `json:"scores"`
	Dims     dimensions         `json:"dims"`
	Tags     []tagClass         `json:"tags"`
	Deprels  []string           `json:"deprels"`
	Names    []string           `json:"names"`
	KeepCase []string           `json:"keepcase"`
	Sections []section          `json:"sections"`
}

// dimensions are the sizes of the network's layers.
type dimensions struct {
	Width    int `json:"d"`
	Half     int `json:"h"`
	Layers   int `json:"layers"`
	Arc      int `json:"arc"`
	Relation int `json:"rel"`
	Distance int `json:"dist"`
}

// tagClass is a class of the tag head.
type tagClass struct {
	UPOS  string `json:"upos"`
	XPOS  string `json:"xpos"`
	Feats string `json:"feats"`
}

// section is a stretch of the file that holds one table or matrix.
type section struct {
	Name   string `json:"name"`
	Type   string `json:"type"`
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"`
	Bytes  int    `json:"bytes"`
}

// container is a model file in memory.
type container struct {
	header   Header
	sections map[string]section
	data     string
	faults   []error
}

func openContainer(data string) (*container, error) {
	if !strings.HasPrefix(data, magic) || len(data) < prefixLength {
		return nil, errors.New("not a model file")
	}
	numbers := []byte(data[len(magic):prefixLength])
	if v := binary.LittleEndian.Uint32(numbers); v != formatVersion {
		return nil, fmt.Errorf("format %d, want %d", v, formatVersion)
	}
	n := int(binary.LittleEndian.Uint32(numbers[4:]))
	if n > len(data)-prefixLength {
		return nil, errors.New("header cut short")
	}
	c := &container{data: data, sections: map[string]section{}}
	if err := json.Unmarshal([]byte(data[prefixLength:prefixLength+n]), &c.header); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	for _, s := range c.header.Sections {
		if s.Offset < 0 || s.Bytes < 0 || s.Offset > len(data)-s.Bytes {
			return nil, fmt.Errorf("section %s lies outside the file", s.Name)
		}
		c.sections[s.Name] = s
	}
	return c, nil
}

// bytes returns the contents of a section and notes a fault where its size is
// not what the type and shape ask for.
func (c *container) bytes(name string, size int, shape ...int) string {
	s, ok := c.sections[name]
	want := size
	for _, n := range shape {
		want *= n
	}
	if !ok || size > 0 && s.Bytes != want {
		c.faults = append(c.faults, fmt.Errorf("section %s: %d bytes, want %d", name, s.Bytes, want))
		return ""
	}
	return c.data[s.Offset : s.Offset+s.Bytes]
}

// floats copies a section of little-endian 32-bit floats.
func (c *container) floats(name string, shape ...int) []float32 {
	raw := c.bytes(name, 4, shape...)
	out := make([]float32, len(raw)/4)
	for i := range out {
		b := raw[i*4 : i*4+4]
		out[i] = math.Float32frombits(uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24)
	}
	return out
}

// rows returns a quantised table without copying it.
func (c *container) rows(name string, width int) table {
	s := c.sections[name+".rows"]
	if len(s.Shape) != 2 || s.Shape[0] == 0 {
		c.faults = append(c.faults, fmt.Errorf("section %s.rows has no rows", name))
		return table{}
	}
	raw := c.bytes(name+".rows", 1, s.Shape[0], width)
	if raw == "" {
		return table{}
	}
	return table{
		cells:  unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(raw))), len(raw)),
		scales: c.floats(name+".scale", s.Shape[0]),
		width:  width,
	}
}

// lines returns the lines of a text section.
func (c *container) lines(name string) []string {
	text := c.bytes(name, 0)
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// table is a quantised embedding table: a row is its cells times its scale.
type table struct {
	cells  []int8 // part of the model file, never written
	scales []float32
	width  int
}

func (t *table) row(i int) []int8 { return t.cells[i*t.width : (i+1)*t.width] }
