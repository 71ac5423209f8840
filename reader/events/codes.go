package events

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// The CAMEO codes of events to which rules of their own apply.
const (
	roadblocks  = "144" // roads blocked in protest
	opening     = "086" // borders opened, access allowed
	riots       = "145"
	exercising  = "152" // troops moved, weapons tested
	summoning   = "160" // envoys summoned
	leaving     = "161" // agreements left and ties cut
	expelling   = "166" // envoys and others sent out of the country
	destroying  = "171" // things seized or destroyed
	banning     = "172" // bans, of which a state lays most on its own people
	arresting   = "173" // arrests, and searches for people
	restraining = "175" // curfews, and force against crowds
	hacking     = "176" // attacks on computers
	abducting   = "181" // people taken
	besieging   = "191" // blockades
)

// domestic are the CAMEO codes of what a state does to its own people as well: arrests, bans,
// expulsions.
var domestic = map[string]bool{"170": true, "173": true, "174": true, "175": true}

// codeOf is the CAMEO code of a mention: that of its word, made narrower by the
// means of an attack.
func codeOf(m *mention) string {
	if m.sense.Type == parley.Assault {
		for _, row := range tables().modes {
			if row.mode == m.mode && slices.Contains(row.instead, m.sense.Code) {
				return row.code
			}
		}
	}
	return m.sense.Code
}
