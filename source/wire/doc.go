// Package wire reads documents as JSON:
//
//	{"id": "post-7", "outlet": "post.example", "url": "https://post.example/7",
//	 "published": "2025-11-24T18:05:00+02:00", "zone": "Europe/Oslo",
//	 "title": "Talks resume", "text": "Envoys met in Geneva on Monday."}
//
// One such object a file, an array of them, or one a line. All fields are
// strings and may be missing or null, but there must be a title or a text; id
// may also be a number. Other fields are passed over. A field that an object
// has twice is an error, since nothing tells which one is meant.
package wire
