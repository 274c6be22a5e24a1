/** The error of a call that ignores the transaction it is made in: it would miss its changes, or wait for it forever. */
export const insideTransactionError = () => new Error('inside a transaction only its own handle may be used')
