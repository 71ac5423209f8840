package english

import "strings"

// address returns the end of a web address, e-mail address, host or file name
// that begins at i, or i where there is none.
func (s *scanner) address(i int) int {
	if s.adjoins(i) && isAlphaNum(s.text[i-1]) {
		return i
	}
	rest := s.text[i:s.chunkEnd]
	if isLink(rest) {
		return i + len(trimLink(rest))
	}
	if !isAlphaNum(rest[0]) {
		return i
	}
	if s.chunkAt {
		if n := mailLength(rest); n > 0 {
			return i + n
		}
	}
	if s.chunkDotted {
		n := s.dottedLength(rest)
		if n > 0 && n+1 < len(rest) && rest[n] == '/' && isAlphaNum(rest[n+1]) {
			n = len(trimLink(rest)) // a path follows the host
		}
		return i + n
	}
	return i
}

func isLink(rest string) bool {
	switch rest[0] {
	case 'h', 'H', 'f', 'F', 'w', 'W', 'm':
	default:
		return false
	}
	for _, scheme := range [...]string{"http://", "https://", "ftp://", "www.", "mailto:", "HTTP://", "Http://", "Https://", "WWW."} {
		if len(rest) > len(scheme) && strings.HasPrefix(rest, scheme) {
			return true
		}
	}
	return false
}

// trimLink cuts off the punctuation after a link, and an unmatched bracket
// with what follows it (Markdown links).
func trimLink(link string) string {
	depth := 0
	for i := range len(link) {
		switch link[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case '<', '>', '"':
			depth = -1
		}
		if depth < 0 {
			link = link[:i]
			break
		}
	}
	return strings.TrimRight(link, ".,;:!?'\"”’»*_…")
}

// mailLength returns the length of an e-mail address at the start of rest.
func mailLength(rest string) int {
	n := 0
	at := -1
	for n < len(rest) {
		c := rest[n]
		if c == '@' && at < 0 && n > 0 {
			at = n
		} else if !isAlphaNum(c) && !strings.ContainsRune("._-+", rune(c)) {
			break
		}
		n++
	}
	for n > 0 && !isAlphaNum(rest[n-1]) {
		n--
	}
	if at < 0 || n <= at+1 {
		return 0
	}
	return n
}

// dottedLength returns the length of a host or file name at the start of
// rest: labels joined by dots, the last of them a known ending.
func (s *scanner) dottedLength(rest string) int {
	n, best, label := 0, 0, 0
	for n < len(rest) {
		c := rest[n]
		switch {
		case isAlphaNum(c) || c == '_' || c == '-':
			n++
			continue
		case c == '.' && n+1 < len(rest) && isAlphaNum(rest[n+1]):
			n++
			label = n
			end := n
			for end < len(rest) && isAlphaNum(rest[end]) {
				end++
			}
			if isLower(rest[label]) && end-label >= 2 && label > 2 && s.tables.domains[rest[label:end]] {
				best = end
			}
			continue
		}
		break
	}
	if strings.IndexByte(rest[:best], '-') >= 0 && !strings.Contains(rest[:best], ".") {
		return 0
	}
	return best
}
