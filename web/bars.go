package web

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// barsShown is how much each month holds, by year, each month leading there.
type barsShown []yearShown

type yearShown struct {
	Year   string
	Months []monthBar
}

type monthBar struct {
	Name    string // "Dec"
	Entries int
	Href    template.URL // "" where the month holds nothing
	Chosen  bool
	Bar     template.HTML
}

// mostYears is how many years are offered, the latest.
const mostYears = 6

func (v *visit) barsShown(months []store.Month, look view.Look) barsShown {
	most := 1
	count := map[parley.Date]int{}
	for _, m := range months {
		count[m.Month] = m.Entries
		most = max(most, m.Entries)
	}
	var years barsShown
	for _, m := range months {
		year := string(m.Month[:len("2006")])
		if len(years) == 0 || years[len(years)-1].Year != year {
			years = append(years, yearShown{Year: year})
			for n := 1; n <= 12; n++ {
				month := parley.Date(fmt.Sprintf("%s-%02d", year, n))
				years[len(years)-1].Months = append(years[len(years)-1].Months, v.monthBar(month, count[month], most, look))
			}
		}
	}
	years = years[max(len(years)-mostYears, 0):]
	for i, j := 0, len(years)-1; i < j; i, j = i+1, j-1 {
		years[i], years[j] = years[j], years[i]
	}
	return years
}

func (v *visit) monthBar(month parley.Date, entries, most int, look view.Look) monthBar {
	b := monthBar{Name: month.First().Format("January"), Entries: entries}
	b.Chosen = (look.Since == "" || !month.Last().Before(look.Since.First())) && (look.Until == "" || !month.First().After(look.Until.Last()))
	if entries == 0 {
		return b
	}
	b.Href = v.here("since", string(month), "until", string(month), "open", "", "from", "")
	var bar strings.Builder
	height := max(20*entries/most, 1)
	fmt.Fprintf(&bar, `<svg class="column" viewBox="0 0 10 20" preserveAspectRatio="none" aria-hidden="true"><rect y="%d" width="10" height="%d"/></svg>`, 20-height, height)
	b.Bar = template.HTML(bar.String())
	return b
}
