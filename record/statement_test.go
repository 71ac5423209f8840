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
