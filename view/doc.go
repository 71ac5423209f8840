// Package view answers what people ask of the record: what happened when, who
// meets whom, where each party stands, what is disputed, what changed, and
// which words say so. It asks the store and renders nothing.
//
// All that depends on the day from which one looks lives here, and only here:
// a meeting planned for a day that has passed is not confirmed on one day and
// was simply planned on another. A view is computed for its [Look] and never
// stored.
package view
