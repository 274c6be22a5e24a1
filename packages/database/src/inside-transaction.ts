/**
 * The error of a call inside a transaction that does not use its handle: it would miss its changes or wait for it
 * forever.
 */
export const insideTransactionError = () => new Error('inside a transaction only its own handle may be used')
