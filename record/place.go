package record

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/lexicon"
)

// place is somewhere that a reading names, with what the lexicon knows of it.
type place struct {
	Name    string `json:"name"`              // key of the name, parts from narrow to wide
	Country string `json:"country,omitempty"` // ISO 3166 alpha-3
	Region  string `json:"region,omitempty"`
	Site    bool   `json:"site,omitempty"` // a building or the like, which stands in some town
	Wide    bool   `json:"wide,omitempty"` // a country or, where it lies in none, a part of the world
}

// placeOf looks up a place as readings write it: "Miami, Florida".
func placeOf(l *lexicon.Lexicon, name string) *place {
	if name == "" {
		return nil
	}
	parts := strings.Split(name, ",")
	var p place
	for i, part := range parts {
		part = strings.TrimSpace(part)
		parts[i] = lexicon.NameKey(part)
		if p.Country != "" {
			continue
		}
		if country, ok := l.Country(part); ok {
			p.Country, p.Wide = country.Code, i == 0
		} else if found, ok := l.Place(part); ok {
			p.Country, p.Region = found.Country, lexicon.NameKey(found.Region)
			p.Site = i == 0 && found.Kind == "site"
			p.Wide = i == 0 && (found.Kind == "country" || found.Kind == "area" && found.Country == "")
		} else if len(parts) == 1 && len(l.Named(part)) > 0 {
			p.Wide = true // "Europe": the name of a body is no point on the map
		}
	}
	p.Name = strings.Join(parts, ", ")
	return &p
}

// whole tells whether the place is a whole country.
func (p place) whole() bool { return p.Wide && p.Country != "" }

// agrees tells whether two places may be one: one is part of the other, or
// they share a named part. Two towns of one country do not agree.
func (p place) agrees(q place) bool {
	if p.Name == q.Name || p.Wide && p.Country == "" || q.Wide && q.Country == "" {
		return true // what lies in which part of the world is not known
	}
	if p.Country != "" && q.Country != "" {
		if p.Country != q.Country {
			return false
		}
		if p.whole() || q.whole() || (p.Site || q.Site) && p.Region != "" && p.Region == q.Region {
			return true
		}
	}
	a, b := strings.Split(p.Name, ", "), strings.Split(q.Name, ", ")
	for _, part := range a {
		if slices.Contains(b, part) {
			return true
		}
	}
	return p.Region != "" && slices.Contains(b, p.Region) || q.Region != "" && slices.Contains(a, q.Region)
}

// placesAgree tells whether any of one list agrees with any of another.
func placesAgree(a, b []place) bool {
	return slices.ContainsFunc(a, func(p place) bool { return slices.ContainsFunc(b, p.agrees) })
}
