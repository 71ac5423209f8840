package eval

import (
	"fmt"
	"html"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/parleyrecord/parley/dossier"
)

// news is a day of invented news in feeds. An item is a function of its number
// alone, so nothing of it is kept in memory.
type news struct {
	total int
	look  atomic.Int64
}

const (
	// newsListed is how many items a feed lists, the latest first.
	newsListed = 30
	// newsOfDossier: one item in so many is of the dossier.
	newsOfDossier = 50
)

var newsDay = time.Date(2031, time.March, 3, 0, 0, 0, 0, time.UTC)

// newsDossier is that of the invented negotiations.
var newsDossier = dossier.Dossier{ID: "invented", Name: "Negotiations that nobody holds", Watch: []dossier.Words{{Weight: 5, Phrases: newsSides}}}

// newsSides are the states that negotiate, two of them in an item.
var newsSides = strings.Fields(`Austria Switzerland Norway Sweden Finland Denmark Portugal Ireland Iceland Estonia Latvia Lithuania Slovenia Croatia
	Slovakia Bulgaria Greece Cyprus Malta Uruguay Paraguay Chile Peru Ecuador Bolivia Guyana Belize Botswana Namibia Zambia Malawi Ghana Benin
	Gambia Senegal Mongolia Bhutan Nepal Fiji Samoa`)

func newNews(items int) *news { return &news{total: items} }

// enter begins the time of a look.
func (n *news) enter(look int) { n.look.Store(int64(look)) }

// now is the time of the present look.
func (n *news) now() time.Time {
	return newsDay.Add(time.Duration(n.look.Load()+1) * 24 * time.Hour / looksADay)
}

func newsHost(feed int) string { return fmt.Sprintf("feed%02d.example", feed) }

// ServeHTTP serves the feed of the host that is asked.
func (n *news) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var feed int
	if _, err := fmt.Sscanf(r.Host, "feed%02d.example", &feed); err != nil || r.URL.Path != "/feed" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/rss+xml")
	fmt.Fprintf(w, `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed %d</title>`, feed)
	out := n.total * (int(n.look.Load()) + 1) / looksADay // items that are out by now
	last := (out-1-feed)/feedsFollowed*feedsFollowed + feed
	for listed, item := 0, last; listed < newsListed && item >= 0 && out > feed; listed, item = listed+1, item-feedsFollowed {
		n.write(w, item, newsHost(feed))
	}
	fmt.Fprint(w, "</channel></rss>")
}

func (n *news) write(w http.ResponseWriter, item int, host string) {
	r := rand.New(rand.NewPCG(7, uint64(item)))
	tell := teller{Rand: r, patterns: everydayNews, one: pickOf(r, newsSides), other: pickOf(r, newsSides)}
	if item%newsOfDossier == 0 {
		tell.patterns = newsOfTalks
	}
	published := newsDay.Add(time.Duration(float64(item) / float64(n.total) * float64(24*time.Hour)))
	fmt.Fprintf(w, "<item><guid isPermaLink='false'>n%d</guid><title>%s</title><link>http://%s/%d</link><pubDate>%s</pubDate><content:encoded>", item, tell.sentence(), host, item, published.Format(time.RFC1123Z))
	for range 4 + r.IntN(6) {
		fmt.Fprint(w, html.EscapeString("<p>"+tell.sentence()+" "+tell.sentence()+"</p>"))
	}
	fmt.Fprint(w, "</content:encoded></item>\n")
}

// teller makes sentences of patterns, whose words in capitals are drawn from lists
// or made up.
type teller struct {
	*rand.Rand
	patterns   []string
	one, other string // the two sides that an item is about
}

func pickOf(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

var newsWords = map[string][]string{
	"PLACE":  strings.Fields("Geneva Vienna Oslo Doha Muscat Istanbul Rome Cairo Riyadh Bergen Tampere Aarhus Turin Lyon Porto Seville Ghent Utrecht Basel Graz Linz Malmo Gdansk Brno Split Varna Patras Tunis Rabat Amman Kuwait Manama Tashkent Almaty Bishkek Singapore Jakarta Manila Nairobi Addis Kampala Dakar Accra"),
	"OFFICE": {"Foreign Minister", "Defense Minister", "President", "Prime Minister", "chief negotiator", "envoy"},
	"DAY":    strings.Fields("Monday Tuesday Wednesday Thursday Friday"),
	"MATTER": {"the border", "a ceasefire", "the exchange of prisoners", "the grain corridor", "sanctions", "the withdrawal of troops"},
	"THING":  {"the old bridge", "the new tram", "a school", "the harbour", "the museum of clocks", "the football ground", "a bakery", "the city library"},
	"DID":    {"opened", "closed", "was painted", "was sold", "won a prize", "lost its roof in the storm", "will be rebuilt"},
}

var newsOfTalks = []string{
	"OFFICE NAME of SIDE said on DAY that talks on MATTER would go on in PLACE.",
	"SIDE rejected a proposal on MATTER, NAME told reporters in PLACE on DAY.",
	"Delegations of SIDE and OTHER met in PLACE on DAY to discuss MATTER.",
	"At least NUMBER people were killed when SIDE shelled a town near PLACE, officials said.",
	"SIDE demanded MATTER before its OFFICE, NAME, would sign the accord.",
	"The OFFICE of SIDE will travel to PLACE on DAY, a spokesman said.",
	"NUMBER trucks with flour crossed the border of SIDE on DAY after a deal on MATTER.",
}

var everydayNews = []string{
	"In PLACE THING DID on DAY, NUMBER years after it was built.",
	"NAME, who lives near THING, said that nobody had asked the neighbours.",
	"About NUMBER visitors came to PLACE on DAY to see THING.",
	"The price of bread rose by NUMBER percent, and that of milk fell a little.",
	"NAME scored NUMBER points in the last game of the season in PLACE.",
	"Rain is expected on DAY, with winds of NUMBER kilometers an hour near PLACE.",
	"The council of PLACE voted to keep THING, with NUMBER voices against it.",
}

func (t teller) sentence() string {
	var b strings.Builder
	for i, word := range strings.Fields(pickOf(t.Rand, t.patterns)) {
		if i > 0 {
			b.WriteByte(' ')
		}
		bare := strings.TrimRight(word, ".,")
		b.WriteString(t.word(bare))
		b.WriteString(word[len(bare):])
	}
	return b.String()
}

// word is a word of a pattern, or what stands for it.
func (t teller) word(pattern string) string {
	switch list := newsWords[pattern]; {
	case pattern == "NUMBER":
		return fmt.Sprint(2 + t.IntN(900))
	case pattern == "NAME":
		return madeUpName(t.Rand)
	case pattern == "SIDE" && t.IntN(2) == 0, pattern == "OTHER":
		return t.other
	case pattern == "SIDE":
		return t.one
	case list != nil:
		return pickOf(t.Rand, list)
	}
	return pattern
}

func madeUpName(r *rand.Rand) string {
	syllables := strings.Fields("ka lo mi ver tan sol ri ben dor el na vik")
	name := func() string {
		s := syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))] + syllables[r.IntN(len(syllables))]
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return name() + " " + name()
}
