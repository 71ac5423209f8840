package page

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/parleyrecord/parley/source/markup"
)

// linkedObject is an object of schema.org that a page describes in JSON-LD.
type linkedObject map[string]any

// linkedObjects gives the objects in the blocks of JSON-LD of a page: block by
// block, outer ones first. Broken blocks state nothing.
func linkedObjects(root *html.Node) iter.Seq[linkedObject] {
	return func(yield func(linkedObject) bool) {
		more := true
		visit(root, false, func(n *html.Node, _ bool) {
			if more && isLinkedData(n) {
				more = eachObject(n.FirstChild.Data, yield)
			}
		})
	}
}

func isLinkedData(n *html.Node) bool {
	return n.DataAtom == atom.Script && n.FirstChild != nil && strings.EqualFold(strings.TrimSpace(markup.Attribute(n, "type")), "application/ld+json")
}

// eachObject yields the objects of a block; it is false where yield wants no
// more.
func eachObject(block string, yield func(linkedObject) bool) bool {
	var root any
	if err := json.Unmarshal([]byte(strings.TrimSpace(block)), &root); err != nil {
		return true
	}
	for level := []any{root}; len(level) > 0; {
		var next []any
		for _, value := range level {
			switch value := value.(type) {
			case []any:
				next = append(next, value...)
			case map[string]any:
				if !yield(value) {
					return false
				}
				next = append(next, linkedObject(value).members()...)
			}
		}
		level = next
	}
	return true
}

func (o linkedObject) members() []any {
	keys := make([]string, 0, len(o))
	for key := range o {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	values := make([]any, len(keys))
	for i, key := range keys {
		values[i] = o[key]
	}
	return values
}

// text is a member that is a string; "" where it is none.
func (o linkedObject) text(key string) string {
	s, _ := o[key].(string)
	return s
}

// isArticle tells whether the object's type is one of the articles, or that of a
// page that may be one.
func (o linkedObject) isArticle() bool {
	return o.is(func(kind string) bool { return isStoryKind(kind) || strings.HasSuffix(kind, "WebPage") })
}

// isStoryKind tells whether a type is one of the articles: NewsArticle,
// ReportageNewsArticle, BlogPosting, LiveBlogPosting …
func isStoryKind(kind string) bool {
	return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "Posting") || strings.HasSuffix(kind, "Report")
}

func (o linkedObject) is(wanted func(kind string) bool) bool {
	switch kind := o["@type"].(type) {
	case string:
		return wanted(kind)
	case []any:
		return slices.ContainsFunc(kind, func(each any) bool {
			name, ok := each.(string)
			return ok && wanted(name)
		})
	}
	return false
}

// liveUpdates are the posts of a live blog that the object describes.
func (o linkedObject) liveUpdates() (posts []linkedObject) {
	if !o.is(func(kind string) bool { return kind == "LiveBlogPosting" }) {
		return nil
	}
	switch updates := o["liveBlogUpdate"].(type) {
	case map[string]any:
		posts = append(posts, updates)
	case []any:
		for _, each := range updates {
			if post, ok := each.(map[string]any); ok {
				posts = append(posts, post)
			}
		}
	}
	return posts
}
