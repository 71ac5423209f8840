package eval

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// Coref scores which mentions of events in many documents are one, on ECB+
// (Cybulska and Vossen 2014). A path is its folder or that of a topic in it. As is
// usual, the mentions are the gold ones of the validated sentences, alone ones
// included; which topic a document belongs to is not told, so that all documents
// are one pool. The measures are muc_f1, b3_f1, ceafe_f1 and their mean conll_f1;
// those with lemma_ before them are of the usual baseline by the same scorer, in
// which mentions are one where the lemmas of their heads are.
func Coref(folders ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	c := corefCorpus{engine: engine, instances: map[string]int{}}
	for _, folder := range folders {
		if err := c.addFolder(folder); err != nil {
			return Scores{}, fmt.Errorf("coref: %w", err)
		}
	}
	if len(c.mentions) == 0 {
		return Scores{}, &parley.Error{Kind: parley.Empty, Subject: strings.Join(folders, " "), Problem: "it holds no mention of an event", Mend: "name the folder of ECB+, or that of a topic in it"}
	}
	var scores Scores
	found := c.together()
	for _, s := range []struct {
		prefix string
		corefScores
	}{{"", scoreCoref(c.gold, found)}, {"lemma_", scoreCoref(c.gold, c.byLemma())}} {
		scores.Set(s.prefix+"muc_f1", s.muc)
		scores.Set(s.prefix+"b3_f1", s.b3)
		scores.Set(s.prefix+"ceafe_f1", s.ceafe)
		scores.Set(s.prefix+"conll_f1", s.conll)
	}
	c.listErrors(found, &scores)
	return scores, nil
}

// corefCorpus holds the documents and the mentions of events in them.
type corefCorpus struct {
	engine    *english.Engine
	documents []string // the text of each
	mentions  []eventMention
	gold      clustering
	instances map[string]int // the gold cluster of each instance
}

// eventMention is a gold mention with what is read about it.
type eventMention struct {
	document int
	place    string // for the list of errors
	words    string
	lemma    string // of its head
	sentence string
}

// byLemma is the baseline.
func (c *corefCorpus) byLemma() clustering {
	numbers := map[string]int{}
	found := make(clustering, len(c.mentions))
	for i, m := range c.mentions {
		if _, known := numbers[m.lemma]; !known {
			numbers[m.lemma] = len(numbers)
		}
		found[i] = numbers[m.lemma]
	}
	return found
}

const sentencesList = "coreference_sentences*.csv"

// addFolder reads the whole corpus, or one topic of it.
func (c *corefCorpus) addFolder(folder string) error {
	root, topics := folder, filepath.Join(folder, "ECB+", "*")
	lists, err := filepath.Glob(filepath.Join(root, sentencesList))
	if err == nil && len(lists) == 0 {
		root, topics = filepath.Join(folder, "..", ".."), folder
		lists, err = filepath.Glob(filepath.Join(root, sentencesList))
	}
	if err != nil || len(lists) == 0 {
		return &parley.Error{Kind: parley.NotFound, Subject: folder, Problem: "there is no " + sentencesList + " in it or two above it", Mend: "name the folder of ECB+, or that of a topic in it", Err: err}
	}
	validated := map[string]bool{}
	for _, list := range lists {
		if err := readValidated(list, validated); err != nil {
			return err
		}
	}
	files, err := filepath.Glob(filepath.Join(topics, "*.xml"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	for _, file := range files {
		if err := c.addFile(file, validated); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

// readValidated reads topic, file and number of each sentence of which the
// annotation was checked, as "1_10ecbplus 3".
func readValidated(path string, validated map[string]bool) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, row := range rows[min(1, len(rows)):] {
		if len(row) != 3 {
			return fmt.Errorf("%s: %q is not a topic, a file and a sentence", path, row)
		}
		validated[row[0]+"_"+row[1]+" "+row[2]] = true
	}
	return nil
}

// ecbDocument is a file of ECB+.
type ecbDocument struct {
	Tokens []struct {
		ID       string `xml:"t_id,attr"`
		Sentence string `xml:"sentence,attr"`
		Text     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []ecbMarkable `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []ecbRelation `xml:",any"`
	} `xml:"Relations"`
}

type ecbMarkable struct {
	XMLName xml.Name
	ID      string `xml:"m_id,attr"`
	Tokens  []struct {
		ID string `xml:"t_id,attr"`
	} `xml:"token_anchor"`
}

// isEvent tells whether a markable is an action or the denial of one.
func (m ecbMarkable) isEvent() bool {
	return len(m.Tokens) > 0 && (strings.HasPrefix(m.XMLName.Local, "ACTION") || strings.HasPrefix(m.XMLName.Local, "NEG_ACTION"))
}

type ecbRelation struct {
	XMLName xml.Name
	ID      string `xml:"r_id,attr"`
	Note    string `xml:"note,attr"`
	Sources []struct {
		ID string `xml:"m_id,attr"`
	} `xml:"source"`
}

func readECB(path string) (d ecbDocument, err error) {
	file, err := os.Open(path)
	if err != nil {
		return d, err
	}
	defer file.Close()
	err = xml.NewDecoder(file).Decode(&d)
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, fs.ErrInvalid) {
		return d, &parley.Error{Kind: parley.Invalid, Subject: path, Problem: "it is no document of ECB+", Err: err}
	}
	return d, err
}

// instancesOf are the instances that the relations give the mentions: across
// documents by their note, inside one by the relation.
func (d ecbDocument) instancesOf(name string) map[string]string {
	instances := map[string]string{}
	for _, r := range d.Relations.All {
		instance := r.Note
		if r.XMLName.Local != "CROSS_DOC_COREF" {
			instance = name + " " + r.ID
		}
		for _, s := range r.Sources {
			instances[s.ID] = instance
		}
	}
	return instances
}

func (c *corefCorpus) addFile(path string, validated map[string]bool) error {
	d, err := readECB(path)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(path), ".xml")
	text := newECBText(d)
	c.documents = append(c.documents, text.whole())
	instances := d.instancesOf(name)
	for _, m := range d.Markables.All {
		sentence := text.sentenceOf(m)
		if !m.isEvent() || !validated[name+" "+sentence] {
			continue
		}
		instance, ok := instances[m.ID]
		if !ok {
			instance = name + " alone " + m.ID
		}
		if _, known := c.instances[instance]; !known {
			c.instances[instance] = len(c.instances)
		}
		c.gold = append(c.gold, c.instances[instance])
		words, lemma := text.read(c.engine, sentence, m)
		c.mentions = append(c.mentions, eventMention{document: len(c.documents) - 1, place: name + " " + sentence, words: words, lemma: lemma, sentence: text.sentences[sentence]})
	}
	return nil
}

// listErrors lists the links between neighbours in a gold cluster that are
// missed, and those in a found one that are false.
func (c *corefCorpus) listErrors(found clustering, scores *Scores) {
	list := func(kind string, of, by clustering) {
		for _, cluster := range of.clusters() {
			for i, m := range cluster[1:] {
				if a, b := c.mentions[cluster[i]], c.mentions[m]; by[cluster[i]] != by[m] {
					scores.Miss(kind, b.place, "%s (%s) and %s (%s)", a.words, a.place, b.words, b.place)
				}
			}
		}
	}
	list("missed", c.gold, found)
	list("false", found, c.gold)
}
