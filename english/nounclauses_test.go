package english

import "testing"

func TestVerbBehindNounClause(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Norland's warning that it would block the deal came as a surprise.").Sentences[0]
	if root := s.Root(); s.Tokens[root].Text != "came" {
		t.Errorf("root is %q, want came", s.Tokens[root].Text)
	}
}
