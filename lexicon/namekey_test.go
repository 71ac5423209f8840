package lexicon

import "testing"

func TestNameKeyJoinsSpellingsOfOneName(t *testing.T) {
	t.Parallel()
	for _, spellings := range [][]string{
		{"Zelenskyy", "Zelensky", "Zelenskiy", "Zelenskyi", "ZELENSKYY"},
		{"Volodymyr Zelenskyy", "Volodymyr Zelensky"},
		{"Araghchi", "Araqchi", "Araqhchi"},
		{"Kyiv", "Kiev"},
		{"Sergei Lavrov", "Sergey Lavrov"},
		{"Yermak", "Ermak"},
		{"Dmitry", "Dmitri", "Dmitriy"},
		{"Bashar al-Assad", "Bashar Assad", "Bashar el-Assad"},
		{"al-Sharaa", "ash-Sharaa", "Sharaa"},
		{"Muhammad", "Mohammed", "Mohamed", "Mohammad", "Mohamad"},
		{"Ahmed", "Ahmad"},
		{"Hussein", "Hossein", "Hussain"},
		{"Erdogan", "Erdoğan"},
		{"Türkiye", "Turkiye"},
		{"Abdel Fattah al-Sisi", "Abdel-Fattah el-Sisi", "Abdul Fattah Sisi", "Abdelfattah al-Sisi"},
		{"Netanyahu", "Netanyahu's", "Netanyahu’s"},
		{"J.D. Vance", "JD Vance", "J. D. Vance"},
		{"Ghalibaf", "Qalibaf"},
		{"Gaddafi", "Qaddafi"},
		{"Hezbollah", "Hezbolla"},
		{"Alexander", "Aleksandr"},
		{"Maria", "Mariya"},
		{"Nicolás Maduro", "Nicolas Maduro"},
		{"Sana'a", "Sanaa"},
	} {
		for _, s := range spellings[1:] {
			if NameKey(s) != NameKey(spellings[0]) {
				t.Errorf("NameKey(%q) = %q, NameKey(%q) = %q", s, NameKey(s), spellings[0], NameKey(spellings[0]))
			}
		}
	}
}

func TestNameKeyKeepsNamesApart(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"Iran", "Iraq"}, {"Mali", "Malawi"}, {"Niger", "Nigeria"}, {"Austria", "Australia"},
		{"Lee", "Li"}, {"Hamad", "Hamid"}, {"Khamenei", "Khomeini"}, {"Hassan", "Hussein"},
		{"Slovakia", "Slovenia"}, {"Salman", "Sulaiman"}, {"Putin", "Patin"},
		{"El Salvador", "Salvador"}, {"Aoun", "Awad"}, {"Mahmoud", "Mohammed"},
	} {
		if NameKey(pair[0]) == NameKey(pair[1]) {
			t.Errorf("%q and %q share the key %q", pair[0], pair[1], NameKey(pair[0]))
		}
	}
}

func TestNameKeyOfOddInput(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"": "", " ": "", "-": "", "al": "al", "'": "", "5": "5", "Путин": "путин"} {
		if got := NameKey(name); got != want {
			t.Errorf("NameKey(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzNameKey(f *testing.F) {
	for _, s := range []string{"Sergey Lavrov", "al-Sharaa", "Erdoğan", "\xff", "-'-", "Abdul"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		key := NameKey(name)
		if len(key) > 8*len(name)+8 {
			t.Errorf("NameKey(%q) grew to %q", name, key)
		}
		Default().Find([]string{name, name})
	})
}
