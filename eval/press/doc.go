// Package press invents a press: the readings of any number of articles about
// twenty negotiations over five years, to measure a record that has grown
// large. Nothing is read; each article comes with what it would be read to say,
// and every field with words of its text.
//
// The articles tell of rounds of talks before, on and after their days, with
// dates left open or given roughly; of attacks with counts that differ; of
// stances that change, plans that are amended, things denied and called off.
// They are reprinted, edited, and now and then come in late. The largest
// negotiation has a fifth of all articles, its busiest month a hundredth. Some
// talks are told of for years.
//
// The same seed and number of articles give the same press. States and people
// are invented.
package press
