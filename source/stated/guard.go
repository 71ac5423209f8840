package stated

import (
	"fmt"

	"github.com/parleyrecord/parley"
)

// Guard, deferred, makes an error of a parser's panic: bytes that nobody has
// thought of must not end a process that has other things to read, and would end it
// again whenever it came back to them.
func Guard(err *error) {
	if fault := recover(); fault != nil {
		*err = &parley.Error{Kind: parley.Invalid, Problem: fmt.Sprintf("the parser failed over it: %v", fault), Mend: "please report it, with the file"}
	}
}
