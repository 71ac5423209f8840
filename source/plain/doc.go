// Package plain takes plain text and Markdown apart as people keep them: one
// article, or a digest of several briefs one after another.
//
// A file is one article:
//
//	Norland and Sudmark resume talks
//
//	Envoys of Norland and Sudmark met in Geneva on Monday.
//	They are to meet again on Friday.
//
// Its first line is the headline where it is short, ends without a full stop
// and is followed by text. With digest set, each paragraph is a brief, and a
// short line before it its headline:
//
//	Envoys of Norland and Sudmark met in Geneva on Monday.
//	Sudmark puts its offer on hold
//	The government of Sudmark said on Friday that its offer was on hold.
//
// Front matter at the head of the file, or of each brief, states what the text
// lacks. Its keys are id, outlet, url, published (or date), zone, byline (or
// author), title and digest (true or false); others are passed over:
//
//	---
//	outlet: norlandpost.example
//	published: 2025-11-24 18:05
//	zone: Europe/Oslo
//	---
//	Envoys of Norland and Sudmark met in Geneva on Monday.
//	---
//	published: 2025-11-28
//	---
//	Sudmark puts its offer on hold
//
// A block speaks for the text down to the next block, and for the whole file
// where it is the first and says "digest: true" or no text follows it. Text
// under a block that gives an id or a title is one brief, however many
// paragraphs it has.
//
// A line near the head of an article that shows only its date ("Published
// November 24, 2025") states it, and one "By Ida Lund" its byline.
//
// What is kept is kept byte for byte, with an empty line between paragraphs.
// Dropped are: the tail of unrelated headlines that sites put under an article
// (short lines without a full stop, with no paragraph behind them), lines of
// site furniture (package furniture), Markdown's marks. Lines that an editor
// broke at a fixed width are joined by spaces.
package plain
