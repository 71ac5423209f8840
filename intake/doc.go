// Package intake is the one place where the steps meet: it takes documents as
// they come through reader, record and store.
//
// Documents are read by several workers at once; what they say is folded and
// committed in batches, each in one transaction, and a second after the first
// document of a batch at the latest. So a process that is killed loses none of the
// documents that it has reported as kept, and leaves none half kept: what was not
// committed is read again when it is added again, and what was is recognised and
// left alone. Since the record does not depend on order, neither does it on the
// number of workers or the size of batches.
package intake
