package lexicon

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
)

// Outlet is a publisher of news, or an official site.
type Outlet struct {
	Name    string
	Hosts   []string // without "www."; the first is its main one
	Country string   // ISO 3166 alpha-3
	Zone    string   // IANA zone in which it counts its days
	Agency  bool     // a news agency, whose text others reprint
	// StateRun tells that a government runs it.
	StateRun bool
	// Voice is the party whose voice an official site is ("USA" for
	// whitehouse.gov): what it says that party says. Empty for the press.
	Voice   string
	Aliases []string
}

// Host is the outlet's main host.
func (o Outlet) Host() string {
	if len(o.Hosts) == 0 {
		return ""
	}
	return o.Hosts[0]
}

// Outlet finds an outlet by host ("en.mehrnews.com", "www.bbc.co.uk"), URL or
// name ("TASS", "the Washington Post"). A host below a known one is that one's.
func (l *Lexicon) Outlet(hostOrName string) (Outlet, bool) {
	if i, ok := l.byOutlet[plainPhrase(trimThe(hostOrName))]; ok {
		return l.outlets[i], true
	}
	host := hostOf(hostOrName)
	for strings.Contains(host, ".") {
		if i, ok := l.byOutlet[host]; ok {
			return l.outlets[i], true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return Outlet{}, false
}

func hostOf(address string) string {
	host := strings.ToLower(strings.TrimSpace(address))
	if _, rest, ok := strings.Cut(host, "://"); ok {
		host = rest
	}
	if at := strings.IndexAny(host, "/?#:"); at >= 0 {
		host = host[:at]
	}
	return host
}

func (l *Lexicon) compileOutlets(t *tables) error {
	zones := zoneCheck{}
	for _, r := range t.rows["outlets"] {
		o := Outlet{
			Name: r.get("name"), Hosts: r.list("hosts"), Country: r.get("country"), Zone: r.get("zone"),
			Voice: r.get("voice"), Aliases: r.list("aliases"),
		}
		for _, mark := range r.list("marks") {
			switch mark {
			case "agency":
				o.Agency = true
			case "state":
				o.StateRun = true
			case "official":
				if o.Voice == "" {
					o.Voice = o.Country
				}
			default:
				return r.fault("marks", mark+" is no mark of an outlet", "use agency, state or official")
			}
		}
		if !zones.valid(o.Zone) {
			return r.fault("zone", o.Zone+" is no IANA zone", "write it as in Europe/Moscow")
		}
		l.addOutlet(o)
	}
	return nil
}

// zoneCheck remembers which names of zones are known, since each look-up reads
// a file.
type zoneCheck map[string]bool

// valid tells whether a zone is known, or empty. On a machine without zone data
// every name passes.
func (z zoneCheck) valid(zone string) bool {
	known, seen := z[zone]
	if !seen {
		_, err := time.LoadLocation(zone)
		known = err == nil || !haveZones()
		z[zone] = known
	}
	return known
}

func haveZones() bool {
	_, err := time.LoadLocation("Europe/Moscow")
	return err == nil
}

func (l *Lexicon) addOutlet(o Outlet) {
	i := len(l.outlets)
	l.outlets = append(l.outlets, o)
	for _, host := range o.Hosts {
		l.byOutlet[strings.ToLower(host)] = i
	}
	for _, name := range append([]string{o.Name}, o.Aliases...) {
		key := plainPhrase(trimThe(name))
		if other, taken := l.byOutlet[key]; taken && other != i {
			continue
		}
		l.byOutlet[key] = i
		if o.Voice == "" {
			l.addName(name, sense{kind: MediaMatch, index: int32(i), titled: endsCapital(name)})
		}
	}
}

// OutletActor is an outlet as an actor, for where it is the source of another's
// statement.
func OutletActor(o Outlet) parley.Actor {
	return parley.Actor{
		ID: "media-" + strings.ReplaceAll(plainPhrase(o.Name), " ", "-"), Name: o.Name,
		Kind: parley.MediaActor, Affiliation: o.Country, Sector: "JRN", Known: true,
	}
}

// Outlets are all outlets in the order of their names.
func (l *Lexicon) Outlets() []Outlet {
	all := slices.Clone(l.outlets)
	slices.SortFunc(all, func(a, b Outlet) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// endsCapital tells whether the last word of a name begins with a capital.
func endsCapital(name string) bool {
	last, _ := utf8.DecodeRuneInString(name[strings.LastIndexByte(name, ' ')+1:])
	return unicode.IsUpper(last)
}
