import { DatabaseFault, type DatabaseFaultCode, DiskFullError } from '../database-fault.ts'

/** Codes of the server and of the system, or their first two digits. */
const CODES: Readonly<Record<string, DatabaseFaultCode>> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  // Failed connections, and a server that stops or starts.
  '08': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  // Too many connections, a lock and a statement that took too long.
  '53300': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '28P01': 'wrong-password',
  '3D000': 'no-such-database',
  // A user who may not connect, a missing right.
  '28': 'access-denied',
  '42501': 'access-denied',
  '25006': 'read-only',
}

/** Codes of a certificate that the client does not trust, or that is of another host. */
const UNTRUSTED = /^(ERR_TLS_CERT|CERT_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT)/

/** Errors of the client have no code. */
const MESSAGES: readonly (readonly [RegExp, DatabaseFaultCode])[] = [
  [/^timeout exceeded when trying to connect/, 'busy'],
  [/^(Connection terminated|Client has encountered a connection error|timeout expired)/, 'unreachable'],
  [/server does not support SSL/, 'no-tls'],
]

const CLOSED = /^Cannot use a pool after calling end/

/**
 * The code of the server, the system or Prisma in an error; empty if it has none. An error at the commit of a transaction
 * leaves Prisma as the error of its driver, whose cause has the code.
 */
export function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code
  const { cause } = error
  const hasCode = typeof cause === 'object' && cause !== null && 'originalCode' in cause
  return hasCode ? String(cause.originalCode) : ''
}

/**
 * Returns the typed fault of an error of the client or the server; any other error (a broken rule, a bug) unchanged.
 */
export function toPostgresqlFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseFault) return error
  const code = codeOf(error)
  if (code === '53100' || code === '58030') return new DiskFullError(error)
  if (CLOSED.test(error.message)) return new DatabaseFault('closed', 'the database is closed', { cause: error })
  const faultCode =
    CODES[code] ??
    CODES[code.slice(0, 2)] ??
    (UNTRUSTED.test(code) ? 'untrusted-certificate' : undefined) ??
    MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1]
  // The client's message names the host and never the password.
  return faultCode ? new DatabaseFault(faultCode, `${code} ${error.message}`.trim(), { cause: error }) : error
}
