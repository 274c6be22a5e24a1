import { hasCallerLeft } from '@wayproof/kernel/http/caller-left'
import type { LogEntry } from '@wayproof/kernel/operation-log'
import type { NoticeCode } from '@wayproof/messages/en/survey/survey'
import { noticePage } from '../components/notice-page.tsx'
import type { SurveyApp } from '../survey-app.ts'
import { productPage } from './page-in-language.ts'
import type { PageRequest } from './page-response.ts'
import { htmlResponse, type PageResponse } from './page-response.ts'
import type { PathKind } from './paths.ts'
import { requestLocale } from './request-page.ts'

/**
 * Disk full, the database locked by another program or read-only, the journal not writable, or the key of the wave missing: nothing was
 * written, and a retry may succeed.
 */
const STORED_NOTHING: ReadonlySet<unknown> = new Set([
  'disk-full',
  'busy',
  'read-only',
  'wave-key-missing',
  'journal-unwritable',
])

/** A page of the database is damaged, or it was found to be damaged before. */
const DAMAGED: ReadonlySet<unknown> = new Set(['damaged', 'not-a-database'])

const RETRY_IN_5_MINUTES = { 'Retry-After': '300' }

/** Logs an unexpected error and shows its ID. Nobody reads the response to a caller who has left. */
export function errorResponse(app: SurveyApp, request: PageRequest, path: PathKind, cause: unknown): PageResponse {
  const error = cause instanceof Error ? cause : new Error('no error was thrown', { cause })
  const id = app.ids.next()
  if (!hasCallerLeft(cause)) app.log(errorEntry(id, `${request.method} ${path}`, error))
  const locale = requestLocale(app, request)
  // The database may be the cause, so the error page does not read the organization from it.
  const page = productPage(locale, null)
  const code = 'code' in error ? error.code : undefined
  const isTemporary = STORED_NOTHING.has(code) || DAMAGED.has(code) || code === 'unreachable'
  const notice = noticePage(page, noticeOf(request.method, code), id)
  return isTemporary ? htmlResponse(request, notice, 503, RETRY_IN_5_MINUTES) : htmlResponse(request, notice, 500)
}

/** Opening a page stores nothing. A server that stops may have stored a form that it did not acknowledge. */
function noticeOf(method: string, code: unknown): NoticeCode {
  if (DAMAGED.has(code)) return 'no-answers'
  if (method === 'GET' || method === 'HEAD') return 'not-loaded'
  return STORED_NOTHING.has(code) ? 'not-stored' : 'internal'
}

/**
 * Log entry of an unexpected error: ID, kind, code and location in the source. The message is included only if the
 * error has a code (the system and the database name files and columns there), because it could quote a link or an
 * answer.
 */
function errorEntry(id: string, request: string, error: Error): LogEntry {
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
