package lexicon

import (
	"time"

	"github.com/parleyrecord/parley"
)

// war is a time in which two sides fought each other.
type war struct {
	sides        [2]string
	since, until parley.Date // until is "" for one that goes on
}

// deed is an attack that texts bring up by its day alone.
type deed struct{ doer, target string }

// Foes are the sides with which a side was at war at some time from the first to the
// last moment.
func (l *Lexicon) Foes(side string, first, last time.Time) (foes []string) {
	for _, w := range l.wars {
		for i, one := range w.sides {
			if one == side && !w.since.First().After(last) && (w.until == "" || !w.until.Last().Before(first)) {
				foes = append(foes, w.sides[1-i])
			}
		}
	}
	return foes
}

// Deed is who attacked whom on a day that texts bring up by itself ("the attack of
// October 7"); both are "" for other days.
func (l *Lexicon) Deed(day parley.Date) (doer, target string) {
	d := l.deeds[day]
	return d.doer, d.target
}

func (l *Lexicon) compileWars(t *tables) error {
	for _, r := range t.rows["wars"] {
		w := war{sides: [2]string{r.get("side"), r.get("foe")}, since: parley.Date(r.get("since")), until: parley.Date(r.get("until"))}
		if err := r.checkWar(l, []string{"side", "foe"}, []string{"since", "until"}); err != nil {
			return err
		}
		l.wars = append(l.wars, w)
	}
	for _, r := range t.rows["deeds"] {
		d := deed{r.get("doer"), r.get("target")}
		if err := r.checkWar(l, []string{"doer", "target"}, []string{"day"}); err != nil {
			return err
		}
		l.deeds[parley.Date(r.get("day"))] = d
	}
	return nil
}

// checkWar finds the mistakes of a row in the columns that name sides and dates.
func (r row) checkWar(l *Lexicon, sides, dates []string) error {
	for _, column := range sides {
		if _, known := l.actorByID[r.get(column)]; !known {
			return r.fault(column, r.get(column)+" is nobody in the lexicon", "write an id of states, bodies or groups")
		}
	}
	for _, column := range dates {
		if !parley.Date(r.get(column)).Valid() {
			return r.fault(column, r.get(column)+" is no date", "write it as 2004, 2004-03 or 2004-03-09")
		}
	}
	return nil
}
