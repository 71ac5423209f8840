package page

import (
	"encoding/json"
	"slices"
	"strings"
)

// linkedDates are the publication dates of the articles that a block of JSON-LD
// describes, those of outer objects first. Broken blocks state nothing.
func linkedDates(block string) []string {
	var root any
	if err := json.Unmarshal([]byte(strings.TrimSpace(block)), &root); err != nil {
		return nil
	}
	var dates []string
	for level := []any{root}; len(level) > 0; {
		var next []any
		for _, value := range level {
			switch value := value.(type) {
			case []any:
				next = append(next, value...)
			case map[string]any:
				if at, ok := value["datePublished"].(string); ok && isArticle(value["@type"]) {
					dates = append(dates, at)
				}
				next = append(next, members(value)...)
			}
		}
		level = next
	}
	return dates
}

func members(object map[string]any) []any {
	keys := make([]string, 0, len(object))
	for key := range object {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	values := make([]any, len(keys))
	for i, key := range keys {
		values[i] = object[key]
	}
	return values
}

// isArticle tells whether a schema.org type is one of the articles:
// NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting …
func isArticle(kind any) bool {
	switch kind := kind.(type) {
	case string:
		return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || strings.HasSuffix(kind, "Report") || strings.HasSuffix(kind, "WebPage")
	case []any:
		return slices.ContainsFunc(kind, isArticle)
	}
	return false
}
