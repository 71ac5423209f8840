package lexicon

// compileNounClasses reads which nouns are alike in what they stand for: people, craft …
// What a row takes out of a class stays out of it, whichever row puts it in.
func (l *Lexicon) compileNounClasses(t *tables) error {
	for _, r := range t.rows["nounclasses"] {
		class := l.nounClasses[r.get("class")]
		if class == nil {
			class = map[string]bool{}
			l.nounClasses[r.get("class")] = class
		}
		for _, word := range r.list("words") {
			class[word] = true
		}
	}
	for _, r := range t.rows["nounclasses"] {
		for _, word := range r.list("not") {
			delete(l.nounClasses[r.get("class")], word)
		}
	}
	return nil
}

// OfClass tells whether a noun's lemma is of a class of nounclasses.tsv.
func (l *Lexicon) OfClass(class, lemma string) bool { return l.nounClasses[class][lemma] }
