// Package source turns what a user hands over into documents: files, folders
// and standard input, as plain text, Markdown, JSON or HTML. Packages below it
// each know one format: plain, wire (JSON), page (HTML), feed; stated holds what they
// give back, timestamp reads their dates, markup takes the words out of HTML,
// furniture knows the lines that sites set around articles.
//
//	for doc, err := range source.Open(ctx, []string{"news/", "talks.html", "-"}, source.Options{Outlet: "post.example"}) {
//		if err != nil {
//			report(err) // names file, place, problem and mend
//			continue
//		}
//		read(doc)
//	}
//
// # Formats
//
// The name's ending tells the format, a further ".gz" that it is compressed:
//
//	.txt .text .md .markdown   one article, or a digest (see package plain)
//	.json                      a document, or an array of them (see package wire)
//	.jsonl .ndjson             a document a line, in files of any size
//	.html .htm .xhtml          the page of an article (see package page)
//	.rss .atom .rdf .xml       a feed, each item a document (see package feed)
//
// Standard input and files with other endings are told by their first
// characters. A folder is read with the folders in it, in the order of the
// names, without hidden files and without endings that are not listed.
//
// Text is UTF-8, or UTF-16 with a byte order mark. A text that is neither is
// taken for Windows-1252 where no byte of it is undefined there, no run of it
// looks like UTF-8 and at most a fifth of its bytes are not ASCII; else it is an
// error, since a guess would spoil names.
//
// # Names
//
// A document that states an id has it. Else its id is the base name of its file
// made safe, and that with -1, -2 … where the file holds several. Where files of
// one batch share a base name and differ, each gets a hash of its content behind
// the name, whichever came first. Standard input is named after its content.
//
// # Errors
//
// All are *parley.Error. One input that cannot be read does not stop the others.
// Of kind Partial are notes about a document that came just before: its date
// could not be read and stays unknown. They are no failures.
package source
