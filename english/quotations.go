package english

// quoteLevel tells double from single marks; each level pairs on its own, so
// a single-quoted phrase may stand inside a quotation.
type quoteLevel uint8

const (
	doubleMarks quoteLevel = iota
	singleMarks
	quoteLevels
)

// direction is what the shape of a mark says of its role.
type direction uint8

const (
	either direction = iota // straight marks
	opening
	closing
)

var doubleQuotes = map[string]direction{
	`"`: either, "''": closing, "``": opening,
	"“": opening, "”": closing, "„": opening, "‟": opening,
	"«": opening, "»": closing, "＂": either, "″": either,
}

var singleQuotes = map[string]direction{
	"'": either, "`": opening, "‘": opening, "’": closing, "‚": opening, "‛": opening, "‹": opening, "›": closing,
}

// quoteAt returns the level and direction of a quotation mark, ok false where
// the piece is none.
func quoteAt(text string, p piece) (level quoteLevel, way direction, ok bool) {
	if p.kind != mark || p.end-p.start > 3 {
		return 0, 0, false
	}
	switch text[p.start] {
	case '"', '\'', '`', 0xe2, 0xc2, 0xef:
	default:
		return 0, 0, false
	}
	w := text[p.start:p.end]
	if way, ok = doubleQuotes[w]; ok {
		return doubleMarks, way, true
	}
	way, ok = singleQuotes[w]
	return singleMarks, way, ok
}

// pair is a quotation in terms of pieces; last is -1 where no mark closes it.
// Then next is the mark that takes the quotation up again, 0 where none does.
type pair struct{ first, last, next int }

// singleReach is how many pieces after a single mark another may close it.
const singleReach = 60

// pairer finds quotations over the paragraphs of a text.
type pairer struct {
	text   string
	pieces []piece
	pairs  []pair
	open   [quoteLevels]int // index into pairs, -1 where none is open
	limit  int              // end of the paragraph under way
}

func newPairer(text string) pairer {
	return pairer{text: text, open: [quoteLevels]int{-1, -1}}
}

// paragraph gives each quotation mark in pieces[lo:hi] its role. A double
// quotation still open from the paragraph before ends there if this one opens
// a new one; otherwise the first closing mark here closes it.
func (q *pairer) paragraph(pieces []piece, lo, hi int) {
	q.pieces, q.limit = pieces, hi
	q.open[singleMarks] = -1
	for i := lo; i < hi; i++ {
		level, way, ok := quoteAt(q.text, pieces[i])
		if !ok {
			continue
		}
		if level == singleMarks {
			q.single(i, way)
			continue
		}
		q.double(i, lo, way)
	}
	q.dropOpenSingle()
}

// double gives a double mark its role. Where spacing leaves a straight mark
// undecided, it closes what is open.
func (q *pairer) double(i, lo int, way direction) {
	open := q.open[doubleMarks]
	if way == either {
		way = q.spacing(i)
	}
	if open >= 0 && q.pairs[open].first < lo && i == lo {
		way = opening // a quotation that goes on opens each paragraph anew
	}
	if way == either {
		way = opening
		if open >= 0 {
			way = closing
		}
	}
	switch {
	case open >= 0 && (way == closing || q.displaced(i)):
		q.close(i, doubleMarks)
	case way == closing && q.blankBefore(i) && !q.blankAfter(i):
		q.begin(i, doubleMarks)
	case way == closing: // a stray mark: nothing to close
		q.pieces[i].role = closesQuote
	case open >= 0 && q.pairs[open].first >= lo && q.straight(i) && !q.likelyOpener(i):
		q.close(i, doubleMarks)
	default:
		if open >= 0 && q.followsEnd(i) {
			q.pairs[open].next = i
		}
		q.begin(i, doubleMarks)
	}
}

// followsEnd holds for a mark after the end of a sentence or line.
func (q *pairer) followsEnd(i int) bool {
	switch q.text[q.pieces[i].start-1] {
	case '\n', '\r':
		return true
	}
	before := q.pieces[i-1]
	switch q.text[before.end-1] {
	case '.', '?', '!':
		return true
	}
	return q.wordAt(i-1) == "…"
}

func (q *pairer) straight(i int) bool { return q.text[q.pieces[i].start] == '"' }

// likelyOpener holds for a mark with a blank before and a word right after it.
func (q *pairer) likelyOpener(i int) bool {
	return q.blankBefore(i) && !q.blankAfter(i)
}

// displaced tells whether a straight mark that a comma and a blank part from the quotation that it closes has come
// to stand right before who said it: `we will stay, "the envoy said`.
func (q *pairer) displaced(i int) bool {
	if !q.straight(i) || !q.likelyOpener(i) || i < 2 || q.wordAt(i-1) != "," || loadTables().reporting[q.wordAt(i-2)] {
		return false
	}
	for j := i + 1; j < min(q.limit, i+displacedReach) && q.pieces[j].kind != mark; j++ {
		if loadTables().reporting[q.wordAt(j)] {
			return true
		}
	}
	return false
}

// displacedReach is how many pieces behind a displaced mark the verb of saying stands at most.
const displacedReach = 8

func (q *pairer) wordAt(i int) string { return q.text[q.pieces[i].start:q.pieces[i].end] }

func (q *pairer) begin(i int, level quoteLevel) {
	q.pieces[i].role = opensQuote
	q.open[level] = len(q.pairs)
	q.pairs = append(q.pairs, pair{first: i, last: -1})
}

func (q *pairer) close(i int, level quoteLevel) {
	q.pieces[i].role = closesQuote
	q.pairs[q.open[level]].last = i
	if inner := q.open[singleMarks]; level == doubleMarks && inner > q.open[level] {
		q.dropOpenSingle()
	}
	q.open[level] = -1
}

// spacing reads the role of a straight mark from the white space around it.
func (q *pairer) spacing(i int) direction {
	before, after := q.blankBefore(i) || q.opensBefore(i), q.blankAfter(i)
	switch {
	case before && !after:
		return opening
	case !before && (after || q.closesAfter(i)):
		return closing
	}
	return either
}

func (q *pairer) blankBefore(i int) bool {
	return i == 0 || q.pieces[i].gap != noGap || q.pieces[i-1].end != q.pieces[i].start
}

func (q *pairer) blankAfter(i int) bool {
	return i+1 >= q.limit || q.pieces[i+1].gap != noGap
}

// opensBefore holds after an opening bracket, another opening mark or a dash.
func (q *pairer) opensBefore(i int) bool {
	if i == 0 {
		return true
	}
	p := q.pieces[i-1]
	if p.role == opensQuote {
		return true
	}
	switch q.text[p.start:p.end] {
	case "(", "[", "{", "—", "–", "--":
		return true
	}
	return false
}

// closesAfter holds before punctuation that follows a closing mark.
func (q *pairer) closesAfter(i int) bool {
	p := q.pieces[i+1]
	if p.kind != mark {
		return p.kind == word && apostropheAt(q.text, p.start) > 0
	}
	switch q.text[p.start] {
	case '.', ',', ';', ':', '?', '!', ')', ']', '}', '-', '/':
		return true
	}
	return q.text[p.start:p.end] == "—" || q.text[p.start:p.end] == "–" || q.text[p.start:p.end] == "…"
}

// single pairs single marks and leaves apostrophes alone: a mark opens only
// before a word after a blank and with another in reach that could close it; one
// after a plural in -s closes unless a better one is in reach.
func (q *pairer) single(i int, way direction) {
	open := q.open[singleMarks]
	switch {
	case open < 0 && q.opensSingle(i, way):
		if q.closerInReach(i, true) {
			q.begin(i, singleMarks)
		}
	case open >= 0 && way != opening && q.closesSingle(i):
		if q.isPossessive(i) && q.closerInReach(i, false) {
			return
		}
		q.close(i, singleMarks)
	}
}

func (q *pairer) opensSingle(i int, way direction) bool {
	return way != closing && (q.blankBefore(i) || q.opensBefore(i)) && !q.blankAfter(i)
}

// closerInReach reports whether a mark that may close comes after i and before
// one that opens; possessive says whether one after a plural in -s will do.
func (q *pairer) closerInReach(i int, possessive bool) bool {
	for j := i + 1; j < min(q.limit, i+singleReach); j++ {
		level, way, ok := quoteAt(q.text, q.pieces[j])
		if !ok || level != singleMarks {
			continue
		}
		if q.opensSingle(j, way) {
			return false
		}
		if q.closesSingle(j) && (possessive || !q.isPossessive(j)) {
			return true
		}
	}
	return false
}

// closesSingle holds for a single mark right after a word or mark and before
// a blank or punctuation.
func (q *pairer) closesSingle(i int) bool {
	if q.blankBefore(i) || q.opensBefore(i) {
		return false
	}
	return q.blankAfter(i) || q.pieces[i+1].kind == mark
}

// isPossessive holds for the mark in "the leaders' meeting".
func (q *pairer) isPossessive(i int) bool {
	before := q.text[q.pieces[i].start-1]
	return (before == 's' || before == 'S') && q.blankAfter(i) && i+1 < q.limit && q.pieces[i+1].kind != mark
}

// dropOpenSingle takes back a single mark that nothing closed in its
// paragraph: it was an apostrophe.
func (q *pairer) dropOpenSingle() {
	open := q.open[singleMarks]
	if open < 0 {
		return
	}
	q.pieces[q.pairs[open].first].role = noQuote
	q.pairs[open].first = -1
	q.open[singleMarks] = -1
}

// quotations writes the pairs out. One without a closing mark ends before the
// mark that takes it up again, as in quotations of several paragraphs, else with
// its sentence.
func (q *pairer) quotations(t *Text, sentenceEnd func(piece int) (end int)) {
	n := 0
	for _, p := range q.pairs {
		if p.first >= 0 {
			n++
		}
	}
	if n == 0 {
		return
	}
	t.Quotations = make([]Quotation, 0, n)
	for _, p := range q.pairs {
		if p.first < 0 {
			continue
		}
		first := q.pieces[p.first]
		found := Quotation{Start: first.start, InnerStart: first.end, Closed: p.last >= 0}
		switch {
		case found.Closed:
			found.InnerEnd, found.End = q.pieces[p.last].start, q.pieces[p.last].end
		case p.next > 0:
			found.End = q.pieces[p.next-1].end
			found.InnerEnd = found.End
		default:
			found.End = max(sentenceEnd(p.first), first.end)
			found.InnerEnd = found.End
		}
		t.Quotations = append(t.Quotations, found)
	}
}
