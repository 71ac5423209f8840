package web

import (
	"html/template"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
)

// frame is what stands around every page.
type frame struct {
	*visit
	Title string
	Page  string // the name of its template
	Data  any
}

// choice is something to choose, with the address of the choice.
type choice struct {
	Href   template.URL
	Label  string
	Chosen bool
}

// Nav leads to the other pages, in the same dossier and at the same day.
func (f frame) Nav() []choice {
	var all []choice
	for _, p := range pages {
		if p.label != "" {
			all = append(all, choice{f.link(strings.TrimSuffix(p.path, "{$}")), p.label, p.name == f.Page || p.name == f.page.parent})
		}
	}
	return all
}

// DossierName is that of the dossier looked at.
func (f frame) DossierName() string { return f.dossierName() }

// DossierChoices lead to this page for each dossier, and for the whole record.
func (f frame) DossierChoices() []choice {
	path := f.request.URL.EscapedPath()
	if strings.Contains(f.page.path, "{") {
		path = "/"
	}
	at := func(id string) template.URL {
		return address(path, nil, []string{"dossier", id, "as-of", f.params.Get("as-of")})
	}
	all := []choice{{at(""), "The whole record", f.dossier.ID == ""}}
	for _, d := range f.Dossiers {
		all = append(all, choice{at(d.ID), d.Name, d.ID == f.dossier.ID})
	}
	return all
}

// AsOf is the day from which the reader looks; "" for now.
func (f frame) AsOf() parley.Date { return f.asOf }

// AsOfDay is that day as a calendar field takes it.
func (f frame) AsOfDay() string {
	if f.asOf == "" {
		return ""
	}
	return string(parley.DayOf(f.asOf.Last()))
}

// Now is this page without an as-of day.
func (f frame) Now() template.URL { return f.here("as-of", "") }

// Path is where a form that changes the view leads.
func (f frame) Path() string { return f.request.URL.Path }

// Others are the parameters that a form which sets some must send along.
func (f frame) Others(set ...string) []pair {
	var all []pair
	for _, name := range slices.Sorted(maps.Keys(f.params)) {
		if value := f.params.Get(name); value != "" && !slices.Contains(set, name) {
			all = append(all, pair{name, value})
		}
	}
	return all
}

type pair struct{ Name, Value string }

// Back is this page, for forms that lead back to it.
func (f frame) Back() string { return string(f.here("done", "")) }

// Dossier is the id of the one looked at; "" for the whole record.
func (f frame) Dossier() string { return f.dossier.ID }

// After is the place in the journal where the reader's last visit ended.
func (f frame) After() string { return strconv.FormatInt(f.seen.N, 10) }

// Since and Until are the days that the reader asks for.
func (f frame) Since() parley.Date { return f.look.Since }
func (f frame) Until() parley.Date { return f.look.Until }

// Link and Here are the visit's, for templates.
func (f frame) Link(path string, pairs ...string) template.URL { return f.link(path, pairs...) }
func (f frame) Here(pairs ...string) template.URL              { return f.here(pairs...) }

// Foot sums up what the page was made from.
func (f frame) Foot() string {
	if f.extent.Documents == 0 {
		return ""
	}
	foot := export.Counted(f.extent.Documents, "document")
	if f.extent.Outlets > 0 {
		foot += " from " + export.Counted(f.extent.Outlets, "outlet")
	}
	if !f.told().IsZero() {
		foot += ", the last told " + export.Moment(f.told())
	}
	return foot
}

// Empty tells that there is nothing to look at yet.
func (f frame) Empty() bool { return f.extent.Documents == 0 && f.Page != "error" }

// Forms are what else comes out of the page.
func (f frame) Forms() []choice {
	var all []choice
	for _, form := range f.page.forms {
		all = append(all, choice{Href: address(form.path(f.page), f.params, nil), Label: form.label})
	}
	return all
}

// feed is a form of the page that programs subscribe to.
type feed struct {
	choice
	Kind string
}

// Feeds are those of the page's forms that programs subscribe to.
func (f frame) Feeds() []feed {
	var all []feed
	for _, form := range f.page.forms {
		if form.inline {
			all = append(all, feed{choice{Href: address(form.path(f.page), f.params, nil), Label: form.label}, form.kind})
		}
	}
	return all
}
