package furniture

import (
	"strings"
	"testing"
)

func TestFurnitureIsKnownByItsShape(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"Advertisement", "ADVERTISEMENT", "- Advertisement -", "Read more", "Read more »", "READ MORE: Norland rejects the draft",
		"Share", "Share this article", "Subscribe now!", "© 2025 The Norland Post", "Copyright 2025 Norland Post. All rights reserved.",
		"[Editor’s picks]", "Loading...", "  Skip to content ",
	} {
		if !Line(line) {
			t.Errorf("%q is taken for text", line)
		}
	}
}

func TestNewsIsNotFurniture(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"", "\"Yes.\"", "Share prices fell after the talks.", "Related talks were put off.", "Home Secretary Ida Lund resigns",
		"Search for survivors goes on", "Watch groups counted 40 violations.", "Comment: why the talks failed", "He said more.",
		"Follow-up talks are due in Geneva", "Copyright" + strings.Repeat(" law was on the agenda of the talks", 5),
	} {
		if Line(line) {
			t.Errorf("%q is taken for furniture", line)
		}
	}
}

func TestTeasersBeforeANoticeAreNoText(t *testing.T) {
	t.Parallel()
	const (
		article = "Envoys met in Lysta on Monday. The minister said talks would go on. "
		teasers = "A baker in Olvik wins a prize for his bread. Fans gather in Sund for a match. Lions escape from a zoo in Norland Many roads are closed after a storm. The mayor of Sund opens a new bridge."
		end     = " Copyright 2031 BBC. All rights reserved.  The site is not responsible for others."
	)
	for name, c := range map[string]struct{ text, want string }{
		"teasers":                           {article + teasers + end, strings.TrimSpace(article)},
		"another site":                      {article + teasers, article + teasers},
		"behind what readers are asked":     {article + "Sign up for our letter. " + teasers[:44] + end, article + "Sign up for our letter."},
		"none behind somebody's words":      {article + "He added: \"We will go on until there is a deal.\"" + end, article + "He added: \"We will go on until there is a deal.\""},
		"none but the notice":               {"Envoys met in Lysta." + end, "Envoys met in Lysta."},
		"a notice without teasers":          {article + "Got a confidential news tip? We want to hear from you.", strings.TrimSpace(article)},
		"a feed's last words":               {article + "The post Envoys meet in Lysta appeared first on Norland Post.", strings.TrimSpace(article)},
		"a post of another kind":            {article + "The post was closed. He appeared first on Sunday.", article + "The post was closed. He appeared first on Sunday."},
		"a page of films":                   {article + strings.Repeat(teasers+" ", 3) + end, article + "A baker in Olvik wins a prize for his bread."},
		"a page of films in paragraphs":     {"Envoys met in Lysta on Monday.  Talks go on.  The hosts are hopeful. " + strings.Repeat(teasers+" ", 3) + end, "Envoys met in Lysta on Monday.  Talks go on.  The hosts are hopeful."},
		"a long article":                    {article + strings.Repeat("He told reporters so. It was late. ", 9) + teasers + end, strings.TrimSpace(article + strings.Repeat("He told reporters so. It was late. ", 9))},
		"a notice in the midst of the text": {"The page says Copyright 2031 BBC. All rights reserved. " + strings.Repeat(article, 40), "The page says Copyright 2031 BBC. All rights reserved. " + strings.Repeat(article, 40)},
	} {
		if got := CutNotice(c.text); got != c.want {
			t.Errorf("%s: %q is left, want %q", name, got, c.want)
		}
	}
}
