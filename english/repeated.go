package english

import (
	"slices"
	"strings"
)

// mendHalves lets a person's name of which the first half was found go on as far as the
// tree says.
func (t *Text) mendHalves() {
	for i := range t.Names {
		n := &t.Names[i]
		tokens := t.Sentences[n.Sentence].Tokens
		for n.Kind == Person && n.Last < len(tokens) && tokens[n.Last].UPOS == "PROPN" && tokens[n.Last].Deprel == "flat" && tokens[n.Last].Head >= n.First && !IsWeekday(tokens[n.Last].Text) {
			n.End = tokens[n.Last].End
			n.Last++
		}
	}
}

// mendRepeated reads a word that opens a sentence as the name that the text knows it for,
// where the tagger, which sees one sentence, took it for another word: "Marr is meeting the
// envoys", after "Anna Marr arrived".
func (t *Text) mendRepeated() {
	surnames := map[string]bool{}
	for _, n := range t.Names {
		tokens := t.Sentences[n.Sentence].Tokens
		if last := n.Last - 1; n.Kind == Person && last > n.First && tokens[last].UPOS == "PROPN" && len(tokens[last].Text) > 2 {
			surnames[tokens[last].Text] = true
		}
	}
	if len(surnames) == 0 {
		return
	}
	added := false
	for i := range t.Sentences {
		s := &t.Sentences[i]
		first := firstWord(s)
		if first < 0 || !surnames[s.Tokens[first].Text] {
			continue
		}
		at := slices.IndexFunc(t.Names, func(n Name) bool { return n.Sentence == i && n.First <= first && first < n.Last })
		one := &s.Tokens[first]
		switch {
		case at >= 0 && t.Names[at].Last == first+1 && t.Names[at].Kind != Location:
			t.Names[at].Kind = Person
		case at < 0 && one.UPOS != "PROPN":
			t.Names = append(t.Names, Name{Start: one.Start, End: one.End, Sentence: i, First: first, Last: first + 1, Kind: Person})
			added = true
		}
		if one.UPOS == "PROPN" {
			continue
		}
		one.UPOS, one.XPOS, one.Feats, one.Lemma = "PROPN", "NNP", "Number=Sing", one.Text
		if head := one.Head; head > first && s.Tokens[head].UPOS == "VERB" && s.Child(head, "nsubj") < 0 && !one.Is("obl") {
			one.Deprel = "nsubj"
		}
	}
	if added {
		slices.SortStableFunc(t.Names, func(a, b Name) int { return a.Start - b.Start })
	}
}

// firstWord is the first word of a sentence, behind a quotation mark; -1 where it has none.
func firstWord(s *Sentence) int {
	for i := range s.Tokens[:min(2, len(s.Tokens))] {
		if !strings.ContainsAny(s.Tokens[i].Text, `"'“‘`) {
			return i
		}
	}
	return -1
}
