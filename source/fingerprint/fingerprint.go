package fingerprint

import "unicode"

const (
	hashes     = 256 // MinHash values a set: estimates are right to about .03
	shingle    = 3   // words
	leadLength = 60  // words that count as a text's opening
	// bands × rows of the values make keys. Texts that share seven tenths of
	// their shingles share a key but once in 10^6; with half, once in 70.
	bands, rows = 32, 3
)

// Thresholds of Similar, as parts of the shingles.
const (
	minContainment = 0.78 // of the shorter text in the longer one
	minResemblance = 0.30 // shared of all
	minLeadFound   = 0.20 // of one text's opening in the other
	fewestShingles = 8    // with fewer, only equal texts are copies
	noShingle16    = 1<<16 - 1
	largestCounted = 1<<16 - 1
)

// Fingerprint is the fixed-size summary of a text. Equal texts have equal ones,
// and it can be compared with ==.
type Fingerprint struct {
	shingles, leadShingles uint16 // distinct ones
	whole, lead            [hashes]uint16
}

// Of gives the fingerprint of a text. The headline is better left out: reprints
// change it first.
func Of(text string) Fingerprint {
	words := wordHashes(text)
	lead := words
	if len(lead) > leadLength {
		lead = lead[:leadLength]
	}
	var f Fingerprint
	f.shingles, f.whole = minHash(words)
	f.leadShingles, f.lead = minHash(lead)
	return f
}

// wordHashes gives a 64-bit FNV-1a hash of each word in small letters.
func wordHashes(text string) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	var words []uint64
	h, inside := uint64(offset), false
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			for r = unicode.ToLower(r); r > 0; r >>= 8 {
				h = (h ^ uint64(r&0xff)) * prime
			}
			inside = true
			continue
		}
		if inside {
			words = append(words, h)
			h, inside = offset, false
		}
	}
	if inside {
		words = append(words, h)
	}
	return words
}

// minHash gives the number of distinct shingles and, for each of the hash
// functions, the low bits of its least value over them.
func minHash(words []uint64) (distinct uint16, low [hashes]uint16) {
	var least [hashes]uint32
	for i := range least {
		least[i] = 1<<32 - 1
	}
	seen := make(map[uint64]struct{}, len(words))
	for i := 0; i+shingle <= len(words); i++ {
		h := uint64(0)
		for _, w := range words[i : i+shingle] {
			h = mix(h ^ w)
		}
		if _, again := seen[h]; again {
			continue
		}
		seen[h] = struct{}{}
		for j := range least {
			least[j] = min(least[j], uint32((h*multipliers[j]+addends[j])>>32))
		}
	}
	for i := range least {
		low[i] = uint16(least[i])
	}
	return uint16(min(len(seen), largestCounted)), low
}

// multipliers and addends make the hash functions x*a+b, whose upper half is
// taken (M. Dietzfelbinger, multiply-add-shift). They must never change.
var multipliers, addends = func() (a, b [hashes]uint64) {
	state := uint64(0)
	for i := range a {
		a[i] = mix(state+1) | 1
		b[i] = mix(state + 2)
		state += 2
	}
	return a, b
}()

// mix is the finishing step of SplitMix64.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Similar tells whether two texts are copies. It is symmetric, and true of a
// text with itself unless it is empty.
func Similar(a, b Fingerprint) bool {
	if a.shingles < fewestShingles || b.shingles < fewestShingles {
		return a == b && a.shingles > 0
	}
	resemblance := agreement(&a.whole, &b.whole)
	shorter := float64(min(a.shingles, b.shingles))
	if resemblance < minResemblance || shared(resemblance, a.shingles, b.shingles)/shorter < minContainment {
		return false
	}
	return leadFound(&a, &b) >= minLeadFound || leadFound(&b, &a) >= minLeadFound
}

// leadFound is the part of a's opening that is found anywhere in b.
func leadFound(a, b *Fingerprint) float64 {
	return shared(agreement(&a.lead, &b.whole), a.leadShingles, b.shingles) / float64(a.leadShingles)
}

// agreement estimates the resemblance of two sets, shared elements of all.
func agreement(a, b *[hashes]uint16) float64 {
	equal := 0
	for i := range a {
		if a[i] == b[i] {
			equal++
		}
	}
	return float64(equal) / hashes
}

// shared is the number of elements that two sets of known sizes and resemblance
// have in common.
func shared(resemblance float64, a, b uint16) float64 {
	return resemblance / (1 + resemblance) * (float64(a) + float64(b))
}

// Keys are the block keys of a text: texts that share none are not worth
// comparing. The empty text has none.
func (f Fingerprint) Keys() []uint64 {
	if f.shingles == 0 {
		return nil
	}
	keys := make([]uint64, bands)
	for i := range keys {
		h := uint64(i)
		for _, v := range f.whole[i*rows : (i+1)*rows] {
			h = mix(h ^ uint64(v))
		}
		keys[i] = h
	}
	return keys
}
