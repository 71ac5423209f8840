package lexicon

import "strings"

// spellingKey maps the spellings of one word of a name to one. It takes and
// gives plain letters.
func spellingKey(word string) string {
	if len(word) < 3 {
		return word
	}
	for _, f := range wholeNames {
		if f.fits(word) {
			return f.key
		}
	}
	key := word
	for _, r := range openingSpellings {
		if rest, ok := strings.CutPrefix(key, r.from); ok && len(rest) > 1 {
			key = r.to + rest
			break
		}
	}
	for _, r := range closingSpellings {
		if rest, ok := strings.CutSuffix(key, r.from); ok && rest != "" {
			key = rest + r.to
			break
		}
	}
	key = innerSpellings.Replace(key)
	return undouble(key)
}

type spelling struct{ from, to string }

// openingSpellings are choices at the head of a word; the first that fits is
// taken. Cyrillic е is written e or ye (Yermak, Ermak), ю yu or iu.
var openingSpellings = []spelling{
	{"ye", "e"}, {"je", "e"}, {"iu", "yu"}, {"ia", "ya"}, {"tch", "ch"}, {"tsch", "ch"},
}

// closingSpellings are choices at the end of a word; the first that fits is
// taken. Cyrillic -ий, -ый, -ій are written y, i, iy, yi, yy, ii, ij; -ей ei or
// ey; -ов ov, off or ow; Arabic and Persian final a is written a, ah or eh. A closing ee is no long i (Lee is not Li).
var closingSpellings = []spelling{
	{"yy", "i"}, {"iy", "i"}, {"ii", "i"}, {"yi", "i"}, {"ij", "i"}, {"iyah", "ia"}, {"iyeh", "ia"}, {"iya", "ia"}, {"yya", "ia"},
	{"off", "ov"}, {"eff", "ev"}, {"ah", "a"}, {"eh", "a"}, {"ee", "e"}, {"lya", "lia"}, {"rya", "ria"}, {"nya", "nia"},
}

// innerSpellings are choices inside a word, longest first at each place.
var innerSpellings = strings.NewReplacer(
	"tsch", "ch", "tch", "ch", "sch", "sh", "dzh", "j", "dj", "j",
	"kh", "h", "gh", "g", "qh", "g", "q", "g", "ck", "k", "ph", "f", "dh", "d",
	"cz", "ch", "tz", "ts", "x", "ks", "w", "v",
	"ou", "u", "oo", "u", "ie", "i", "iy", "i", "yi", "i", "ee", "i", "ai", "ei", "ay", "ei", "ey", "ei",
	"y", "i", "ander", "andr",
)

// wholeName is a class of spellings of one given name that differ in a vowel
// which the script does not write.
type wholeName struct {
	head, tail string
	longest    int
	inside     string // a letter sequence that must stand in it, doubled or not
	key        string
}

func (w wholeName) fits(word string) bool {
	return len(word) <= w.longest && strings.HasPrefix(word, w.head) && strings.HasSuffix(word, w.tail) &&
		len(word) >= len(w.head)+len(w.tail) && strings.Contains(word, w.inside)
}

// wholeNames are the most borne names of the Arabic script, where vowel letters
// vary too much for rules that would leave other names apart.
var wholeNames = []wholeName{
	{"m", "ed", 8, "ham", "muhamad"},
	{"m", "ad", 8, "ham", "muhamad"},
	{"ahm", "ed", 6, "ahm", "ahmad"},
	{"hus", "n", 8, "ss", "husein"},
	{"hos", "n", 8, "ss", "husein"},
	{"yous", "f", 7, "s", "yusuf"},
	{"yus", "f", 7, "s", "yusuf"},
	{"usam", "a", 6, "usam", "osama"},
}

// undouble writes each doubled letter once.
func undouble(word string) string {
	for i := 1; i < len(word); i++ {
		if word[i] == word[i-1] {
			out := make([]byte, 0, len(word))
			for j := 0; j < len(word); j++ {
				if j == 0 || word[j] != word[j-1] {
					out = append(out, word[j])
				}
			}
			return string(out)
		}
	}
	return word
}
