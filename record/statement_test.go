package record_test

import (
	"testing"

	"github.com/parleyrecord/parley"
)

func TestStatementsInLikeWordsAreOne(t *testing.T) {
	t.Parallel()
	count := func(stories ...story) int { return len(recorded(t, parley.StatementEntry, stories...)) }
	at := func(told int, speaker, words string) story {
		return story{told: told, statements: []parley.Statement{said(speaker, words)}}
	}
	const one, same, other = "the northern crossing will stay closed until prisoners have been exchanged",
		"The northern crossing stays closed until all prisoners are exchanged", "fishing rights in the strait were settled long ago by treaty"
	for name, c := range map[string]struct {
		a, b story
		want int
	}{
		"like words":          {at(4, "Anna Kovar", one), at(5, "Anna Kovar", same), 1},
		"other words":         {at(4, "Anna Kovar", one), at(5, "Anna Kovar", other), 2},
		"another speaker":     {at(4, "Anna Kovar", one), at(5, "Boris Lund", same), 2},
		"two weeks later":     {at(4, "Anna Kovar", one), at(18, "Anna Kovar", one), 2},
		"a name spelt anew":   {at(4, "Yusuf al-Harani", one), at(5, "Yousef Harani", one), 1},
		"in one document too": {at(4, "Anna Kovar", one), story{told: 4, statements: []parley.Statement{said("Anna Kovar", one), said("Anna Kovar", same)}}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			if n := count(c.a, c.b); n != c.want {
				t.Errorf("%d statements, want %d", n, c.want)
			}
		})
	}
}

// TestAStatementRetold: outlets that tell in words of their own what somebody said on
// one day tell one statement; what one document tells apart is two.
func TestAStatementRetold(t *testing.T) {
	t.Parallel()
	at := func(told int, words ...string) story {
		s := story{told: told}
		for _, w := range words {
			s.statements = append(s.statements, said("Anna Kovar", w))
		}
		return s
	}
	const quoted, retold, other = "We are weighing whether to join the spring session of the fisheries talks",
		"Norland is still considering participation in the spring session of fisheries negotiations", "the fisheries ministry will publish its spring quota figures"
	for name, c := range map[string]struct {
		stories []story
		want    int
	}{
		"in other words":                {[]story{at(4, quoted), at(4, retold)}, 1},
		"of another matter":             {[]story{at(4, quoted), at(4, other)}, 2},
		"two in one document":           {[]story{at(4, quoted, retold)}, 2},
		"each of the two by another":    {[]story{at(4, quoted, other), at(4, retold, "the ministry publishes quota figures for spring")}, 2},
		"in a headline and below it":    {[]story{headed("Norland weighs joining the fisheries talks", at(4, "", quoted))}, 1},
		"with another count":            {[]story{at(4, "the harbour fire killed 36 dockers and wounded many"), at(4, "36 dockers were killed in the harbour fire"), at(4, "the harbour fire killed 46 dockers and wounded many")}, 2},
		"parties and places in common":  {[]story{at(4, "Norland will buy grain from Sudland"), at(4, "Sudland owes Norland an answer on Oslo")}, 2},
		"a week later, in other words":  {[]story{at(4, quoted), at(11, retold)}, 2},
		"by nobody named":               {[]story{{told: 4, statements: []parley.Statement{said("", quoted)}}, {told: 4, statements: []parley.Statement{said("", retold)}}}, 2},
		"three ways of telling are one": {[]story{at(4, quoted), at(4, retold), at(4, "They are assessing whether to attend the session of fisheries talks in spring")}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if found := recorded(t, parley.StatementEntry, c.stories...); len(found) != c.want {
				t.Errorf("%d statements, want %d", len(found), c.want)
			}
		})
	}
}

// headed gives a story a headline, in which its first statement stands.
func headed(title string, s story) story {
	s.title = title
	s.statements[0].Content = []string{title}
	s.statements[0].Spans = []parley.Evidence{{Field: "content", Span: parley.Span{End: len(title)}}}
	for i := range s.statements[1:] {
		s.statements[i+1].Spans = []parley.Evidence{{Field: "content", Span: parley.Span{Start: len(title) + 1, End: len(title) + 20}}}
	}
	return s
}
