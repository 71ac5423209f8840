// Command parley reads the news about a negotiation and keeps its record.
package main

import (
	"os"
	"runtime"
)

// ballast is never touched, and so takes no memory; but the collector counts it to what
// lives. That is little, and what an article or a question takes for a while is much:
// without it the collector would run for every few megabytes.
var ballast = make([]byte, 128<<20)

func main() {
	code := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	runtime.KeepAlive(ballast)
	os.Exit(code)
}
