import { brotliDecompressSync, constants, gunzipSync } from 'node:zlib'
import { READER_ROLES } from '@wayproof/accounts/accounts/person'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import superjson from 'superjson'
import { expect, test } from 'vitest'
import { drawHome } from '../../web/drawing/draw-home.tsx'
import { openApp } from '../testing/open-app.ts'
import { writeWaves } from '../testing/write-waves.ts'
import { surveyPorts } from '../trpc/ports.ts'
import type { DrawHome, HomeParts } from './drawn-home.ts'

const PERIOD = '2025-H2'
const HOSTILE = '</script><script>alert(1)</script><!--$&'
const index =
  '<!doctype html><html lang="zh-CN"><head></head><body><div id="root"></div><script src="/a.js"></script></body></html>'
const ANSWERS = /<script type="application\/json" id="answers">([^<]*)<\/script>/

async function openDashboard(draw: DrawHome = drawHome) {
  const opened = await openApp({ web: { index, get: () => undefined, find: () => undefined }, draw })
  const { services, database } = opened
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const names = { nameZh: '云途', nameEn: HOSTILE, contactEmail: 'desk@x.example' }
  await services.store.organisation.save({
    ...names,
    foundedOn: null,
    programmeStart: '2025-07-01',
    baselineYear: null,
    sample: false,
  })
  const overall = { opinions: 400, topTwo: 372, withoutOpinion: 3 }
  const place = { tripType: 'group', channel: 'app', region: 'east', language: 'en' }
  await writeWaves(database, [{ period: PERIOD, cells: [{ ...place, counts: { overall } }] }])
  const load = async (headers: Record<string, string>, path = `/?period=${PERIOD}`) => {
    const response = await opened.send(path, { headers })
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    return response.text()
  }
  return { ...opened, load }
}

type Answers = readonly (readonly [readonly [readonly string[], { readonly input?: unknown }], unknown])[]
const answersOf = (page: string) => superjson.parse<Answers>(ANSWERS.exec(page)?.[1] ?? '{"json":[]}')

test.each(READER_ROLES)('the page of the home has what the API answers to %s, and shows its figures', async (role) => {
  const { load, send, join, database } = await openDashboard()
  const { cookie } = await join(role)
  await load({ cookie })
  const entriesBefore = await database.rows('SELECT count(*) AS n FROM audit_entry')
  const page = await load({ cookie })
  const answers = answersOf(page)
  expect(await database.rows('SELECT count(*) AS n FROM audit_entry')).toEqual(entriesBefore)
  const asked = answers.map(([[names]]) => names.join('.'))
  expect(asked).toEqual(expect.arrayContaining(['session.me', 'scorecard.periods', 'scorecard.forPeriod']))
  for (const [[names, { input }], answer] of answers) {
    const query = input === undefined ? '' : `?input=${encodeURIComponent(superjson.stringify(input))}`
    const response = await send(`/trpc/${names.join('.')}${query}`, { headers: { cookie } })
    expect([names, superjson.deserialize((await response.json()).result.data)]).toEqual([names, answer])
  }
  const scorecard = answers.find(([[names, { input }]]) => {
    return names[1] === 'forPeriod' && (input as { period: string }).period === PERIOD
  })?.[1] as Scorecard
  const text = messages('en')
  for (const verdict of scorecard.verdicts) {
    expect(page).toContain(text.goals.names[verdict.goal])
    expect(page).toContain(verdictValue(verdict, 'en') ?? text.reporting.shell.none)
  }
  // The content security policy would refuse an attribute with styles.
  expect(page).not.toMatch(/<[^>]* style=/)
})

test('a reader without a session, with an expired one or without figures gets the page as it was built', async () => {
  const { load, join, pass } = await openDashboard()
  const administrator = await join('administrator')
  const { cookie } = await join('officer')
  const bare = async (headers: Record<string, string>, path?: string) => {
    const page = await load(headers, path)
    expect(page.replace(/<meta[^>]*>/, '')).toBe(index)
  }
  expect(answersOf(await load({ cookie })).length).toBeGreaterThan(3)
  await bare({})
  await bare({ cookie: 'wayproof-language=en' })
  await bare({ cookie: administrator.cookie })
  await bare({ cookie }, '/scorecard')
  pass(31 * 24 * 60)
  await bare({ cookie })
})

test('a name that closes the script stays data', async () => {
  const { load, join } = await openDashboard()
  const { cookie } = await join('executive')
  const page = await load({ cookie })
  expect(page.match(/<script/g)).toHaveLength(2)
  expect(page).not.toContain('alert(1)</script>')
  const me = answersOf(page).find(([[names]]) => names[1] === 'me')?.[1] as { organisation: { nameEn: string } }
  expect(me.organisation.nameEn).toBe(HOSTILE)
})

test.each([
  ['wayproof-language=zh-CN', 'zh-CN', 'false'],
  ['wayproof-language=en; wayproof-menu=folded', 'en', 'true'],
  ['wayproof-language=fr', 'en', 'false'],
])('the page follows the choices in the cookies %s', async (choices, locale, isFolded) => {
  const { load, join } = await openDashboard()
  const { cookie } = await join('auditor')
  const page = await load({ cookie: `${cookie}; ${choices}` })
  expect(page).toContain(`<html lang="${locale}">`)
  expect(page).toContain(messages(locale === 'en' ? 'en' : 'zh-CN').goals.names['staff-training'])
  expect(page).toContain(`data-folded="${isFolded}"`)
})

test('two readers at once each get their own page', async () => {
  const { load, join } = await openDashboard()
  const people = await Promise.all([join('officer'), join('auditor'), join('procurement')])
  const pages = await Promise.all(people.map(({ cookie }) => load({ cookie })))
  for (const [at, page] of pages.entries()) {
    const me = answersOf(page).find(([[names]]) => names[1] === 'me')?.[1] as { user: { email: string } }
    expect(me.user.email).toBe(people[at]?.person.email)
    for (const { person } of people) expect(page.includes(person.email)).toBe(person === people[at]?.person)
  }
})

test('a page that cannot be drawn is served as it was built, and the log says why', async () => {
  const { load, join, logged } = await openDashboard(() => ({
    locale: 'en',
    styles: '',
    draw: () => Promise.reject(new Error('no ink')),
  }))
  const { cookie } = await join('officer')
  expect((await load({ cookie })).replace(/<meta[^>]*>/, '')).toBe(index.replace('zh-CN', 'en'))
  expect(logged).toContainEqual(
    expect.objectContaining({ at: 'drawing the home', stack: expect.stringMatching('ink') }),
  )
})

test.each([
  ['br', (bytes: Buffer) => brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH })],
  ['gzip', (bytes: Buffer) => gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })],
  ['identity', (bytes: Buffer) => bytes],
])('the head of the page is sent before the figures are drawn (%s)', async (encoding, decode) => {
  const parts = Promise.withResolvers<HomeParts>()
  let isDrawing = false
  const draw = () => {
    isDrawing = true
    return parts.promise
  }
  const { join, send } = await openDashboard(() => ({ locale: 'en', styles: '<style></style>', draw }))
  const { cookie } = await join('officer')
  const response = await send('/', { headers: { cookie, 'accept-encoding': encoding } })
  expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
  // Drawing occupies the process and would hold the head back.
  expect(isDrawing).toBe(false)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const received: Buffer[] = []
  const soFar = () => decode(Buffer.concat(received)).toString()
  // The first bytes may be the compressor's own head.
  while (!soFar().includes('<meta')) received.push(Buffer.from((await reader.read()).value ?? []))
  expect(soFar()).not.toContain('root')
  parts.resolve({ html: '<p>drawn</p>', answers: '' })
  for (let next = await reader.read(); !next.done; next = await reader.read()) received.push(Buffer.from(next.value))
  expect(soFar()).toMatch(
    /^<!doctype html><html lang="en"><head><meta [^>]+><style><\/style><\/head><body><div id="root"><p>drawn<\/p><\/div>/,
  )
})

test('a second drawing asks everything at once, and its answers are those of now', async () => {
  let open = 0
  let rounds = 0
  const counted: DrawHome = (request) =>
    drawHome({
      ...request,
      ask: async (path, input) => {
        if (open === 0) rounds += 1
        open += 1
        try {
          return await request.ask(path, input)
        } finally {
          open -= 1
        }
      },
    })
  const { load, join, services } = await openDashboard(counted)
  const { cookie } = await join('it-security')
  const address = '/?period=2025-H1'
  const draw = async () => {
    rounds = 0
    const page = await load({ cookie }, address)
    return { page, rounds }
  }
  const first = await draw()
  expect(first.rounds).toBeGreaterThan(1)
  const second = await draw()
  expect(second.rounds).toBe(1)
  expect(answersOf(second.page).length).toBe(answersOf(first.page).length)
  const organisation = (await services.store.organisation.get())!
  await services.store.organisation.save({ ...organisation, nameEn: 'Renamed Travel' })
  expect((await draw()).page).toContain('Renamed Travel')
})
