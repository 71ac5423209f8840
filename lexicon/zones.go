package lexicon

import "strings"

// ZoneOf is the IANA zone in which an outlet counts its days, by host, URL or
// name: the outlet's own or, for one that is in no table, that of the country to
// which the ending of its host belongs. "" where neither is known.
func (l *Lexicon) ZoneOf(outlet string) string {
	if o, ok := l.Outlet(outlet); ok && o.Zone != "" {
		return o.Zone
	}
	host := hostOf(outlet)
	ending := strings.ToUpper(host[strings.LastIndexByte(host, '.')+1:])
	if len(ending) != len("KE") || ending == strings.ToUpper(host) {
		return ""
	}
	if ending == "UK" { // Britain does not use its ISO code
		ending = "GB"
	}
	country, ok := l.countryByID[ending]
	if !ok {
		return ""
	}
	return l.zones[l.countries[country].Code]
}

func (l *Lexicon) compileZones(t *tables) error {
	zones := zoneCheck{}
	for _, r := range t.rows["zones"] {
		country, zone := r.get("country"), r.get("zone")
		if _, ok := l.countryByID[country]; !ok {
			return r.fault("country", country+" is no state of the lexicon", "write the code that it has in states")
		}
		if !zones.valid(zone) {
			return r.fault("zone", zone+" is no IANA zone", "write it as in Europe/Moscow")
		}
		l.zones[country] = zone
	}
	return nil
}
