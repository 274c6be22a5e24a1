import { TRPCClientError } from '@trpc/client'
import { SessionEnded } from '../session-ended.ts'

export interface FaultInfo {
  readonly kind: 'offline' | 'signedOut' | 'notAllowed' | 'failed'
  /** The code of an expected failure; each code has its own sentence. */
  readonly code: string | null
  /** The request ID in the server's log, or null for an expected failure. */
  readonly id: string | null
}

function text(data: unknown, key: string): string | null {
  const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : null
  return typeof value === 'string' ? value : null
}

/** Reads an error's kind and ID; nothing else of an error may be shown. */
export function faultOf(error: unknown): FaultInfo {
  if (error instanceof SessionEnded) return { kind: 'signedOut', code: null, id: null }
  if (!(error instanceof TRPCClientError)) return { kind: 'failed', code: null, id: null }
  const code = text(error.data, 'code')
  if (code === null) return { kind: 'offline', code: null, id: null }
  const kind = code === 'UNAUTHORIZED' ? 'signedOut' : code === 'FORBIDDEN' ? 'notAllowed' : 'failed'
  const id = kind === 'failed' ? text(error.data, 'errorId') : null
  return { kind, code: text(error.data, 'faultCode'), id }
}
