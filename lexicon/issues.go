package lexicon

import (
	"slices"
	"strings"
)

// Issue is something that parties negotiate about.
type Issue struct {
	ID      string // "territory", "ceasefire" …
	Phrases []IssuePhrase
}

// IssuePhrase is a lemma or a run of lemmas that speaks of an issue. Weight
// runs from 1 (a hint) to 5 (no other reading).
type IssuePhrase struct {
	Words  string
	Weight int
}

// IssueMatch is an issue phrase found in a run of lemmas; First and Last are
// both inside it.
type IssueMatch struct {
	First, Last int
	Issue       string
	Weight      int
}

// Issues are all issues in the order of their ids.
func (l *Lexicon) Issues() []Issue { return slices.Clone(l.issues) }

// FindIssues finds the issue phrases in a run of lemmas, at each position the
// longest for each issue. Matches may overlap; the reader weighs them.
func (l *Lexicon) FindIssues(lemmas []string) []IssueMatch {
	text := subwordsOf(lemmas)
	var found []IssueMatch
	for i := range text {
		found = append(found, l.issuesAt(text, i)...)
	}
	return found
}

func (l *Lexicon) issuesAt(text []subword, start int) []IssueMatch {
	var longest []IssueMatch
	l.walkIssues(text, start, 0, func(last int, s sense) {
		m := IssueMatch{text[start].token, text[last].token, l.issues[s.index].ID, s.weight}
		longest = slices.DeleteFunc(longest, func(o IssueMatch) bool { return o.Issue == m.Issue && o.Last <= m.Last })
		if !slices.ContainsFunc(longest, func(o IssueMatch) bool { return o.Issue == m.Issue }) {
			longest = append(longest, m)
		}
	})
	return longest
}

// walkIssues calls found for each phrase that goes on at a word from a node of the trie, also over words that say nothing
// of what it is about: "freeze the assets" holds "freeze asset", though there is "freeze the front line" too.
func (l *Lexicon) walkIssues(text []subword, i int, node int32, found func(last int, s sense)) {
	if i == len(text) {
		return
	}
	if node != 0 && passedOver(text[i].plain) {
		l.walkIssues(text, i+1, node, found)
	}
	next, ok := l.lemmas.step(node, issueSpelling(text[i].plain))
	if !ok {
		return
	}
	for _, s := range l.lemmas.values[next] {
		found(i, s)
	}
	l.walkIssues(text, i+1, next, found)
}

// passedOver tells whether a word inside a phrase says nothing of what the phrase is about:
// a determiner, or a number.
func passedOver(word string) bool {
	return determiners[word] || word != "" && word[0] >= '0' && word[0] <= '9'
}

// determiners are passed over inside a phrase: "withdraw all its troops" holds
// "withdraw troop", "give up four regions" holds "give up region".
var determiners = map[string]bool{
	"the": true, "a": true, "an": true, "its": true, "their": true, "his": true, "her": true, "our": true, "all": true, "any": true,
	"two": true, "three": true, "four": true, "five": true, "this": true, "that": true, "these": true, "those": true, "such": true,
}

// issueSpelling writes a lemma as American English does, so that a phrase is found
// in either spelling.
func issueSpelling(lemma string) string {
	if stem, plural := pluralLemmas[lemma]; plural {
		return stem
	}
	for _, end := range americanEndings {
		if stem, ok := strings.CutSuffix(lemma, end.from); ok && len(stem) > 2 {
			return stem + end.to
		}
	}
	return lemma
}

// pluralLemmas are the lemmas that stay in the plural, as the phrases of the table do not.
var pluralLemmas = map[string]string{"troops": "troop", "supplies": "supply"}

var americanEndings = []spelling{{"isation", "ization"}, {"ise", "ize"}, {"our", "or"}, {"fence", "fense"}, {"gramme", "gram"}, {"ntre", "nter"}}

func (l *Lexicon) compileIssues(t *tables) error {
	at := map[string]int{}
	for _, r := range t.rows["issues"] {
		weight, err := r.number("weight")
		if err != nil {
			return err
		}
		if weight < 1 || weight > 5 {
			return r.fault("weight", "it is not between 1 and 5", "give 1 for a hint, 5 for what can mean nothing else")
		}
		id := r.get("issue")
		if _, ok := at[id]; !ok {
			at[id] = len(l.issues)
			l.issues = append(l.issues, Issue{ID: id})
		}
		issue := &l.issues[at[id]]
		for _, words := range r.list("phrases") {
			issue.Phrases = append(issue.Phrases, IssuePhrase{words, weight})
		}
	}
	slices.SortFunc(l.issues, func(a, b Issue) int { return strings.Compare(a.ID, b.ID) })
	for i, issue := range l.issues {
		for _, p := range issue.Phrases {
			words := strings.Fields(plainPhrase(p.Words))
			for k := range words {
				words[k] = issueSpelling(words[k])
			}
			l.lemmas.add(words, sense{index: int32(i), weight: p.Weight})
		}
	}
	return nil
}
