import type { RightsCase } from '@wayproof/evidence'
import type { Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { DESK_ROLES } from '@wayproof/store'
import { Hono } from 'hono'
import { type Parts, signedIn } from '../context.ts'
import { csv } from './csv.ts'

/** `GET /export/requests.csv`: every case with its dates and nothing of the person, for those who read single cases. */
export function requestsRoute({ auth, store }: Pick<Parts, 'auth' | 'store'>): Hono {
  return new Hono().get('/requests.csv', async (c) => {
    const user = await signedIn(auth, c.req.raw.headers)
    if (!user) return c.json({ ok: false, fault: { code: 'not-signed-in' } }, 401)
    if (!DESK_ROLES.some((role) => role === user.role))
      return c.json({ ok: false, fault: { code: 'input-invalid' } }, 404)
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="requests.csv"')
    return c.body(requestsFile(await store.rights.allCases(), user.locale))
  })
}

function requestsFile(cases: readonly RightsCase[], locale: Locale): string {
  const { rights, reporting } = messages(locale)
  const { requests } = reporting
  const { columns } = requests
  const headings = [
    ...[columns.kind, requests.channel, requests.law, columns.received, requests.recorded, columns.due],
    ...[requests.extended, requests.checked, columns.answered, columns.closed, columns.step, columns.outcome],
  ]
  const rows = cases.map((each) => [
    rights.kinds[each.kind],
    requests.channels[each.channel],
    each.regime === null ? '' : requests.laws[each.regime],
    ...[each.receivedOn, each.recordedOn, each.dueOn, each.extendedOn, each.identityCheckedOn].map((day) => day ?? ''),
    ...[each.answeredOn, each.closedOn].map((day) => day ?? ''),
    rights.statuses[each.status],
    each.outcome === null ? '' : rights.outcomes[each.outcome],
  ])
  return csv([headings, ...rows])
}
