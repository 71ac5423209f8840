package web

import (
	"io"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// calendar is the diary for calendar programs.
var calendar = form{label: "Calendar", ending: "ics", kind: "text/calendar; charset=utf-8", inline: true, write: func(v *visit, w io.Writer) error {
	found, err := view.Meetings(v.ctx, v.record, v.look)
	if err != nil {
		return err
	}
	return export.Calendar(w, v.dossierName()+" · Parley", v.name, found, v.entryAddress)
}}

// entryAddress is the whole address of an entry's page, for what is read
// elsewhere.
func (v *visit) entryAddress(id string) string {
	return "http://" + v.request.Host + string(v.link("/entries/"+id))
}
