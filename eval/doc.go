// Package eval scores Parley against gold data, by the field's own
// definitions. Each suite is a function from files to Scores: named fractions
// in the order they are printed, and the errors behind them for a listing.
// Nothing in the product's path uses this package.
package eval
