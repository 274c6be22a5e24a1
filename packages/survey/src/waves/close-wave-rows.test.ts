import type { StoreDatabase } from '@wayproof/database/store-database'
import { satisfactionFacts } from '@wayproof/scorecard/facts/survey/satisfaction-facts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuildTallies } from '../answers/rebuild-tallies.ts'
import { showInvitation } from '../answers/show-invitation.ts'
import { DEFAULT_PROGRAMME } from '../programme/programme.ts'
import {
  closeAtOnce,
  countOf,
  exactFunnel,
  openedWave,
  remindNow,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
} from '../testing/survey-world.ts'
import { cutTies } from '../unlinking/cut-ties.ts'
import { maskComments } from '../unlinking/mask-comments.ts'
import { deleteReminders, forgetAnswered } from '../unlinking/unlink-wave.ts'
import { closeWave } from './close-wave.ts'
import { listWaves } from './read-wave-funnel.ts'
import { remindWave } from './remind-wave.ts'
import { reminderMoments } from './reminder.ts'

const period = '2026-H1'
const statuses = async (world: SurveyWorld) => (await listWaves(world.ports)).map(({ status }) => status)

/** Marks letters as sent, as the outbox does. */
const deliver = (world: SurveyWorld, kind: string) =>
  world.database.write(async (query) => {
    await query.run(
      `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply) SELECT id, 1, 1, @at, 'sent', '250 ok' FROM letter WHERE kind = @kind`,
      { kind, at: new Date(0) },
    )
    await query.run(`UPDATE letter SET state = 'sent', sent_at = @at WHERE kind = @kind`, { kind, at: new Date(0) })
  })

test('item results are refused while a wave is open', async () => {
  const world = await surveyWorld()
  await openedWave(world, 30)
  await submit(world, (await tokens(world))[0] ?? '', { overall: '5' })
  expect(await world.ports.store.satisfactionCounts(period)).toEqual({ ok: false, fault: { code: 'wave-open' } })
  expect(await world.ports.store.satisfactionCounts('2020-H1')).toEqual({ ok: false, fault: { code: 'no-wave' } })
  expect(await rebuildTallies(world.ports, { period })).toEqual({ ok: false, fault: { code: 'wave-open' } })
  expect(await exactFunnel(world)).toMatchObject({ value: { answered: 1, completeness: null } })
  await closeAtOnce(world, period)
  // With one answer, the completeness would reveal that answer.
  expect(await exactFunnel(world)).toMatchObject({ value: { answered: 1, completeness: null } })
})

test('after 500 random answers the tallies equal the answers, and the headline equals its counts', async () => {
  const world = await surveyWorld()
  await openedWave(world, 600)
  const rated = fc.constantFrom('1', '2', '3', '4', '5', 'na', 'dk')
  const fields = fc.record({
    overall: rated,
    notice: fc.option(rated, { nil: '' }),
    ...Object.fromEntries(
      ['trust', 'consent', 'minimal', 'security', 'control', 'sharing'].map((id) => [
        id,
        fc.option(
          rated.filter((value) => id !== 'trust' || value !== 'na'),
          { nil: '' },
        ),
      ]),
    ),
    contacted: fc.constantFrom('yes', 'no', ''),
  })
  const answers = fc.sample(fields, 500)
  const links = await tokens(world)
  await Promise.all(answers.map((answer, n) => submit(world, links[n] ?? '', answer)))
  await closeAtOnce(world, period)
  const of = (value: string) => answers.filter(({ overall }) => overall === value).length
  expect(await world.ports.store.satisfactionCounts(period)).toMatchObject({
    ok: true,
    value: {
      counts: ['1', '2', '3', '4', '5'].map(of),
      notApplicable: of('na'),
      dontKnow: of('dk'),
      blank: 0,
      answered: 500,
      ruleVersion: '2026-1',
      minimumForStatus: 100,
    },
  })
  const given = answers.map((answer) => Object.values(answer).filter((value) => value !== '').length)
  const asked = answers.map(({ contacted }) => (contacted === 'yes' ? 12 : 11))
  const shares = given.map((count, n) => count / (asked[n] ?? 1))
  const complete = shares.filter((share) => share >= 0.8).length
  const broken = shares.filter((share) => share < 0.5).length
  const funnel = await exactFunnel(world)
  expect(funnel.ok && funnel.value.completeness).toEqual({
    complete,
    partial: 500 - complete - broken,
    'break-off': broken,
  })
  const cells = await countOf(world, 'cell')
  const { wave } = await satisfactionFacts(
    { query: world.database.query, timeZone: 'Asia/Shanghai', cached: (_, count) => count() },
    { kind: 'half-year', year: 2026, index: 1 },
  )
  const sum = (figure: 'opinions' | 'satisfied') => wave?.cells.reduce((all, cell) => all + cell[figure], 0)
  expect(wave?.cells).toHaveLength(cells)
  expect([sum('opinions'), sum('satisfied')]).toEqual([500 - of('na') - of('dk'), of('4') + of('5')])
  expect(wave?.margins?.tripType).toEqual({ group: 300, own: 300 })
  expect(cells).toBeGreaterThan(1)
  expect(await rebuildTallies(world.ports, { period })).toEqual({
    ok: true,
    value: { cells, answers: 500, differences: [] },
  })
})

test('a wrong counter is found, reported and corrected', async () => {
  const world = await surveyWorld()
  await openedWave(world, 30)
  for (const token of (await tokens(world)).slice(0, 6)) await submit(world, token, { overall: '5' })
  await closeAtOnce(world, period)
  await world.database.write(async (query) => {
    await query.run(`UPDATE tally SET count = 7 WHERE item = 'overall'`)
    await query.run(`INSERT INTO tally SELECT wave_id, cell_id, 'ghost', '1', 2 FROM tally WHERE item = '*'`)
    await query.run(`DELETE FROM tally WHERE item = '*'`)
  })
  const wrong = await rebuildTallies(world.ports, { period })
  expect(wrong.ok && wrong.value.differences.map(({ item, stored, counted }) => [item, stored, counted])).toEqual([
    ['*', 0, 6],
    ['ghost', 2, 0],
    ['overall', 7, 6],
  ])
  expect(await rebuildTallies(world.ports, { period })).toMatchObject({ value: { differences: [] } })
})

test('closing unlinks: only counts, values and shuffled comments remain', async () => {
  const world = await surveyWorld()
  await openedWave(world, 40)
  const links = await tokens(world)
  await deliver(world, 'survey-invitation')
  for (const [n, token] of links.slice(0, 20).entries())
    await submit(world, token, { overall: '5', improve: `comment ${n}` })
  expect(await remindNow(world)).toBe(20)
  await deliver(world, 'survey-reminder')
  await submit(world, links[30] ?? '', { overall: '2' })
  expect(await exactFunnel(world)).toMatchObject({
    value: { delivered: 40, reminded: 20, answered: 21 },
  })

  const keys = async () =>
    (await world.database.query.all<{ key: Buffer }>('SELECT key FROM answer')).map(({ key }) => key.toString('hex'))
  const receipts = new Set(await keys())
  expect(receipts.size).toBe(21)
  world.setNow('2026-08-01T02:00:00Z')
  expect(await closeAtOnce(world, period)).toMatchObject({
    status: 'unlinked',
    closedAt: Date.parse('2026-08-01T02:00:00Z'),
  })
  expect(await countOf(world, 'answer WHERE comment IS NULL AND language IS NULL')).toBe(21)
  expect((await keys()).filter((key) => receipts.has(key))).toEqual([])
  expect(await countOf(world, 'invitation WHERE answered IS NULL AND generation IS NULL AND cell_id IS NULL')).toBe(40)
  expect(await countOf(world, `comment WHERE language = 'zh-CN'`)).toBe(20)
  const texts = (await world.database.query.all<{ text: string }>('SELECT text FROM comment')).map(({ text }) => text)
  expect(texts.toSorted()).toEqual(
    links
      .slice(0, 20)
      .map((_, n) => `comment ${n}`)
      .sort(),
  )
  expect(texts).not.toEqual(links.slice(0, 20).map((_, n) => `comment ${n}`))
  expect(await countOf(world, `letter WHERE kind = 'survey-reminder'`)).toBe(0)
  expect(await countOf(world, 'delivery')).toBe(40)
  expect(await exactFunnel(world)).toMatchObject({
    value: { delivered: 40, reminded: 20, answered: 21 },
  })
  expect(await showInvitation(world.ports, { token: links[35] ?? '' })).toMatchObject({
    fault: { code: 'wave-closed' },
  })
})

test('closing a wave removes its waiting letters from the outbox', async () => {
  const world = await surveyWorld()
  // More than one chunk of them.
  await openedWave(world, 300)
  await closeAtOnce(world, period)
  expect(await countOf(world, `letter WHERE state = 'suppressed' AND reason = 'wave-closed'`)).toBe(300)
})

test('closing again changes nothing, and a period without a wave cannot be closed', async () => {
  const world = await surveyWorld()
  await openedWave(world, 5)
  const first = await closeAtOnce(world, period)
  world.setNow('2026-09-01T00:00:00Z')
  expect(await closeWave(world.ports, { period })).toEqual({ ok: true, value: first })
  expect(await closeWave(world.ports, { period: '2020-H1' })).toMatchObject({ fault: { code: 'no-wave' } })
})

/** Separates answers that are not encrypted. */
const cutPlain = (database: StoreDatabase, waveId: string, at: number) => cutTies(database, waveId, at, 'plain')

test('closing again finishes a closing that stopped after any step', async () => {
  const steps = [maskComments, cutPlain, forgetAnswered, deleteReminders]
  for (let done = 0; done <= steps.length; done += 1) {
    const world = await surveyWorld({ encrypts: false })
    await openedWave(world, 10)
    await deliver(world, 'survey-invitation')
    const [token = ''] = await tokens(world)
    await submit(world, token, { overall: '5', improve: 'call 13812345678' })
    await remindWave(world.ports, { period })
    await deliver(world, 'survey-reminder')
    const [wave] = await listWaves(world.ports)
    const id = wave?.id ?? ''
    const moments = reminderMoments(DEFAULT_PROGRAMME, { at: 1, timeZone: 'Asia/Shanghai', byHand: false })
    await world.database.write((query) =>
      query.run('UPDATE wave SET closes_at = @at WHERE id = @id', { id, at: new Date(1) }),
    )
    await world.ports.store.closeWave(id, 1, moments)
    const funnel = { value: { delivered: 10, reminded: 5, answered: 1 } }
    for (const step of steps.slice(0, done)) {
      await step(world.database, id, 2)
      expect(await exactFunnel(world)).toMatchObject(funnel)
    }
    expect(await statuses(world)).toEqual(['closed'])
    const closed = await closeWave(world.ports, { period })
    expect(await statuses(world)).toEqual(['unlinked'])
    expect(await exactFunnel(world)).toMatchObject(funnel)
    expect(await countOf(world, 'wave WHERE reminded_count = 9')).toBe(1)
    expect([await countOf(world, 'answer'), await countOf(world, `comment WHERE text = 'call ⟦number⟧'`)]).toEqual([
      1, 1,
    ])
    expect(await countOf(world, 'invitation WHERE answered IS NOT NULL')).toBe(0)
    expect(await countOf(world, `letter WHERE kind = 'survey-reminder'`)).toBe(0)
    expect(await closeWave(world.ports, { period })).toEqual(closed)
  }
})

test('the steps of unlinking do not change an open wave', async () => {
  const world = await surveyWorld({ encrypts: false })
  await openedWave(world, 10)
  await deliver(world, 'survey-invitation')
  await submit(world, (await tokens(world))[0] ?? '', { overall: '5', improve: 'call 13812345678' })
  await remindWave(world.ports, { period })
  const [wave] = await listWaves(world.ports)
  for (const step of [maskComments, cutPlain, forgetAnswered, deleteReminders])
    await step(world.database, wave?.id ?? '', 2)
  expect(await countOf(world, `answer WHERE comment = 'call 13812345678'`)).toBe(1)
  expect(await countOf(world, 'invitation WHERE answered IS NOT NULL')).toBe(10)
  expect(await countOf(world, `letter WHERE kind = 'survey-reminder'`)).toBe(9)
})

test('another wave that is open keeps its links, answers and receipts', async () => {
  const world = await surveyWorld({ encrypts: false })
  await openedWave(world, 10, '2025-H2')
  const old = new Set(await tokens(world))
  await openedWave(world, 10, '2026-H1')
  const [token = ''] = (await tokens(world)).filter((link) => !old.has(link))
  const sent = await submit(world, token, { overall: '5', improve: 'kept' })
  await closeAtOnce(world, '2025-H2')
  expect(await countOf(world, 'answer WHERE comment IS NOT NULL')).toBe(1)
  expect(await countOf(world, 'invitation WHERE answered IS NOT NULL')).toBe(10)
  expect(sent.ok && (await submit(world, token, { overall: '5' }, sent.value.receipt))).toMatchObject({ ok: true })
})
