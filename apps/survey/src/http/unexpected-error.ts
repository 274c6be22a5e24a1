import type { LogEntry } from '@wayproof/kernel/operation-log'

/**
 * The entry of the log about an error nobody expected: its id, kind, code and place in the code. The message stays out
 * unless the error carries a code (system and database name files and columns there): it could quote a link or an answer.
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
