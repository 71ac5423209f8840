package timestamp

import "strings"

// months are the names and abbreviations of the months, as stamps write them.
var months = func() map[string]int {
	names := map[string]int{"sept": 9}
	for i, name := range strings.Fields("january february march april may june july august september october november december") {
		names[name], names[name[:3]] = i+1, i+1
	}
	return names
}()

var weekdays = set("sunday monday tuesday wednesday thursday friday saturday sunday sun mon tue tues wed weds thu thur thurs fri sat")

var fillers = set("at on t")

// zones are abbreviations with the offset that they stand for in the news, in
// minutes. Those of North America are RFC 822's. One that means several things
// even in the news (ambiguous) is read only in a zone that uses it.
var zones = map[string]int{
	"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0,
	"est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
	"akst": -540, "akdt": -480, "hst": -600, "nst": -210, "ndt": -150, "adt": -180,
	"bst": 60, "west": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "trt": 180,
	"wat": 60, "cat": 120, "sast": 120, "eat": 180, "idt": 180, "irst": 210, "irdt": 270, "gst": 240,
	"aft": 270, "pkt": 300, "npt": 345, "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480,
	"kst": 540, "jst": 540, "acst": 570, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
	"brt": -180, "art": -180, "clt": -240, "cot": -300, "pet": -300,
}

// ambiguous: Indian, Israeli or Irish; Atlantic or Arabian; Eastern, Central,
// Mountain and Pacific time without standard or summer.
var ambiguous = set("ist ast et ct mt pt")

func isZone(word string) bool {
	_, known := zones[word]
	return known || ambiguous[word]
}

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
