package parley

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// Document is one version of what an outlet published.
type Document struct {
	// ID names the document; versions of one article share it.
	ID string `json:"id"`
	// Outlet is the publisher, as a host name ("tass.com") or a name.
	Outlet string `json:"outlet"`
	URL    string `json:"url"`
	// Published is when the outlet published the document first; the zero time
	// where that is not known.
	Published time.Time `json:"published,omitzero"`
	// Updated is when the outlet changed the document into this version, where
	// it says so and that is later than Published.
	Updated time.Time `json:"updated,omitzero"`
	// Zone is the IANA name of the zone in which the text counts its days;
	// empty where only the outlet can tell.
	Zone string `json:"zone,omitempty"`
	// Byline names the people who wrote it, with a comma between them, as the
	// outlet does; empty where it names none. It is no part of the version.
	Byline string `json:"byline,omitempty"`
	Title  string `json:"title"`
	Text   string `json:"text"`
}

// Body is the text that spans count bytes in: the title, a newline, the text.
// The newline stands there also where the title is empty.
func (d Document) Body() string { return d.Title + "\n" + d.Text }

// Version is a hash of what the document says of itself, its byline apart, as 12
// hexadecimal digits. Two documents with one id and different versions are different
// versions of an article.
func (d Document) Version() string {
	h := sha256.New()
	published := ""
	if !d.Published.IsZero() {
		published = d.Published.UTC().Format(time.RFC3339Nano)
	}
	for _, s := range []string{d.ID, d.Outlet, d.URL, published, d.Zone, d.Title, d.Text} {
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	if !d.Updated.IsZero() {
		fmt.Fprintf(h, "updated:%s", d.Updated.UTC().Format(time.RFC3339Nano))
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// longestUpdate is how long after its publication an outlet's change of a
// document is taken for one of its words: what sites state later is mostly a
// change of the page around them.
const longestUpdate = 7 * 24 * time.Hour

// Told is when these words were out: when the outlet changed the document into
// this version, where that is known, else when it was published.
func (d Document) Told() time.Time {
	if d.Updated.After(d.Published) && (d.Published.IsZero() || d.Updated.Sub(d.Published) <= longestUpdate) {
		return d.Updated
	}
	return d.Published
}

// Key names this version of the document in the record: "id@version".
func (d Document) Key() string { return d.ID + "@" + d.Version() }

// SplitKey takes a key apart. A bare id comes back with an empty version.
func SplitKey(key string) (id, version string) {
	if i := strings.LastIndexByte(key, '@'); i >= 0 {
		return key[:i], key[i+1:]
	}
	return key, ""
}

// Validate reports the first thing that makes the document unreadable: an id
// that is missing or is no safe file name, nothing to read, text that is not
// UTF-8.
func (d Document) Validate() error {
	switch {
	case d.ID == "":
		return &Error{Kind: Invalid, Subject: "document", Place: "id", Problem: "it is missing", Mend: "give the document an id"}
	case SafeID(d.ID) != d.ID:
		return &Error{Kind: Invalid, Subject: d.ID, Place: "id", Problem: "it holds characters that a file name cannot have", Mend: "use letters, digits, '-', '_' and '.', as in " + SafeID(d.ID)}
	case strings.TrimSpace(d.Title) == "" && strings.TrimSpace(d.Text) == "":
		return &Error{Kind: Empty, Subject: d.ID, Problem: "there is nothing to read", Mend: "give it a title or a text"}
	case !utf8.ValidString(d.Title) || !utf8.ValidString(d.Text):
		return &Error{Kind: Invalid, Subject: d.ID, Place: "text", Problem: "it is not UTF-8", Mend: "convert it to UTF-8"}
	}
	return nil
}

// SafeID makes an id of any name: letters, digits, '-', '_' and '.' stay, every
// run of other characters becomes one '-'. Leading dots and dashes go, so that
// no id hides a file or reads as a flag. The result has at most 120 bytes and
// may be empty.
func SafeID(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '.', r == '-':
			b.WriteRune(r)
		case !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	id := b.String()
	if len(id) > 120 {
		id = id[:120]
	}
	return strings.TrimRight(strings.TrimLeft(id, ".-"), "-")
}
