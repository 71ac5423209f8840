package positions

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// issuesBeside are the issues of a noun that takes a stance where it governs none itself and its clause tells them: "its
// demands include a truce", "a truce is one of its demands", "extended the embargo over its objections".
func (f *finder) issuesBeside(sentence, noun int) []lexicon.IssueMatch {
	s, is := &f.in.Text.Sentences[sentence], tables().roles
	t := &s.Tokens[noun]
	w, _ := stanceAt(s, noun)
	if t.UPOS != "NOUN" || t.Head < 0 {
		return nil
	}
	told := scope{itself: true, fellows: true, without: noun}
	switch over := t.Head; {
	case t.Is("nsubj") && is["includes"][s.Tokens[over].Lemma] && w.stance == parley.Demands:
		return best(f.targets(sentence, over, told))
	case t.Is("nmod") && s.Case(noun) == "of" && is["singles"][s.Tokens[over].Lemma] && w.stance == parley.Demands:
		if thing := s.Child(over, "nsubj"); thing >= 0 {
			return best(f.targets(sentence, thing, told))
		}
	case (t.Is("obl") || t.Is("nmod")) && is["defies"][s.Case(noun)] && w.stance == parley.Rejects && !tables().aims["ends"][s.Tokens[s.Clause(over)].Lemma]:
		return best(f.targets(sentence, over, told))
	}
	return nil
}

// blamedFor are the issues of what somebody is condemned for: "condemned Norland after its
// troops opened fire", "criticized Norland over the blockade".
func (f *finder) blamedFor(sentence, verb int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	object := s.Child(verb, "obj")
	if w, _ := stanceAt(s, verb); object < 0 || w.stance != parley.Rejects {
		return nil
	}
	if _, somebody := f.in.Cast.At(sentence, object); !somebody {
		return nil
	}
	for child := range s.Children(verb) {
		if child > object && givesBlame(s, child) {
			return f.issuesUnder(sentence, child)
		}
	}
	return nil
}
