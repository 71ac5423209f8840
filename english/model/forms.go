package model

import (
	"unicode"
	"unicode/utf8"
)

const (
	longestLookedUp = 40  // bytes of a normalised form beyond which it is unknown
	longestForm     = 240 // bytes of a form that its features look at
	shapeLength     = 10
)

// replacements maps typographic marks to what the model was trained on.
func replacement(r rune) string {
	switch r {
	case '‘', '’', '‛', '′':
		return "'"
	case '“', '”', '„', '‟', '«', '»', '″':
		return `"`
	case '‐', '‑', '‒', '–', '−':
		return "-"
	case '—', '―':
		return "--"
	case '…':
		return "..."
	}
	return ""
}

// appendPlain appends form with typographic marks replaced.
func appendPlain(out []byte, form string) []byte {
	for _, r := range form {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
		} else if plain := replacement(r); plain != "" {
			out = append(out, plain...)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// appendLower appends form with typographic marks replaced, in lower case.
func appendLower(out []byte, form string) []byte {
	for _, r := range form {
		switch {
		case 'A' <= r && r <= 'Z':
			out = append(out, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		default:
			if plain := replacement(r); plain != "" {
				out = append(out, plain...)
			} else {
				out = utf8.AppendRune(out, unicode.ToLower(r))
			}
		}
	}
	return out
}

// zeroDigits writes 0 for every ASCII digit.
func zeroDigits(form []byte) {
	for i, c := range form {
		if '0' <= c && c <= '9' {
			form[i] = '0'
		}
	}
}

// appendShape appends the shape of a form: one character for each, none of
// them more than twice in a row, ten at most.
func appendShape(out, form []byte) []byte {
	n := 0
	for len(form) > 0 && n < shapeLength {
		r, size := utf8.DecodeRune(form)
		form = form[size:]
		class := shapeOf(r)
		if class < utf8.RuneSelf && len(out) >= 2 && out[len(out)-1] == byte(class) && out[len(out)-2] == byte(class) {
			continue
		}
		out = utf8.AppendRune(out, class)
		n++
	}
	return out
}

func shapeOf(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return r
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLower(r):
		return 'x'
	case unicode.IsLetter(r):
		return 'u'
	}
	return 'o'
}

// firstRunes and lastRunes return the first or last n characters of form.
func firstRunes(form []byte, n int) []byte {
	at := 0
	for ; n > 0 && at < len(form); n-- {
		_, size := utf8.DecodeRune(form[at:])
		at += size
	}
	return form[:at]
}

func lastRunes(form []byte, n int) []byte {
	at := len(form)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRune(form[:at])
		at -= size
	}
	return form[at:]
}

// hash is FNV-1a.
func hash(s []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range s {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// casing is what a token tells of the case of its sentence.
type casing struct {
	letterFirst bool // its first character is a letter
	upperFirst  bool
	letters     int // that it has
	upper       int // of them in upper case
}

func casingOf(form string) casing {
	var c casing
	for i, r := range form {
		if !unicode.IsLetter(r) {
			continue
		}
		c.letters++
		upper := unicode.IsUpper(r)
		if upper {
			c.upper++
		}
		if i == 0 {
			c.letterFirst, c.upperFirst = true, upper
		}
	}
	return c
}

// caseClass tells sentences in capitals (1) and in title case (2) from others.
func caseClass(tokens []*entry) int {
	var words, capitals, longer, titled int
	for _, t := range tokens {
		c := t.casing
		if !c.letterFirst {
			continue
		}
		if c.letters >= 2 {
			words++
			if c.upper == c.letters {
				capitals++
			}
		}
		if c.letters >= 4 {
			longer++
			if c.upperFirst {
				titled++
			}
		}
	}
	switch {
	case words >= 2 && 10*capitals >= 6*words:
		return 1
	case longer >= 3 && 10*titled >= 8*longer:
		return 2
	}
	return 0
}
