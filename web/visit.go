package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// visit is one request for a page: from which dossier and day the reader looks,
// and at what.
type visit struct {
	*Server
	request *http.Request
	ctx     context.Context
	params  url.Values
	page    *page

	dossier dossier.Dossier // its ID is "" where the whole record is looked at
	record  store.Reader    // as it was known at asOf
	asOf    parley.Date     // "" for now
	look    view.Look
	extent  store.Extent
	seen    store.Moment // where the reader's last visit ended
}

// visit reads from a request what all pages want to know.
func (s *Server) visit(r *http.Request, p *page) (*visit, error) {
	v := &visit{Server: s, request: r, ctx: r.Context(), params: r.URL.Query(), page: p, record: s.Record}
	for name := range v.params {
		v.params.Set(name, strings.TrimSpace(v.params.Get(name)))
	}
	v.look.Today = s.Today()
	if err := v.chooseDossier(); err != nil {
		return nil, err
	}
	if err := v.chooseDay(); err != nil {
		return nil, err
	}
	var err error
	if v.asOf == "" {
		v.extent, err = s.sums.extent(v.ctx, v.Record, v.dossier.ID)
	} else {
		v.extent, err = v.record.Extent(v.ctx, v.dossier.ID)
	}
	if err != nil {
		return nil, err
	}
	v.look.Dossier = v.dossier.ID
	v.look.Since, err = v.day("since")
	if err == nil {
		v.look.Until, err = v.day("until")
	}
	return v, err
}

func (v *visit) chooseDossier() error {
	id := v.params.Get("dossier")
	if id == "" {
		return nil
	}
	for _, d := range v.Dossiers {
		if d.ID == id {
			v.dossier = d
			return nil
		}
	}
	return &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "there is no such dossier", Mend: "choose one from the list above"}
}

// dossierName is that of the dossier looked at.
func (v *visit) dossierName() string {
	if v.dossier.ID == "" {
		return "The whole record"
	}
	return v.dossier.Name
}

func (v *visit) chooseDay() (err error) {
	if v.asOf, err = v.day("as-of"); err != nil || v.asOf == "" {
		return err
	}
	v.look.Today = parley.DayOf(v.asOf.Last())
	whole, err := v.sums.extent(v.ctx, v.Record, "")
	if err != nil {
		return err
	}
	if v.dossier.ID == "" && whole.Documents > mostFolded {
		return &parley.Error{Kind: parley.TooLarge, Subject: "as-of", Problem: fmt.Sprintf("what a record of %d documents knew of all dossiers takes too long to fold for a page", whole.Documents), Mend: "choose a dossier, or look at it on the command line: parley timeline --as-of " + string(v.asOf)}
	}
	v.record, err = v.past.at(v.ctx, v.Record, v.asOf.Last().AddDate(0, 0, 1))
	return err
}

// mostFolded is how many documents a record may have for the pages to show all
// dossiers together as they were known at another day: what a page shows is folded
// anew for that.
const mostFolded = 8000

// day reads a parameter that is a day, month or year.
func (v *visit) day(name string) (parley.Date, error) {
	d := parley.Date(v.params.Get(name))
	if !d.Valid() {
		return "", &parley.Error{Kind: parley.Invalid, Subject: name, Problem: "“" + clipped(40, string(d)) + "” is no date", Mend: "write 2025-12-04, 2025-12 or 2025"}
	}
	return d, nil
}

// count reads a parameter that is a number, at least so much; otherwise where it is
// left out.
func (v *visit) count(name string, least, otherwise int) (int, error) {
	given := v.params.Get(name)
	if given == "" {
		return otherwise, nil
	}
	n, err := strconv.Atoi(given)
	if err != nil || n < least {
		return 0, &parley.Error{Kind: parley.Invalid, Subject: name, Problem: fmt.Sprintf("“%s” is no number from %d on", clipped(40, given), least), Mend: "leave it out"}
	}
	return n, nil
}

// lastDay is the day from which pages look back: the as-of day or today, but
// not later than the last thing told.
func (v *visit) lastDay() parley.Date {
	last := parley.DayOf(v.extent.Last.UTC())
	if last == "" || last > v.look.Today {
		return v.look.Today
	}
	return last
}

// window is the look at so many days up to the last.
func (v *visit) window(days int) view.Look {
	look := v.look
	look.Until = v.lastDay()
	look.Since = parley.DayOf(look.Until.First().AddDate(0, 0, 1-days))
	return look
}

// told is the time of the latest telling for the foot of the page.
func (v *visit) told() time.Time { return v.extent.Last }
