import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { procedures } from '../testing/procedures.ts'
import { createContextInner } from '../trpc/context.ts'
import { FaultError } from '../trpc/fault-to-trpc.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { appRouter } from '../trpc/router.ts'
import { ALLOWED_BESIDE_SAMPLE } from './beside-sample.ts'

const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'p@x.example', programmeStart: '2026-06-01' }

async function openEmpty() {
  const app = await openApp()
  const { services, join } = app
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const { person, cookie } = await join('officer')
  const callerFor = (user: typeof person) => appRouter.createCaller(createContextInner(services, { user }))
  const officer = callerFor(person)
  await officer.organisation.save({ ...organisation, baselineYear: null, sample: false })
  return { ...app, officer, person, cookie, callerFor }
}

type Empty = Awaited<ReturnType<typeof openEmpty>>

/** Tables that keep what happened: the log records both acts, and the revision of the registers only grows. */
const GROWING = ['audit_entry', 'audit_chain', 'register_revision']

async function allRows({ database }: Empty): Promise<Record<string, readonly unknown[]>> {
  const names = await database.rows<{ name: string }>(({ engine }) =>
    engine === 'sqlite'
      ? `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'`
      : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'`,
  )
  const tables: Record<string, readonly unknown[]> = {}
  for (const { name } of names)
    if (!GROWING.includes(name)) {
      const rows = await database.rows(`SELECT * FROM "${name}"`)
      tables[name] = rows.map((row) => JSON.stringify(row)).sort()
    }
  return tables
}

const actsOf = ({ database }: Empty) =>
  database.rows<{ act: string }>('SELECT act FROM audit_entry ORDER BY id').then((rows) => rows.map(({ act }) => act))

test('an officer loads sample data and removes it: every table is as before, row for row', async () => {
  const app = await openEmpty()
  const { officer, services } = app
  const [before, acts] = [await allRows(app), await actsOf(app)]
  expect(await officer.sampleData.state()).toEqual({ state: null, isEmpty: true })
  await officer.sampleData.load()
  expect(await officer.sampleData.state()).toMatchObject({ state: { phase: 'loaded' }, isEmpty: false })
  expect((await officer.firstRun.steps()).isOver).toBe(true)
  expect((await officer.session.me()).organisation).toMatchObject({ nameEn: 'Yuntu Travel', hasSampleData: true })

  const loaded = await allRows(app)
  const filled = ['incident', 'partner', 'exam_attempt', 'policy_check', 'wave', 'tally', 'comment', 'rights_case']
  for (const table of [...filled, 'meeting', 'agreed_action']) expect(loaded[table]?.length, table).toBeGreaterThan(0)
  expect(loaded.letter).toEqual(before.letter)
  const { verdicts } = await officer.scorecard.forPeriod({ period: '2025-H2' })
  expect(new Set(verdicts.map(({ status }) => status)).size).toBeGreaterThan(1)
  expect(verdicts.find(({ goal }) => goal === 'customer-satisfaction')?.status).not.toBe('no-data')
  expect((await officer.deadline.list({ mineOnly: false, page: 1 })).total).toBeGreaterThan(0)

  await officer.sampleData.remove()
  expect(await allRows(app)).toEqual(before)
  const after = await officer.scorecard.forPeriod({ period: '2025-H2' })
  expect(new Set(after.verdicts.map(({ status }) => status))).toEqual(new Set(['no-data']))
  expect(await actsOf(app)).toEqual([...acts, 'sample-data-loaded', 'sample-data-removed'])
  await services.store.auditLog.chainNew(services.clock.now())
  await officer.auditLog.verify()
  expect((await officer.auditLog.state()).isBroken).toBe(false)
  expect((await officer.firstRun.steps()).isOver).toBe(false)
  expect(await officer.sampleData.state()).toEqual({ state: null, isEmpty: true })
})

test.each([
  ['just after midnight of a day with training and exams', '2026-12-01T00:05:00+08:00'],
  ['in the first minute of a year', '2027-01-01T00:00:30+08:00'],
  ['on a leap day', '2028-02-29T12:00:00+08:00'],
  ['in the last minute of a half-year', '2028-06-30T23:59:30+08:00'],
])('sample data that is loaded %s has nothing of later', async (_, instant) => {
  const app = await openEmpty()
  const { officer, services, database, pass } = app
  const now = Date.parse(instant)
  pass((now - services.clock.now()) / 60_000)
  await officer.sampleData.load()
  const [completions] = await database.rows<{ last: number }>(
    'SELECT max(completed_at) AS last FROM training_completion',
  )
  expect(completions?.last).toBeLessThanOrEqual(now)
  expect(completions?.last).toBeGreaterThan(now - 400 * 24 * 60 * 60_000)
  await officer.sampleData.remove()
  expect(await services.store.sampleData.isEmpty()).toBe(true)
})

test('two officers who load at once load it once', async () => {
  const app = await openEmpty()
  const { officer, join, callerFor } = app
  const other = callerFor((await join('officer', 'second@x.example')).person)
  const answers = await Promise.allSettled([officer.sampleData.load(), other.sampleData.load()])
  for (const answer of answers) if (answer.status === 'rejected') expect(codeOf(answer.reason)).toBe('sample-loading')
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect(await actsOf(app).then((acts) => acts.filter((act) => act === 'sample-data-loaded'))).toHaveLength(1)
  await other.sampleData.load()
  expect((await allRows(app)).wave).toHaveLength(2)
})

const codeOf = (error: unknown) => {
  const { cause } = error as { cause?: unknown }
  return cause instanceof FaultError ? cause.fault.code : String(error)
}

test('beside sample data every change is refused but those of accounts, settings and the sample data', async () => {
  const { officer, callerFor, services, send, cookie, join } = await openEmpty()
  await officer.sampleData.load()
  const roles = ['executive', 'auditor', 'case-handler', 'human-resources'] as const
  const people = await Promise.all(roles.map((role) => join(role)))
  const callers = [officer, ...people.map(({ person }) => callerFor(person))]
  const refused: string[] = []
  for (const { path, type } of procedures) {
    if (type !== 'mutation' || ALLOWED_BESIDE_SAMPLE.has(path)) continue
    const [area = '', name = ''] = path.split('.')
    for (const caller of callers) {
      const call = Reflect.get(Reflect.get(caller, area), name) as (input?: unknown) => Promise<unknown>
      const code = await call(undefined).then(() => null, codeOf)
      if (code === 'sample-loaded') refused.push(path)
    }
  }
  const own = procedures.filter(({ path, type }) => type === 'mutation' && !ALLOWED_BESIDE_SAMPLE.has(path))
  // Anyone, signed in or not, may set a password or accept an invitation.
  const publicly = ['passwordReset.ask', 'passwordReset.use', 'people.accept']
  expect([...new Set(refused)].sort()).toEqual(
    own.flatMap(({ path }) => (publicly.includes(path) ? [] : [path])).sort(),
  )

  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const file = { method: 'POST', body: 'month,channel,count\n2025-01,app,3\n', headers }
  for (const path of ['/import/bookings?dryRun=false&fileName=b.csv', '/evidence/partners?key=x&fileName=a.pdf']) {
    const answer = await send(path, file)
    expect([answer.status, (await answer.json()).fault]).toEqual([409, { code: 'sample-loaded' }])
  }
  await officer.apiKey.make({ name: 'HR', scopes: ['bookings:write'] }).then(async ({ token }) => {
    const answer = await send('/api/v1/registers/bookings/rows', {
      ...{ method: 'POST', body: '[]' },
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    expect([answer.status, (await answer.json()).code]).toEqual([409, 'sample-loaded'])
  })
  expect(await services.store.outbox.counts()).toMatchObject({ queued: 0 })
})

test('beside sample data a program gets no made-up figures, and each downloaded file is marked', async () => {
  const { officer, send, cookie } = await openEmpty()
  const { token } = await officer.apiKey.make({ name: 'BI', scopes: ['scorecard:read', 'incidents:read'] })
  const statuses = async () => {
    const headers = { authorization: `Bearer ${token}` }
    const paths = ['/api/v1/scorecard?period=2025-H2', '/api/v1/registers/incidents/rows']
    return Promise.all(paths.map(async (path) => (await send(path, { headers })).status))
  }
  const nameOf = async (path: string) => {
    const answer = await send(path, { headers: { cookie } })
    return [answer.status, /filename="(.*)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]]
  }
  const before = await statuses()
  await officer.sampleData.load()
  expect(await statuses()).toEqual([409, 409])
  expect(await nameOf('/export/scorecard.csv?period=2025-H2')).toEqual([200, 'sample-data-scorecard-2025-H2.csv'])
  expect(await nameOf('/export/deadlines.ics')).toEqual([200, 'sample-data-deadlines.ics'])
  const calendar = await (await send('/export/deadlines.ics', { headers: { cookie } })).text()
  const summaries = calendar.replaceAll(/\r\n /g, '').match(/^SUMMARY.*$/gm) ?? []
  expect(summaries.filter((line) => !/:(Sample data|示例数据)/.test(line))).toEqual([])
  expect(summaries.length).toBeGreaterThan(0)
  await officer.sampleData.remove()
  expect(await statuses()).toEqual(before)
  expect(await nameOf('/export/deadlines.ics')).toEqual([200, 'deadlines.ics'])
})

test.each([
  ['training-sessions', 'quarter,heldOn\n2026-Q1,2026-02-03\n'],
  [
    'travelers',
    `customerNumber,email,locale,tripType,channel,region,lastTrip,adult,residence,basis,basisWording,basisNamesSurveys,basisNotice,basisSource,basisDate
C1,li@x.example,zh-CN,group,app,east,2026-03,yes,CN,consent,6,yes,,app,2026-01-05\n`,
  ],
])('a file of %s that is sent while sample data is loaded is refused with its sentence', async (register, text) => {
  const { officer, send, cookie, services } = await openEmpty()
  const begun = Promise.withResolvers<void>()
  const loaded = Promise.withResolvers<void>()
  const pieces = [async () => begun.resolve(), () => loaded.promise]
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        await pieces.shift()?.()
        stream.enqueue(new TextEncoder().encode(pieces.length === 1 ? text : ''))
        if (pieces.length === 0) stream.close()
      },
    },
    { highWaterMark: 0 },
  )
  const answer = send(`/import/${register}?dryRun=false&fileName=a.csv`, {
    ...{ method: 'POST', body, headers: { cookie, 'content-type': 'application/octet-stream' } },
    ...({ duplex: 'half' } as object),
  })
  await begun.promise
  await officer.sampleData.load()
  loaded.resolve()
  expect([(await answer).status, await (await answer).json()]).toEqual([
    409,
    { ok: false, fault: { code: 'sample-loaded' }, rows: [] },
  ])
  await officer.sampleData.remove()
  expect(await services.store.sampleData.isEmpty()).toBe(true)
})

test("a person's views of lists are named beside sample data and stay after it", async () => {
  const { officer } = await openEmpty()
  const views = async () =>
    (await officer.registerRow.savedViews({ register: 'incidents' })).map(({ name }) => name).sort()
  await officer.registerRow.saveView({ register: 'incidents', name: 'Before', search: { find: 'leak' } })
  await officer.sampleData.load()
  await officer.registerRow.saveView({ register: 'incidents', name: 'Beside', search: { find: 'mail' } })
  expect(await views()).toEqual(['Before', 'Beside'])
  await officer.sampleData.remove()
  expect(await views()).toEqual(['Before', 'Beside'])
})

test('an installation with a record of its own offers no sample data, and refuses it', async () => {
  const { officer, send, cookie } = await openEmpty()
  const headers = { cookie, 'content-type': 'application/octet-stream' }
  const body = 'month,channel,count\n2025-01,app,3\n'
  expect((await send('/import/bookings?dryRun=false&fileName=b.csv', { method: 'POST', body, headers })).status).toBe(
    200,
  )
  expect(await officer.sampleData.state()).toEqual({ state: null, isEmpty: false })
  expect(codeOf(await officer.sampleData.load().catch((error: unknown) => error))).toBe('sample-not-empty')
  expect((await officer.session.me()).organisation).toMatchObject({ nameEn: 'Farway', hasSampleData: false })
})

test('a load that fails in the middle leaves nothing', async () => {
  const app = await openEmpty()
  const { officer, database } = app
  const before = await allRows(app)
  // A table without its column: the step that fills it fails.
  await database.run('ALTER TABLE rights_message RENAME COLUMN purpose TO gone')
  await expect(officer.sampleData.load()).rejects.toThrow('RightsMessage')
  await database.run('ALTER TABLE rights_message RENAME COLUMN gone TO purpose')
  expect(await allRows(app)).toEqual(before)
  expect(await officer.sampleData.state()).toEqual({ state: null, isEmpty: true })
})
