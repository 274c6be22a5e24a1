/** True for Node's error of a request whose caller closed the connection before its end: nothing failed here. */
export const hasCallerLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET' && error.message === 'aborted'
