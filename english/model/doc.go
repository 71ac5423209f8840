// Package model holds the weights of the English engine, embedded in the
// binary, and the network that runs over them: features of a form, two layers
// of bidirectional simple recurrent units, and heads for tags, names and a
// biaffine dependency tree (Dozat and Manning 2017). How the weights are made
// is in english/train; the header of english.bin names their version, data and
// licence.
package model
