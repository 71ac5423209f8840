// Package byline tells which people wrote an article by what its outlet writes as
// its author:
//
//	byline.Of("By IDA LUND and Per Holm, Norland Post", "Norland Post") // "IDA LUND, Per Holm"
//	byline.Of("Norland Post Staff", "Norland Post")                    // ""
//
// Sites write into that place whatever they have: the outlet's own name, a news
// agency, "admin", the date. Only what has the shape of a person's full name is one,
// and is given as it is written; in case of doubt there is no byline.
package byline
