package web

// help explains the pages.
func help(*visit) (leaf, error) { return leaf{Title: "How to read these pages"}, nil }
