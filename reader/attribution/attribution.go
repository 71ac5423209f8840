package attribution

import (
	"iter"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// Attribution is one cue with its source and its content. All spans are bytes
// into the document's Body.
type Attribution struct {
	Sentence int
	// Content is what is communicated or thought, without cue, source, outer
	// quotation marks, "that" and final full stop; in order.
	Content []parley.Span
	// Cue is empty in a sentence that continues a quotation, and where
	// punctuation alone is the cue.
	Cue   parley.Span
	Class string // what is done by it, as tables/verbs.tsv names it: "say", "demand", "accuse" …
	// Sources are several where speakers are coordinated, none where the text
	// names nobody ("is expected to").
	Sources []Source
	// Pronoun is the "who" or "which" that stands for the source beside the cue;
	// empty where there is none.
	Pronoun parley.Span
	// Thought tells that somebody has it in mind; else somebody communicates it.
	Thought bool
	Manner  parley.Manner
	// Negated, Unreal and Future tell that the communication did not happen
	// ("has not said"), may not happen ("if it says") or is yet to come.
	Negated, Unreal, Future bool
	// Question tells that what is communicated is a question.
	Question bool
	// Clause tells that the content is a clause or a quotation, no mere phrase.
	Clause bool
	// Nested tells that the cue stands in the content of another attribution.
	Nested bool
	// Own tells that the source is the writer or the reader: "I", "we" or "you"
	// outside of quotations.
	Own bool
	// Bare tells that the site of a party says it in its own voice, which makes it
	// no statement but that party's word.
	Bare bool
	// Quoted tells that most of the content stands in quotation marks.
	Quoted bool
	// Via are the sources through which the outlet has it, nearest to the
	// outlet first.
	Via []Source
	// Continues is the index of the attribution whose quotation this sentence
	// goes on with, -1 where it has a cue of its own.
	Continues int
	Certainty float64
	// Against is the claim that a denial is set against; nil where the text
	// gives none.
	Against *Claim

	together  *Source // the one source of several states that say it in a row
	issued    bool    // a whole sentence of whoever issued the text
	cueTokens []int
	content   []bool // by token of the sentence
	source    int    // the token that heads the source; -1 where it is elsewhere or missing
}

// Source is somebody to whom words or thoughts are attributed.
type Source struct {
	// Text is the noun phrase that names the source, with appositions and, for
	// somebody unnamed, relative clauses; empty in a continued quotation.
	Text        parley.Span
	Name        string // "" where anonymous
	Kind        parley.SourceKind
	Affiliation string
	Actors      []int         // indexes into Cast.Actors
	Sides       []string      // the parties of several who speak together
	Reason      parley.Span   // why the source is not named
	Evidence    []parley.Span // the words that support Name
}

// toldBy is the source as other words tell it, which are evidence too: "the union" for a body named before.
func (s Source) toldBy(words parley.Span) Source {
	s.Text, s.Evidence = words, append([]parley.Span{words}, s.Evidence...)
	return s
}

// untold is the source where no words beside what it says tell it, as in a quotation that goes on.
func (s Source) untold() Source {
	s.Text, s.Evidence = parley.Span{}, append(slices.Clone(s.Evidence), s.Text)
	return s
}

// finder reads one text.
type finder struct {
	text      *english.Text
	cast      *actors.Cast
	lex       *lexicon.Lexicon
	found     []Attribution
	continued []Attribution          // sentences of quotations without a cue, not yet among found
	marks     [][]int16              // by sentence and token: 1 + index of the double quotation it stands in
	nodes     []clauses              // by sentence
	issuers   []Source               // those who issued the text, each on its own
	acronyms  map[string]string      // initials -> the name that the text gives them to
	media     map[string]string      // name of a medium that the text calls one -> its side
	initials  map[string]string      // initials -> the organisation that the text names in full
	aliases   map[string]parley.Span // name -> the words that say that it is not its bearer's own
	given     map[string]Source      // name -> who gave himself that name and tells no other
	homes     map[int]string         // person -> the country in which the text says that he is at work
	ground    *string                // the country whose places the text names most, nil until it is asked for
}

// Find reads the attributions of a text in the order of their sentences and
// cues. The text must have been parsed, and the cast be of the same text. The
// outlet is where it stands, zero where that is not known.
func Find(text *english.Text, cast *actors.Cast, lex *lexicon.Lexicon, outlet lexicon.Outlet) []Attribution {
	f := &finder{
		text: text, cast: cast, lex: lex,
		media: map[string]string{}, acronyms: map[string]string{}, aliases: map[string]parley.Span{},
		homes: map[int]string{}, given: map[string]Source{},
	}
	f.markQuotations()
	f.readAcronyms()
	f.readReporters()
	f.readAliases()
	f.readHomes()
	f.nodes = make([]clauses, len(text.Sentences))
	for i := range text.Sentences {
		f.readSentence(i)
	}
	issuer, titled := f.issuer(outlet)
	f.readTranscript()
	f.readFullText()
	f.readLead()
	f.continueQuotations()
	f.readIssued(outlet, issuer, titled)
	f.withOneVoice()
	f.chain()
	f.deny()
	f.dropWishes()
	return f.found
}

// backTo yields what was found so far, from the last on, as far back as a sentence.
func (f *finder) backTo(sentence int) iter.Seq[*Attribution] {
	return func(yield func(*Attribution) bool) {
		for k := len(f.found) - 1; k >= 0 && f.found[k].Sentence >= sentence; k-- {
			if !yield(&f.found[k]) {
				return
			}
		}
	}
}

// readSentence finds the attributions whose cues stand in one sentence.
func (f *finder) readSentence(i int) {
	c := clauses{Sentence: &f.text.Sentences[i], index: i, finder: f}
	c.findCues()
	f.nodes[i] = c
	if c.standsApart() || c.asksItself() {
		return
	}
	before := len(f.found)
	for k := range c.cues {
		c.readVerb(&c.cues[k])
	}
	c.readNouns()
	c.readAdjectives()
	c.readAdjuncts()
	if c.Paragraph == 0 {
		c.readHeadline(before)
	}
	slices.SortStableFunc(f.found[before:], func(a, b Attribution) int { return a.place() - b.place() })
}

// place is where the attribution stands in its text.
func (a *Attribution) place() int {
	if a.Cue.End > a.Cue.Start {
		return a.Cue.Start
	}
	if len(a.Content) > 0 {
		return a.Content[0].Start
	}
	return 0
}

// Reported tells whether the text says that the words were communicated: no
// thought, nothing denied, imagined, asked or yet to come.
func (a *Attribution) Reported() bool {
	return !a.Thought && a.cameAbout()
}

// cameAbout tells whether the text says that somebody else than its writer said or thought something.
func (a *Attribution) cameAbout() bool {
	told := len(a.Sources) > 0 && len(a.Content) > 0
	return told && !a.Own && !a.Bare && !a.Negated && !a.Unreal && !a.Future
}

// by tells whether an attribution has one source, which is of a kind.
func (a *Attribution) by(kind parley.SourceKind) bool {
	return len(a.Sources) == 1 && a.Sources[0].Kind == kind
}

// covers tells whether words of the text lie in what is communicated.
func (a *Attribution) covers(words parley.Span) bool {
	return slices.ContainsFunc(a.Content, func(s parley.Span) bool { return s.Covers(words) })
}

// sourceToken is the token that heads the source of an attribution.
func (f *finder) sourceToken(a *Attribution) *english.Token {
	return &f.text.Sentences[a.Sentence].Tokens[a.source]
}

// oneTold tells whether the noun that heads the source of an attribution tells of one only: "an envoy said".
func (f *finder) oneTold(a *Attribution) bool {
	return a.source >= 0 && f.sourceToken(a).Feat("Number") != "Plur"
}
