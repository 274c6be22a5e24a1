import { TRPCClientError } from '@trpc/client'
import { SessionEnded } from '../session-ended.ts'

export interface ShownFault {
  readonly kind: 'offline' | 'signedOut' | 'notAllowed' | 'failed'
  /** The code of an expected failure, which has a sentence of its own. */
  readonly code: string | null
  /** Ties what went wrong to the server's log; null where nothing did. */
  readonly id: string | null
}

function text(data: unknown, key: string): string | null {
  const value = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : null
  return typeof value === 'string' ? value : null
}

/** What may be said of an error: its kind and its number, nothing else of it. */
export function faultOf(error: unknown): ShownFault {
  if (error instanceof SessionEnded) return { kind: 'signedOut', code: null, id: null }
  if (!(error instanceof TRPCClientError)) return { kind: 'failed', code: null, id: null }
  const code = text(error.data, 'code')
  if (code === null) return { kind: 'offline', code: null, id: null }
  const kind = code === 'UNAUTHORIZED' ? 'signedOut' : code === 'FORBIDDEN' ? 'notAllowed' : 'failed'
  const id = kind === 'failed' ? text(error.data, 'errorId') : null
  return { kind, code: text(error.data, 'faultCode'), id }
}
