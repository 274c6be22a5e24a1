import { csv, csvLines } from '@wayproof/evidence/import/csv/csv'
import { AUDIT_ACTS } from '@wayproof/journal/audit-log/audit-entry'
import type { FoundEntry } from '@wayproof/journal/audit-log/ports'
import { localTimeAt } from '@wayproof/kernel/calendar/local-time'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { Hono } from 'hono'
import { auditFilters, filtersOf } from '../audit-log/audit-query.ts'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { textStream } from './text-table.ts'

/** `GET /export/audit-log.csv?act=&actor=&subject=&from=&to=`: the entries that match, for officers and auditors. */
export function auditLogRoute(services: Services): Hono {
  const { store, timeZone } = services
  return new Hono().get('/audit-log.csv', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    if (user.role !== 'officer' && user.role !== 'auditor') return c.json(refusal('FORBIDDEN', 403), 403)
    const filters = auditFilters.safeParse(c.req.query())
    if (!filters.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const entries = store.auditLog.all(filtersOf(filters.data, user.role))
    const form = { timeZone, locale: user.locale }
    return textStream('audit-log', csvInChunks(rowsInChunks(entries, form)))
  })
}

interface FileForm {
  readonly timeZone: string
  readonly locale: Locale
}

/** The heading, then the entries as they are read: the log may be longer than memory. */
async function* rowsInChunks(
  chunks: AsyncIterable<readonly FoundEntry[]>,
  form: FileForm,
): AsyncGenerator<readonly (readonly string[])[]> {
  const { columns, file } = messages(form.locale).reporting.auditLog
  yield [[columns.at, columns.by, file.act, file.subject, file.details]]
  for await (const entries of chunks) yield entries.map((entry) => auditRow(entry, form))
}

function auditRow(
  { at, by, actorId, act, subject, about, details }: FoundEntry,
  { timeZone, locale }: FileForm,
): readonly string[] {
  const { actNames, system } = messages(locale).reporting.auditLog
  const auditAct = AUDIT_ACTS.find((candidate) => candidate === act)
  return [
    localTimeAt(at, timeZone).replace('T', ' '),
    by ?? actorId ?? system,
    auditAct ? actNames[auditAct] : act,
    about ?? subject,
    Object.entries(details)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  ]
}

/** A CSV file, written while its rows are read. */
async function* csvInChunks(chunks: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<string> {
  yield csv([])
  for await (const rows of chunks) yield csvLines(rows)
}
