// Package wire reads documents as JSON:
//
//	{"id": "post-7", "outlet": "post.example", "url": "https://post.example/7",
//	 "published": "2025-11-24T18:05:00+02:00", "updated": "2025-11-25T09:00:00+02:00", "zone": "Europe/Oslo",
//	 "byline": "Ida Lund", "title": "Talks resume", "text": "Envoys met in Geneva on Monday."}
//
// One such object a file, an array of them, or one a line. All fields are
// strings and may be missing or null, but there must be a title or a text; id
// may also be a number, and byline an object with a name, or a list. Other fields are passed over. A field that an object
// has twice is an error, since nothing tells which one is meant. A text is kept
// to the byte, but for the headlines of other articles that a page's scraper
// left below its last paragraph: they are no part of it.
package wire
