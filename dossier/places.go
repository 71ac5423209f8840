package dossier

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// place is a row and a column of a file, both from 1.
type place struct{ row, column int }

func (p place) String() string { return fmt.Sprintf("row %d, column %d", p.row, p.column) }

// placesOf maps what stands in a TOML file, by its path ("watch.0.words.2"), to
// its place. What cannot be parsed has none.
func placesOf(data []byte) map[string]place {
	f := placer{places: map[string]place{}, tables: map[string]int{}}
	f.parser.Reset(data)
	table := ""
	for f.parser.NextExpression() {
		e := f.parser.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = f.header(e)
		case unstable.KeyValue:
			f.keyValue(table, e)
		}
	}
	return f.places
}

type placer struct {
	parser unstable.Parser
	places map[string]place
	tables map[string]int // how many tables an array holds so far
}

func (f *placer) at(n *unstable.Node) place {
	start := f.parser.Shape(n.Raw).Start
	return place{start.Line, start.Column}
}

func (f *placer) header(e *unstable.Node) string {
	path, first := f.key("", e)
	if e.Kind == unstable.ArrayTable {
		n := f.tables[path]
		f.tables[path] = n + 1
		path = fmt.Sprintf("%s.%d", path, n)
	}
	f.places[path] = first
	return path
}

func (f *placer) key(under string, e *unstable.Node) (string, place) {
	path, first := under, place{}
	for keys := e.Key(); keys.Next(); {
		k := keys.Node()
		if first.row == 0 {
			first = f.at(k)
		}
		path = strings.TrimPrefix(path+"."+string(k.Data), ".")
	}
	return path, first
}

func (f *placer) keyValue(table string, e *unstable.Node) {
	path, first := f.key(table, e)
	f.places[path] = first
	value := e.Value()
	if value.Kind != unstable.Array {
		if value.Raw.Length > 0 {
			f.places[path] = f.at(value)
		}
		return
	}
	i := 0
	for members := value.Children(); members.Next(); i++ {
		if n := members.Node(); n.Raw.Length > 0 {
			f.places[fmt.Sprintf("%s.%d", path, i)] = f.at(n)
		}
	}
}

// baseOf is a file's name without folder and ending.
func baseOf(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

func isAddress(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}
