import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import { commandFile } from '@wayproof/command-line/testing/run-command'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { REGISTER_IDS, registers } from '@wayproof/evidence/register'
import { type CalendarDate, daysBetween, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import { moveServerClock } from '@wayproof/local-stack/testing/move-server-clock'
import { movedClockFile } from '@wayproof/local-stack/testing/moved-clock-file'
import { messages } from '@wayproof/messages/messages'
import { dueDay } from '@wayproof/oversight/deadlines/urgency'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { expect, inject, onTestFinished, test } from 'vitest'
import { demoCompany } from '../src/demo-run.ts'
import { todayOf } from '../src/demo-today.ts'
import { closingPorts, done, openPast, TIME_ZONE } from '../src/history/open-past.ts'
import { timelineUntil } from '../src/history/timeline.ts'
import { writeHistory } from '../src/history/write-history.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const silent = { step: () => {}, detail: () => {}, end: () => {} }

function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-today-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

async function livedUntil(day: CalendarDate) {
  const now = momentOn(day, 10, TIME_ZONE)
  const timeline = timelineUntil(demoCompany('1', now), todayOf(now))
  const place = { data: temporaryFolder(), databaseUrl: await emptyDatabase() }
  const figures = await writeHistory(place, timeline, now, silent, messages('en').commands)
  const past = await openPast(place, day)
  onTestFinished(() => past.store.close())
  past.clock.moveTo(day, 10)
  return { past, figures, timeline, now, database: databaseAt(place.databaseUrl) }
}

/** Filled by the product: pages by their check, meetings by their minutes. */
const OWN_REGISTERS = ['policy-pages', 'privacy-meetings']

test.each([
  ['2027-01-01', '2026-H2', ['2025-H1', '2025-H2', '2026-H1']],
  ['2028-02-29', '2027-H2', ['2026-H1', '2026-H2', '2027-H1']],
  ['2027-06-30', '2026-H2', ['2025-H1', '2025-H2', '2026-H1']],
  ['2026-12-01', '2026-H1', ['2024-H1', '2024-H2', '2025-H1', '2025-H2']],
])(
  'a company that lives until %s has one late task, one that is due this week, and fresh registers',
  async (day, open, halves) => {
    const { past, figures, timeline, now, database } = await livedUntil(day)
    const { store, timeZone } = past
    expect([timeline.open, figures.map(({ period }) => period)]).toEqual([open, halves])

    const duties = await store.deadlines.duties(now, timeZone)
    // The survey that the demo opens moves the freeze of its half-year.
    const left = duties
      .filter(({ kind }) => kind !== 'freeze')
      .map(({ kind, due }) => ({ kind, days: daysBetween(day, dueDay(due, timeZone)) }))
    const overdue = left.filter(({ days }) => days < 0)
    expect(overdue.map(({ kind }) => kind)).toEqual(['request'])
    expect(overdue[0]?.days).toBeGreaterThanOrEqual(-10)
    expect(left.filter(({ days }) => days >= 0 && days <= 7).map(({ kind }) => kind)).toEqual(['action'])

    const empty = []
    for (const register of REGISTER_IDS.filter((id) => !OWN_REGISTERS.includes(id))) {
      const [row] = await database.rows<{ n: number }>(`SELECT count(*) AS n FROM "${registers[register].table}"`)
      if (Number(row?.n) === 0) empty.push(register)
    }
    expect(empty).toEqual([])

    const sent = (await store.editions.list()).filter(({ state }) => state === 'sent')
    expect(sent.filter(({ kind }) => kind === 'record').map(({ period }) => period)).toEqual([...halves].reverse())
    expect(sent.some(({ kind, period }) => kind === 'preliminary' && period === open)).toBe(day !== '2027-01-01')
    const { verdicts } = done(await readScorecard(closingPorts(past), { period: open }))
    expect(verdicts.some(({ verdict }) => verdict === 'missed')).toBe(true)
  },
)

/** A demo in an empty database whose clock, and that of the database, stands at 10 o'clock of a day. */
async function startDemo(day: CalendarDate) {
  const folder = temporaryFolder()
  const databaseUrl = await emptyDatabase()
  const ahead = momentOn(day, 10, TIME_ZONE) - Date.now()
  if (inject('engine') === 'postgresql') await (await moveServerClock(databaseUrl))(ahead)
  writeFileSync(join(folder, 'clock'), String(ahead))
  const place = ['--data', temporaryFolder(), '--database', databaseUrl]
  const child = spawn(process.execPath, ['--import', 'tsx', commandFile('demo'), ...place], {
    cwd: root,
    env: {
      ...process.env,
      LANG: 'en',
      NODE_OPTIONS: `--import=${movedClockFile}`,
      MOVED_CLOCK: join(folder, 'clock'),
      OTHER_MACHINES: join(folder, 'other-machines'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return { child, output: () => output }
}

test('a newcomer signs in as each role with one click and answers a survey, on a leap day', async () => {
  const { child, output } = await startDemo('2028-02-29')
  await expect.poll(output, { timeout: 240_000 }).toContain('Press Ctrl-C')
  const [, door = ''] = /Open {2}(http:\S+)\/as\/officer/.exec(output()) ?? []
  const lines = output().split('\n')
  const guide = lines.slice(lines.findIndex((line) => line.startsWith('Open'))).slice(0, 3)
  expect(guide.map((line) => line.slice(0, 4))).toEqual(['Open', 'Be  ', 'Try '])
  expect(guide.filter((line) => line.length > 60)).toEqual([])
  // The half-year of these figures is not the one that the home shows.
  expect(output()).toContain('Goal, 2027-H1')

  const people = await (await fetch(`${door}/people`)).text()
  for (const role of USER_ROLES) {
    expect(people).toContain(`/as/${role}`)
    const answer = await fetch(`${door}/as/${role}`, { redirect: 'manual' })
    const dashboard = answer.headers.get('location') ?? ''
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ')
    const me = await fetch(`${dashboard}/trpc/session.me`, { headers: { cookie } })
    expect([answer.status, (await me.json()).result.data.json.user.role]).toEqual([302, role])
  }
  expect((await fetch(`${door}/as/nobody`)).status).toBe(404)

  const letter = await (await fetch(`${door}/you`)).text()
  const [, link = ''] = /(http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]+)/.exec(letter) ?? []
  const page = await fetch(link)
  expect([page.status, (await page.text()).includes('<form')]).toEqual([200, true])

  child.kill('SIGINT')
  await once(child, 'exit')
})
