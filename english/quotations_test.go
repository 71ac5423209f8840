package english

import (
	"strings"
	"testing"
)

func TestQuotationsArePaired(t *testing.T) {
	t.Parallel()
	cases := []struct {
		text string
		want string // inner texts; "~" after one whose closing mark is missing
	}{
		{`"We go," she said. "We stay," he said.`, "We go,|We stay,"},
		{"“We go,” she said. ‘We stay,’ he said.", "We go,|We stay,"},
		{`He said: "It is over. We won. They know."`, "It is over. We won. They know."},
		{`The "28-point" plan ("draft") isn't the ministers' own.`, "28-point|draft"},
		{"The leaders' 'final offer' wasn't the players' idea.", "final offer"},
		{"'The leaders' meeting was good,' she said.", "The leaders' meeting was good,"},
		{"“He told me ‘never again’ twice,” she said.", "He told me ‘never again’ twice,|never again"},
		{"``We go,'' she said.", "We go,"},
		{"«We go», she said.", "We go"},
		{"He said \"we go\"and left.", "we go"},
		{"\"First part.\n\"Second part,\" he said.", "First part.~|Second part,"},
		{"\"First part. More of it.\n\"Second part,\" he said.", "First part. More of it.~|Second part,"},
		{"He said: \"First part. More of it. \"Second part.\" Then he left.", "First part. More of it.~|Second part."},
		{"'Talk & Tea' co-hosts met 'Lysta Live' hosts.", "Talk & Tea|Lysta Live"},
		{"\"He says, 'go on, and on,\" she said. It is the players' fault.", "He says, 'go on, and on,"},
		{"\"First part.\nSecond part,\" he said.", "First part.\nSecond part,"},
		{"\"First part.\nSecond part, \"the envoy said.", "First part.\nSecond part, "},
		{"\"First part.\nHe said, \"We told them so.\"", "First part.~|We told them so."},
		{"He said: \"It is over. Then he left.", "It is over.~"},
		{"Rock 'n' roll in the '90s, don't ask.", ""},
		{"It is over,\" he said. \"We won.\"", "We won."},
		{"no marks at all", ""},
	}
	for _, c := range cases {
		text := segmentOnly(c.text)
		var got []string
		for _, q := range text.Quotations {
			inner := c.text[q.InnerStart:q.InnerEnd]
			if !q.Closed {
				inner += "~"
			}
			got = append(got, inner)
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, joined, c.want)
		}
	}
}

func TestQuotationExtentsHoldTheirMarks(t *testing.T) {
	t.Parallel()
	text := "She said “no”."
	q := segmentOnly(text).Quotations[0]
	if got := text[q.Start:q.End]; got != "“no”" {
		t.Errorf("quotation is %s", got)
	}
}
