package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/stated"
)

// file is one file to read. Its name carries to the documents in it that state
// no id of their own.
type file struct {
	path string
	size int64
	// article is the id of a file's only document, brief that to which a number
	// is added.
	article, brief string
}

type format int

const (
	unknownFormat format = iota
	plainFormat
	markdownFormat
	jsonFormat
	linesFormat
	pageFormat
	feedFormat
)

var formats = map[string]format{
	".txt": plainFormat, ".text": plainFormat, ".md": markdownFormat, ".markdown": markdownFormat, ".json": jsonFormat,
	".jsonl": linesFormat, ".ndjson": linesFormat, ".html": pageFormat, ".htm": pageFormat, ".xhtml": pageFormat,
	".rss": feedFormat, ".atom": feedFormat, ".rdf": feedFormat, ".xml": feedFormat,
}

func formatOfName(path string) format {
	_, ending := splitName(path)
	return formats[ending]
}

// splitName gives the base name without its endings, and the ending that names
// the format, in small letters.
func splitName(path string) (base, ending string) {
	base = filepath.Base(path)
	if packed(path) {
		base = base[:len(base)-len(".gz")]
	}
	ending = filepath.Ext(base)
	if ending == base { // a name such as ".txt" is all base
		return base, ""
	}
	return strings.TrimSuffix(base, ending), strings.ToLower(ending)
}

func packed(path string) bool { return strings.EqualFold(filepath.Ext(path), ".gz") }

// baseName is the file's base name made safe; "text" where nothing of it is.
func (f *file) baseName() string {
	base, _ := splitName(f.path)
	if id := parley.SafeID(base); id != "" {
		return id
	}
	return "text"
}

// below is a hash of the folders in which the file stands below root; "" where
// it stands in none.
func (f *file) below(root string) string {
	path, err := filepath.Rel(root, f.path)
	folders := filepath.Dir(path)
	if root == "" || err != nil || folders == "." {
		return ""
	}
	sum := sha256.Sum256([]byte(filepath.ToSlash(folders)))
	return "-" + hex.EncodeToString(sum[:])[:8]
}

var numbered = regexp.MustCompile(`^(.+)-\d+$`)

// nameFiles settles the ids that come from file names. Files that share a base
// name and differ in content all get a hash of their content; and so do the
// briefs of a file "week" where a file "week-1" stands beside it. Those in folders
// below root get a hash of these folders' names.
func nameFiles(files []*file, root string) {
	sharing := map[string][]*file{}
	taken := map[string]bool{}
	for _, f := range files {
		if f.path == Stdin { // named by its content when it is read
			continue
		}
		base := f.baseName() + f.below(root)
		sharing[base] = append(sharing[base], f)
		if m := numbered.FindStringSubmatch(base); m != nil {
			taken[m[1]] = true
		}
	}
	for base, group := range sharing {
		differ := len(group) > 1 && !allEqual(group)
		for _, f := range group {
			f.article, f.brief = base, base
			if differ || taken[base] {
				f.brief = base + "-" + f.contentHash()
			}
			if differ {
				f.article = f.brief
			}
		}
	}
}

func allEqual(files []*file) bool {
	first := files[0].contentHash()
	for _, f := range files[1:] {
		if f.contentHash() != first {
			return false
		}
	}
	return true
}

// contentHash is eight digits of a hash of the file's bytes, or of its path
// where they cannot be read; reading it for its text will then say why.
func (f *file) contentHash() string {
	h := sha256.New()
	input, err := os.Open(f.path)
	if err == nil {
		_, err = io.Copy(h, input)
		input.Close()
	}
	if err != nil {
		fmt.Fprint(h, f.path)
	}
	return hex.EncodeToString(h.Sum(nil))[:8]
}

// nameByContent names standard input, which has no name: two texts that come
// that way must not pass for versions of one.
func (f *file) nameByContent(data []byte) {
	if f.path == Stdin {
		sum := sha256.Sum256(data)
		f.article = "stdin-" + hex.EncodeToString(sum[:])[:8]
		f.brief = f.article
	}
}

// documentID is the id of a document in the file that states none.
func (f *file) documentID(s stated.Document, number int) string {
	if s.Place == "" {
		return f.article
	}
	return fmt.Sprintf("%s-%d", f.brief, number)
}

// named puts the file's name into an error.
func (f *file) named(err error) error {
	name := f.path
	if name == Stdin {
		name = "standard input"
	}
	var e *parley.Error
	if !errors.As(err, &e) {
		return &parley.Error{Kind: parley.Unavailable, Subject: name, Problem: "it cannot be read", Err: err}
	}
	named := *e
	if named.Subject != "" && named.Place == "" {
		named.Place = named.Subject
	}
	named.Subject = name
	return &named
}
