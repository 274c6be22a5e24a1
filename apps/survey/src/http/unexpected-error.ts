import type { LogEntry } from '@wayproof/kernel/operation-log'

/**
 * Log entry of an unexpected error: ID, kind, code and location in the source. The message is included only if the
 * error has a code (the system and the database name files and columns there), because it could quote a link or an
 * answer.
 */
export function errorEntry(id: string, request: string, error: Error): LogEntry {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    level: 'error',
    event: 'unexpected-error',
    errorId: id,
    request,
    error: error.name,
    ...(code !== undefined && { code, message: error.message }),
    at: at.slice(0, 12).map((line) => line.trim()),
  }
}
