// Package timestamp reads the publication times that files, pages and feeds
// state, such as
//
//	2025-11-24T18:05:00+02:00
//	Mon, 24 Nov 2025 18:05:00 GMT
//	2025-11-24 18:05
//	November 24, 2025 at 6:05 p.m. EST
//	6:05 PM EST, Mon November 24, 2025
//	24.11.2025
//
// A time without a zone is read in the zone that the caller hands over, and so
// is an abbreviation that this zone uses itself: "IST" is Indian time for an
// outlet in Asia/Kolkata and Israeli time for one in Asia/Jerusalem. Other
// abbreviations count where they mean one thing in the news ("EAT", "MSK", and
// the American ones of RFC 822); "IST" without a zone is an error, and so is
// "03/04/2025", since nothing tells the day from the month. What cannot be read
// is never replaced by today.
//
// The package is not for dates in running prose.
package timestamp
