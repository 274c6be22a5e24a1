import { API_SCOPES } from '@wayproof/evidence/registers/api-scopes'
import { workbookOf } from '@wayproof/evidence/testing/a-workbook'
import { expect, test } from 'vitest'
import { makeApiKey } from '../settings/api-key-router.ts'
import { openApp } from '../testing/open-app.ts'

interface Told {
  readonly row?: number
  readonly rowNumber?: number
  readonly code: string
}

async function openDryRun() {
  const { send, join, post, app, services } = await openApp()
  const { cookie, person } = await join('officer')
  const dry = async (register: string, body: BodyInit, profile = 'default') => {
    const path = `/import/${register}?dryRun=true&profile=${profile}&fileName=f`
    const headers = { cookie, 'content-type': 'application/octet-stream' }
    const answer = await (await send(path, { method: 'POST', body, headers })).json()
    return [answer.fault?.total, (answer.rows as Told[]).map(({ rowNumber, code }) => `${rowNumber} ${code}`)]
  }
  const map = async (register: string, mapping: unknown) => {
    const answer = await post('/trpc/register.saveMapping', { json: { register, mapping } }, { cookie })
    return `mapping:${(await answer.json()).result.data.json.value}`
  }
  const key = await makeApiKey(services, { name: 'sales', scopes: API_SCOPES, actor: person })
  if (!key.ok) throw new Error(key.fault.code)
  const faultsOfPut = async (register: string, rows: unknown) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key.value.token}` }
    const init = { method: 'POST', body: JSON.stringify(rows), headers }
    const answer = await (await app.request(`/api/v1/registers/${register}/rows`, init)).json()
    return (answer.rows as Told[]).map(({ row, code }) => `${row} ${code}`)
  }
  return { dry, map, sendRows: faultsOfPut }
}

const bookings = [
  ['month', 'channel', 'count'],
  ['2025-13', 'app', '-5'],
  ['2030-01', 'app', '5'],
  ['', 'app', 'x'],
]
const allFaults = [5, ['2 bad-month', '2 bad-number', '3 in-future', '4 required', '4 bad-number']]
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join()).join('\n')

test('a dry run reports faults in sound rows beside broken ones, for every kind of file', async () => {
  const { dry, map } = await openDryRun()
  expect(await dry('bookings', csv(bookings))).toEqual(allFaults)
  expect(await dry('bookings', Buffer.from(workbookOf({ sheets: [{ rows: bookings }] })))).toEqual(allFaults)
  const columns = ['月份', '渠道', '数量'].map((heading, index) => ({ heading, field: bookings[0]?.[index] ?? '' }))
  const form = { encoding: 'utf-8', delimiter: ',', dayFormat: null, constants: {}, words: {} }
  const mapping = await map('bookings', { ...form, columns })
  expect(await dry('bookings', csv([['月份', '渠道', '数量'], ...bookings.slice(1)]), mapping)).toEqual(allFaults)
  const incident = (incident_id: string, year: number, day: number) => ({
    incident_id,
    summary: 'x',
    security_incident: 'Confirmed',
    timeline: { incident: { year, month: 1, day } },
    attribute: { confidentiality: { data_disclosure: 'No' } },
  })
  const documents = [incident('a', 2025, 45), incident('b', 2030, 2), incident('c', 2025, 3), incident('c', 2025, 3)]
  const [total, foundFaults] = await dry('incidents', JSON.stringify(documents), 'veris-json')
  expect([total, foundFaults]).toEqual([3, ['1 bad-day', '2 in-future', '4 duplicate']])
})

test('the first hundred faults of a long file are listed in the order of rows, and all are counted', async () => {
  const { dry } = await openDryRun()
  const rows = Array.from({ length: 400 }, (_, n) => [n % 2 ? '2030-01' : 'soon', `c${n}`, '1'])
  const [total, foundFaults] = await dry('bookings', csv([bookings[0] ?? [], ...rows]))
  expect(total).toBe(400)
  expect(foundFaults).toEqual(rows.slice(0, 100).map((_, n) => `${n + 2} ${n % 2 ? 'in-future' : 'bad-month'}`))
})

test('a dry run of travelers reports them, too', async () => {
  const { dry, sendRows } = await openDryRun()
  const header = ['customerNumber', 'email', 'locale', 'tripType', 'channel', 'region', 'lastTrip', 'adult']
  const basis = ['residence', 'basis', 'basisWording', 'basisNamesSurveys', 'basisNotice', 'basisSource', 'basisDate']
  const traveler = (number: string, email: string, lastTrip: string) =>
    [number, email, 'en', 'group', 'app', 'east', lastTrip, 'yes', ...basis.map(() => '')] as const
  const rows = [
    traveler('C1', 'a@x.example', '2026-03'),
    traveler('C2', 'b@x.example', 'March'),
    traveler('C3', 'none', '2026-03'),
    traveler('C1', 'd@x.example', '2026-03'),
    traveler('C4', 'e@x.example', '2030-01'),
    traveler('C5', 'a@x.example; b@x.example', 'March'),
    traveler('C6', 'none', '2030-01'),
  ]
  const restOfFaults = ['7 bad-month', '7 not-email', '8 not-email', '8 in-future']
  const foundFaults = ['3 bad-month', '4 not-email', '5 duplicate', '6 in-future', ...restOfFaults]
  expect(await dry('travelers', csv([[...header, ...basis], ...rows]))).toEqual([8, foundFaults])
  const apiRows = rows.map((row) =>
    Object.fromEntries(header.map((name, n) => [name, name === 'adult' ? true : row[n]])),
  )
  expect(await sendRows('travelers', apiRows)).toEqual([
    '2 bad-month',
    '3 not-email',
    '4 duplicate',
    '5 in-future',
    '6 bad-month',
    '6 not-email',
    '7 not-email',
    '7 in-future',
  ])
})

test('a request with an API key reports them, too', async () => {
  const { sendRows } = await openDryRun()
  const apiRows = [
    { month: '2025-13', channel: 'app', count: -5 },
    { month: '2030-01', channel: 'app', count: 5 },
    { month: '2025-01', channel: 'app' },
  ]
  expect(await sendRows('bookings', apiRows)).toEqual(['1 bad-number', '1 bad-month', '2 in-future', '3 required'])
})
