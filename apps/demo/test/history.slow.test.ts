import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { progress } from '@wayproof/command-line/progress'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import type { Instant } from '@wayproof/kernel/clock'
import { officer } from '@wayproof/local-stack/clients/officer'
import { reportingClient } from '@wayproof/local-stack/clients/reporting-client'
import { openLocalStack } from '@wayproof/local-stack/local-stack'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { verifySeals } from '@wayproof/scorecard/closing/seals/verify-seals'
import { isAnonymous } from '@wayproof/survey/waves/anonymity'
import { expect, onTestFinished, test } from 'vitest'
import { demoCompany } from '../src/demo-run.ts'
import { todayOf } from '../src/demo-today.ts'
import { done, openPast } from '../src/history/open-past.ts'
import { timelineBefore } from '../src/history/timeline.ts'
import { writeHistory } from '../src/history/write-history.ts'

async function written(seed: string, now: Instant) {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-history-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const place = { data, databaseUrl: await emptyDatabase() }
  const figures = await writeHistory(
    place,
    timelineBefore(demoCompany(seed, now), todayOf(now)),
    now,
    progress(),
    messages('en').commands,
  )
  return { place, figures }
}

const COUNTS = `SELECT
  (SELECT count(*) FROM invitation i JOIN wave w ON w.id = i.wave_id WHERE w.period = @period) AS sent,
  (SELECT count(*) FROM answer a JOIN wave w ON w.id = a.wave_id WHERE w.period = @period) AS answers,
  (SELECT count(*) FROM letter WHERE kind LIKE 'survey-%reminder') AS linked`

const LEFT = `SELECT
  (SELECT count(*) FROM letter WHERE state <> 'sent') AS unsent,
  (SELECT count(*) FROM audit_entry WHERE number IS NULL) AS unchained,
  (SELECT count(*) FROM wave WHERE unlinked_at IS NULL) AS linked`

test.each([
  ['1', '2026-11-30T10:00:00+08:00', ['2024-H1', '2024-H2', '2025-H1']],
  ['a-day-in-spring', '2028-02-29T23:00:00+08:00', ['2026-H1', '2026-H2', '2027-H1']],
])(
  'the history of company %s at %s is whole: closed, sealed, anonymous, and nothing is left to send',
  async (seed, moment, periods) => {
    const now = Date.parse(moment)
    const { place, figures } = await written(seed, now)
    const database = databaseAt(place.databaseUrl)
    const past = await openPast(place, moment.slice(0, 10))
    onTestFinished(() => past.store.close())
    const { store } = past
    expect(figures.map(({ period }) => period)).toEqual(periods)
    for (const { period, sent, answers, verdicts } of figures) {
      const counted = await database.rows(COUNTS, { period })
      expect(counted, period).toEqual([{ sent, answers, linked: 0 }])
      expect([sent > 200, answers > 100], period).toEqual([true, true])
      expect((await store.sealed(period))?.verdicts).toEqual(verdicts)
      const anonymity = await store.anonymity(period)
      expect(anonymity && isAnonymous(anonymity)).toBe(true)
    }
    expect(await database.rows(LEFT)).toEqual([{ unsent: 0, unchained: 0, linked: 0 }])
    expect(await store.auditLog.verify(now)).toMatchObject({ faults: [] })
    const facts = store.facts(past.rules)
    const clock = { now: () => now }
    const portsOfSeals = { closing: store.closing, facts, rules: past.rules, clock, timeZone: past.timeZone }
    const { seals } = done(await verifySeals(portsOfSeals, { code: null }))
    expect(seals.map(({ faults }) => faults)).toEqual([[], [], []])
    const meetings = await store.meetings.list()
    expect(meetings.filter(({ finished }) => finished === null)).toHaveLength(1)
    expect((await store.deadlines.people(past.timeZone)).length).toBeGreaterThan(5)
    expect(meetings.length).toBeGreaterThan(8)
  },
)

test('the apps start over the history, read each figure of it as the demo tells it, and have no letter to send', async () => {
  const { place, figures } = await written('1', Date.now())
  const stack = await openLocalStack({ ...place, hasPeople: true, smtpPort: 2640, firstPort: 4440 })
  onTestFinished(() => stack.close())
  const client = reportingClient(stack.reportingUrl)
  await client.signIn(firstOfficer.email, firstOfficer.password)
  const atWork = officer(client)
  expect(figures).toHaveLength(3)
  for (const { period, sent, answers, verdicts } of figures) {
    expect(await atWork.funnel(period)).toMatchObject({ invited: sent, delivered: sent, answered: answers })
    expect((await atWork.scorecard(period)).verdicts).toEqual(verdicts)
  }
  expect(await atWork.letters()).toMatchObject({ queued: 0, failed: 0, suppressed: 0 })
  expect(stack.sink.mails.filter(({ text }) => text.includes('/s/'))).toEqual([])
  const { open } = await client.query<{ open: readonly unknown[] }>('question.list')
  expect(open).toEqual([])
})
