package eval

import (
	"math"
	"os"
	"path/filepath"
	"testing"
)

// TestCorefScores takes the clusterings of A. Luo, "On coreference resolution
// performance metrics" (2005), figure 1: twelve mentions in clusters of five, two
// and five, of which an answer joins two.
func TestCorefScores(t *testing.T) {
	t.Parallel()
	gold := clustering{0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2}
	for what, c := range map[string]struct {
		found          clustering
		muc, b3, ceafe float64
	}{
		"the gold itself": {gold, 1, 1, 1},
		// Precision of MUC is 9 of 10, of B³ (7 + 2·25/10 − 5 + …): the mentions of
		// the joined cluster share half of it.
		"a small and a large one joined": {clustering{0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1}, harmonic(9./10, 1), harmonic((5+4./7+25./7)/12, 1), 2 * (1 + 10./12) / 5},
		"the large ones joined":          {clustering{0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0}, harmonic(9./10, 1), harmonic((2+25./10+25./10)/12, 1), 2 * (1 + 10./15) / 5},
		"all in one":                     {make(clustering, 12), harmonic(9./11, 1), harmonic((25./12+4./12+25./12)/12, 1), 2 * (10. / 17) / 4},
	} {
		got := scoreCoref(gold, c.found)
		for name, pair := range map[string][2]float64{
			"MUC": {got.muc, c.muc}, "B³": {got.b3, c.b3}, "CEAFe": {got.ceafe, c.ceafe}, "CoNLL": {got.conll, (c.muc + c.b3 + c.ceafe) / 3},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-9 {
				t.Errorf("%s: %s is %v, want %v", what, name, pair[0], pair[1])
			}
		}
	}
}

// TestBestAlignment: the best pairs together are not the best one by one.
func TestBestAlignment(t *testing.T) {
	t.Parallel()
	worth := map[[2]int]float64{{0, 0}: 0.9, {0, 1}: 0.8, {1, 0}: 0.7, {2, 5}: 0.5, {3, 5}: 0.4, {4, 5}: 0.3}
	if got := bestAlignment(worth); math.Abs(got-(0.8+0.7+0.5)) > 1e-9 {
		t.Errorf("the best alignment is worth %v", got)
	}
}

const (
	ecbFirst = `<Document doc_name="7_1ecb.xml">
<token t_id="1" sentence="0" number="0">Envoys</token><token t_id="2" sentence="0" number="1">signed</token>
<token t_id="3" sentence="0" number="2">the</token><token t_id="4" sentence="0" number="3">fishing</token><token t_id="5" sentence="0" number="4">treaty</token>
<token t_id="6" sentence="1" number="0">Ships</token><token t_id="7" sentence="1" number="1">sailed</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="7"/></ACTION_OCCURRENCE>
<HUMAN_PART m_id="3"><token_anchor t_id="1"/></HUMAN_PART>
<ACTION_OCCURRENCE m_id="4" TAG_DESCRIPTOR="signing" instance_id="ACT1"/>
</Markables>
<Relations><CROSS_DOC_COREF r_id="9" note="ACT1"><source m_id="1"/><target m_id="4"/></CROSS_DOC_COREF></Relations>
</Document>`
	ecbSecond = `<Document doc_name="7_2ecb.xml">
<token t_id="1" sentence="0" number="0">The</token><token t_id="2" sentence="0" number="1">signing</token>
<token t_id="3" sentence="0" number="2">of</token><token t_id="4" sentence="0" number="3">the</token><token t_id="5" sentence="0" number="4">fishing</token>
<token t_id="6" sentence="0" number="5">treaty</token><token t_id="7" sentence="0" number="6">pleased</token><token t_id="8" sentence="0" number="7">envoys</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="4" TAG_DESCRIPTOR="signing" instance_id="ACT1"/>
</Markables>
<Relations><CROSS_DOC_COREF r_id="3" note="ACT1"><source m_id="1"/><target m_id="4"/></CROSS_DOC_COREF></Relations>
</Document>`
)

// ecb writes a corpus of one topic and returns its folder and the topic's.
func ecb(t *testing.T) (folder, topic string) {
	t.Helper()
	folder = t.TempDir()
	topic = filepath.Join(folder, "ECB+", "7")
	if err := os.MkdirAll(topic, 0o755); err != nil {
		t.Fatal(err)
	}
	for path, content := range map[string]string{
		filepath.Join(folder, "coreference_sentences.csv"): "Topic,File,Sentence Number\n7,1ecb,0\n7,2ecb,0\n",
		filepath.Join(topic, "7_1ecb.xml"):                 ecbFirst,
		filepath.Join(topic, "7_2ecb.xml"):                 ecbSecond,
	} {
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder, topic
}

// TestCorefOnACorpus: "signed" and "signing" are one; the sailing stands in no
// validated sentence. A whole corpus and its one topic score alike.
func TestCorefOnACorpus(t *testing.T) {
	t.Parallel()
	folder, topic := ecb(t)
	for _, path := range []string{folder, topic} {
		scores, err := Coref(path)
		if err != nil {
			t.Fatal(err)
		}
		wantScores(t, scores, map[string]float64{"conll_f1": 1, "muc_f1": 1})
	}
}

func TestCorefNamesTheFolderThatIsNoCorpus(t *testing.T) {
	t.Parallel()
	if _, err := Coref(t.TempDir()); err == nil {
		t.Error("an empty folder was scored")
	}
}
