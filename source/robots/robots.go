package robots

import (
	"bytes"
	"math"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// MaxBytes is how much of a robots.txt is read, as RFC 9309 asks at least.
const MaxBytes = 500 << 10

// maxRules bounds what one site can make us remember.
const maxRules = 5000

// Rules are what a robots.txt says to one program. The zero Rules allow all.
type Rules struct {
	rules []rule
	// Delay is how long the site wants a program to wait between two requests;
	// 0 where it does not say. Crawl-delay is no part of RFC 9309, but common.
	Delay time.Duration
}

type rule struct {
	path  string
	allow bool
}

// None allow nothing.
func None() Rules { return Rules{rules: []rule{{path: "/"}}} }

// Parse reads a robots.txt for the program that calls itself agent.
func Parse(data []byte, agent string) Rules {
	data = bytes.TrimPrefix(data[:min(len(data), MaxBytes)], []byte("\ufeff"))
	var named, all Rules
	found := false
	// current are the groups that a rule belongs to; heading tells that the last
	// line named one, so that the next name joins it.
	var current []*Rules
	heading := false
	for line := range strings.FieldsFuncSeq(string(data), func(r rune) bool { return r == '\n' || r == '\r' }) {
		key, value := field(line)
		if key == "user-agent" {
			if !heading {
				current = nil
			}
			heading = true
			switch {
			case value == "*":
				current = append(current, &all)
			case strings.EqualFold(product(value), agent):
				current, found = append(current, &named), true
			}
			continue
		}
		if key == "allow" || key == "disallow" || key == "crawl-delay" {
			heading = false
			for _, group := range current {
				group.add(key, value)
			}
		}
	}
	if found {
		return named
	}
	return all
}

// field takes a line apart; its key comes in small letters.
func field(line string) (key, value string) {
	line, _, _ = strings.Cut(line, "#")
	key, value, _ = strings.Cut(line, ":")
	return strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
}

// product is the part of a name that the protocol compares: "Parley/1.2" is
// Parley.
func product(name string) string {
	end := strings.IndexFunc(name, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_'
	})
	if end < 0 {
		return name
	}
	return name[:end]
}

func (r *Rules) add(key, value string) {
	switch {
	case key == "crawl-delay":
		if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 && seconds <= math.MaxInt32 {
			r.Delay = time.Duration(seconds * float64(time.Second))
		}
	case value != "" && len(r.rules) < maxRules: // an empty rule forbids nothing
		r.rules = append(r.rules, rule{path: unescaped(value), allow: key == "allow"})
	}
}

// Allows tells whether an address may be fetched: path is its path with the
// query, "/news?page=2". robots.txt itself always may.
func (r Rules) Allows(path string) bool {
	if path == "/robots.txt" {
		return true
	}
	if path == "" {
		path = "/"
	}
	path = unescaped(path)
	longest, allowed := -1, true
	for _, rule := range r.rules {
		if len(rule.path) < longest || len(rule.path) == longest && !rule.allow {
			continue
		}
		if matches(rule.path, path) {
			longest, allowed = len(rule.path), rule.allow
		}
	}
	return allowed
}

// unescaped makes the ways in which one path can be written the same, where it
// can.
func unescaped(path string) string {
	if plain, err := url.PathUnescape(path); err == nil {
		return plain
	}
	return path
}

// matches tells whether a path begins as a pattern says, in time linear in
// their lengths for each star.
func matches(pattern, path string) bool {
	pattern, anchored := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	rest, ok := strings.CutPrefix(path, parts[0])
	if !ok {
		return false
	}
	for i, part := range parts[1:] {
		if anchored && i == len(parts)-2 {
			return strings.HasSuffix(rest, part)
		}
		_, after, ok := strings.Cut(rest, part)
		if !ok {
			return false
		}
		rest = after
	}
	return !anchored || rest == "" || len(parts) > 1 && parts[len(parts)-1] == ""
}
