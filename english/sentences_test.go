package english

import (
	"strings"
	"testing"
)

// sentencesOf returns the sentences of a text with "|" between them.
func sentencesOf(text string) string {
	var sentences []string
	for _, s := range segmentOnly(text).Sentences {
		sentences = append(sentences, text[s.Start:s.End])
	}
	return strings.Join(sentences, "|")
}

func TestSentencesOfNews(t *testing.T) {
	t.Parallel()
	// A bar marks each break; the text is what remains without the bars.
	cases := []string{
		"Talks resumed.| Nobody spoke.",
		"Gen. Dahl met Sen. Moe in the U.S. on Nov. 5.| They agreed.",
		"The plan came from the U.S.| It was long.",
		"The U.S. President left.| He was tired.",
		"Anna B. Kovar of Norland Oil Co. resigned.| The company is based in St. Ives.",
		"Army strikes port *| Guard wounds two people •| Police find boat",
		"Storm hits coast;| Kovar in Tarvik for talks",
		"Kovar: 'We wait; they talk'",
		"The storm hit the coast; Kovar left.",
		"The area is 5 * 3 metres.",
		"Police named Dieter S. and Alex J. as suspects.",
		"Is it over?| No.| It has begun!",
		"\"We are ready,\" Kovar said.| \"They are not.\"| The room was silent.",
		"\"Is it over?\" Kovar asked.| \"It is not.\"",
		"\"Is it over?\" he asked.| She nodded.",
		"She asked, “Why now?”| He said, “Why not?”",
		"The talks (see page 4.) went on.| (They had begun late.)| Then they stopped.",
		"TARVIK, May 26. /NNA/.| Norland will attend.",
		"TARVIK (NNA) –| Norland will attend.",
		"TARVIK, March 3 (NNA) –| Norland's minister will attend.",
		"TARVIK, Norland (AP) —| The minister will attend.",
		"TARVIK/LYSTA, May 21. /NNA/.| The minister will attend.",
		"ST. IVES, May 21. /NNA/.| The minister will attend.",
		"Envoys return to Lysta| TARVIK, May 21 (NNA) –| The minister will attend.",
		"The talks ended.| TARVIK (NNA) -| The minister will attend.",
		"The talks ended| ======| Next week",
		"Tarvik, Norland (NNA) --| The minister will attend.",
		"(NNA) —| The minister will attend.",
		"The rebels say they hold the town| Tarvik, Norland (NNA) --| The minister will attend.",
		"NEW:| The rebels say they hold the town| NEW:| The minister will attend.",
		"The envoy met Norland's League (NL) - said no.",
		"The envoy hopes to return \"soon\"| (NNA) --| The minister will attend.",
		"The envoy left on Monday| Tarvik (NNA) --| The minister will attend.",
		"The envoy met Norland's League (NL) - Holm did not.",
		"Norland's League (NL) - said no.",
		"LYSTA —| The minister will attend.",
		"LYSTA -| The minister will attend.",
		"TARVIK, June 3 -| Norland's minister will attend.",
		"LYSTA - NORLAND talks begin",
		"By Anna K.B. Reporting from New Lysta| Security forces killed two.",
		"By Anna Kovar Reporting from Port Tarvik| Journalists met.",
		"By Anna Kovar Reporting from Vatican City| Pope Leo prayed.",
		"By Anna Kovar and Jan Moe| Gunmen fled.",
		"By Anna Kovar and Jan Moe Anna Kovar reported from Lysta, and Jan Moe from Tarvik, Norland| President Dahl left.",
		"By Anna Kovar and Jan Moe| Anna Kovar reported on Monday from Lysta.",
		"NATO — the alliance — met.",
		"US – Norland talks begin",
		"The talks ended.|Next came the vote.",
		"He paused... and went on.",
		"He paused...| Then he went on.",
		"1. Open the crossings.| 2. Free the prisoners.",
		"Talks fail   The ministers left on Sunday.",
		"ENVOYS RETURN TO LYSTA FOR TALKS| The foreign minister said so.",
		"(credit: Norland Navy Press Office)| The ship left port.",
		"The port at night (credit: NORLAND NAVY)| The ship left port.",
		"About 3.5 million of 12.4 million voted.| Turnout fell.",
		"Inflation hit 2.5%.| Prices rose.",
		"Visit Yahoo! news today.",
		"Egypt-style op. in the valley widens",
		"The ceasefire holds.[1]| Both sides agree.",
	}
	for _, c := range cases {
		text := strings.ReplaceAll(c, "|", "")
		want := strings.ReplaceAll(strings.ReplaceAll(c, "| ", "|"), "   The ministers", "|The ministers")
		if got := sentencesOf(text); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestLineBreaksEndParagraphs(t *testing.T) {
	t.Parallel()
	text := "Talks resume\nThe ministers met. They spoke\r\n\r\n* No result\u2028Ends"
	want := []struct {
		sentence  string
		paragraph int
	}{{"Talks resume", 0}, {"The ministers met.", 1}, {"They spoke", 1}, {"* No result", 2}, {"Ends", 3}}
	got := segmentOnly(text).Sentences
	if len(got) != len(want) {
		t.Fatalf("%d sentences, want %d", len(got), len(want))
	}
	for i, s := range got {
		if text[s.Start:s.End] != want[i].sentence || s.Paragraph != want[i].paragraph {
			t.Errorf("%q in paragraph %d, want %q in %d", text[s.Start:s.End], s.Paragraph, want[i].sentence, want[i].paragraph)
		}
	}
}

func TestAnEmptyHeadlineKeepsItsParagraph(t *testing.T) {
	t.Parallel()
	if got := segmentOnly("\nThe ministers met.").Sentences[0].Paragraph; got != 1 {
		t.Errorf("body in paragraph %d, want 1", got)
	}
}

func TestLongSentencesAreCut(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("the envoys of the northern provinces met again, ", 200)
	for _, s := range segmentOnly(text).Sentences {
		if len(s.Tokens) > sentenceLimit {
			t.Fatalf("sentence of %d tokens", len(s.Tokens))
		}
		if last := s.Tokens[len(s.Tokens)-1].Text; last != "," {
			t.Errorf("cut after %q, not after a clause", last)
		}
	}
}
