import { DESK_ROLES } from '@wayproof/accounts/accounts/person'
import type { RightsCase } from '@wayproof/evidence/rights/rights-case'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { Hono } from 'hono'
import { type Services, signedIn } from '../trpc/context.ts'
import { type TableForm, textTable } from './text-table.ts'

/**
 * `GET /export/requests.csv` and `.xlsx`: the dates of every case without personal data, for users who read single
 * cases.
 */
export function requestsRoute(services: Pick<Services, 'auth' | 'store' | 'clock'>): Hono {
  const { store } = services
  const file = async (form: TableForm, headers: Headers) => {
    const user = await signedIn(services, headers)
    if (!user) return Response.json({ ok: false, fault: { code: 'not-signed-in' } }, { status: 401 })
    if (!DESK_ROLES.some((role) => role === user.role))
      return Response.json({ ok: false, fault: { code: 'input-invalid' } }, { status: 404 })
    return textTable('requests', form, requestRows(await store.rights.allCases(), user.locale))
  }
  return new Hono()
    .get('/requests.csv', (c) => file('csv', c.req.raw.headers))
    .get('/requests.xlsx', (c) => file('xlsx', c.req.raw.headers))
}

function requestRows(cases: readonly RightsCase[], locale: Locale): string[][] {
  const { rights, reporting } = messages(locale)
  const { requests } = reporting
  const { columns } = requests
  const headings = [
    ...[columns.kind, requests.channel, requests.law, columns.received, requests.recorded, columns.due],
    ...[requests.extended, requests.checked, columns.answered, columns.closed, columns.step, columns.outcome],
  ]
  const rows = cases.map((rightsCase) => [
    rights.kinds[rightsCase.kind],
    requests.channels[rightsCase.channel],
    rightsCase.regime === null ? '' : requests.laws[rightsCase.regime],
    ...[
      rightsCase.receivedOn,
      rightsCase.recordedOn,
      rightsCase.dueOn,
      rightsCase.extendedOn,
      rightsCase.identityCheckedOn,
    ].map((day) => day ?? ''),
    ...[rightsCase.answeredOn, rightsCase.closedOn].map((day) => day ?? ''),
    rights.statuses[rightsCase.status],
    rightsCase.outcome === null ? '' : rights.outcomes[rightsCase.outcome],
  ])
  return [headings, ...rows]
}
