// Package sample carries the articles that `parley demo` reads: short texts
// written for Parley, telling public facts of two negotiations as invented
// outlets might. README.md says what they are good for, SOURCES.md where each
// fact was public.
package sample

import "embed"

// Files holds the articles, one JSON document a file, under "articles". A file
// is named for its document's id; the one article that its outlet edited stands
// there twice, under one id with two publication times.
//
//go:embed articles/*.json
var Files embed.FS
