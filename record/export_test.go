package record

// For tests.
const Form = form

var RefoldInParts = refoldInParts
