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
