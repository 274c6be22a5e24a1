import { type Locale, localTimeAt } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { AUDIT_ACTS, type FoundEntry } from '@wayproof/oversight/audit-log'
import { Hono } from 'hono'
import { auditFilters, filtersOf, mayKnowOfReports } from '../audit-log/audit-query.ts'
import { refusal } from '../http/refusal.ts'
import { type Services, signedIn } from '../trpc/context.ts'
import { textTable } from './text-table.ts'

/** The newest entries are exported. */
const MAX_ROWS = 100_000

/** `GET /export/audit-log.csv?act=&actor=&subject=&from=&to=`: the entries that match, for officers and auditors. */
export function auditLogRoute(services: Services): Hono {
  const { store, timeZone } = services
  return new Hono().get('/audit-log.csv', async (c) => {
    const user = await signedIn(services, c.req.raw.headers)
    if (!user) return c.json(refusal('UNAUTHORIZED', 401), 401)
    if (user.role !== 'officer' && user.role !== 'auditor') return c.json(refusal('FORBIDDEN', 403), 403)
    const filters = auditFilters.safeParse(c.req.query())
    if (!filters.success) return c.json(refusal('BAD_REQUEST', 400), 400)
    const entries = await store.auditLog.search({
      ...filtersOf(filters.data, user.role),
      offset: 0,
      limit: MAX_ROWS,
    })
    return textTable(
      'audit-log',
      'csv',
      auditRows(entries, { timeZone, locale: user.locale, hasNumbers: mayKnowOfReports(user.role) }),
    )
  })
}

interface FileForm {
  readonly timeZone: string
  readonly locale: Locale
  readonly hasNumbers: boolean
}

function auditRows(entries: readonly FoundEntry[], { timeZone, locale, hasNumbers }: FileForm): string[][] {
  const { columns, file, actNames, system } = messages(locale).reporting.auditLog
  const nameOf = (act: string) => {
    const known = AUDIT_ACTS.find((candidate) => candidate === act)
    return known ? actNames[known] : act
  }
  return [
    [...(hasNumbers ? [columns.number] : []), columns.at, columns.by, file.act, file.subject, file.details],
    ...entries.map(({ number, at, by, actorId, act, subject, about, details }) => [
      ...(hasNumbers ? [number === null ? '' : String(number)] : []),
      localTimeAt(at, timeZone).replace('T', ' '),
      by ?? actorId ?? system,
      nameOf(act),
      about ?? subject,
      Object.entries(details)
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
    ]),
  ]
}
