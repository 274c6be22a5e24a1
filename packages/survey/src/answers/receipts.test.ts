import { systemTokens } from '@wayproof/kernel/system'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import {
  closeAtOnce,
  countOf,
  exactFunnel,
  openedWave,
  type SurveyWorld,
  submit,
  surveyWorld,
  tallies,
  tokens,
} from '../testing/survey-world.ts'
import { correctAnswer } from './correct-answer.ts'
import { rebuildTallies } from './rebuild-tallies.ts'
import { newReceipt, receiptHash } from './receipt.ts'
import { showAnswer } from './show-answer.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

const PERIOD = '2026-H1'
const UNKNOWN = { ok: false, fault: { code: 'receipt-unknown' } }
const CLOSED = { ok: false, fault: { code: 'wave-closed' } }

const correct = ({ ports }: SurveyWorld, receipt: string, fields: Record<string, string>) =>
  correctAnswer(ports, { receipt, locale: 'en', fields })
const counts = async (world: SurveyWorld) => {
  const funnel = await exactFunnel(world, PERIOD)
  if (!funnel.ok) throw new Error('no wave')
  const { answered, withdrawn, days } = funnel.value
  return { answered, withdrawn, curve: days.reduce((sum, { count }) => sum + count, 0) }
}

async function answeredWorld(count: number, fields: Record<string, string>) {
  const world = await surveyWorld()
  await openedWave(world, 5)
  const receipts = Array.from({ length: count }, () => newReceipt(systemTokens))
  for (const [n, receipt] of receipts.entries()) await submit(world, (await tokens(world))[n]!, fields, receipt)
  return { world, receipts: receipts as [string, ...string[]] }
}

test('a code shows the answer, however it is typed, and changes nothing', async () => {
  const { world, receipts } = await answeredWorld(2, { overall: '4', trust: 'dk', improve: '少要一点' })
  const rows = () => world.database.query.all('SELECT * FROM answer ORDER BY key')
  const before = await rows()
  expect(await showAnswer(world.ports, { receipt: receipts[0].toLowerCase().replaceAll('-', ' ') })).toMatchObject({
    ok: true,
    value: { answer: { values: { overall: '4', trust: 'dk' }, comment: '少要一点' }, questionnaire: { version: 1 } },
  })
  expect(await rows()).toEqual(before)
})

test('a correction replaces values, comment and counters, and repeating it changes nothing', async () => {
  const { world, receipts } = await answeredWorld(1, { overall: '4', trust: 'dk', improve: 'too long' })
  for (const _ of [1, 2]) expect(await correct(world, receipts[0], { overall: '2' })).toEqual({ ok: true, value: null })
  expect(await tallies(world)).toEqual(['* break-off 1', 'overall 2 1'])
  expect(await countOf(world, 'answer WHERE comment IS NULL AND language IS NULL')).toBe(1)
  expect(await counts(world)).toEqual({ answered: 1, withdrawn: 0, curve: 1 })
})

test('an invalid correction is refused with a fault for each item, and the answer does not change', async () => {
  const { world, receipts } = await answeredWorld(1, { overall: '4' })
  expect(await correct(world, receipts[0], { overall: '', trust: '9' })).toEqual({
    ok: false,
    fault: { code: 'answer-invalid', items: { overall: 'required', trust: 'not-an-option' } },
  })
  expect(await tallies(world)).toEqual(['* break-off 1', 'overall 4 1'])
})

test('a withdrawn answer is removed from answers and counters; its link stays used and its day counted', async () => {
  const { world, receipts } = await answeredWorld(2, { overall: '4', improve: 'gone' })
  expect(await withdrawAnswer(world.ports, { receipt: receipts[0] })).toEqual({ ok: true, value: null })
  expect(await tallies(world)).toEqual(['* break-off 1', 'overall 4 1'])
  expect(await counts(world)).toEqual({ answered: 1, withdrawn: 1, curve: 2 })
  expect(await countOf(world, 'invitation WHERE answered')).toBe(2)
  for (const again of [
    await withdrawAnswer(world.ports, { receipt: receipts[0] }),
    await showAnswer(world.ports, { receipt: receipts[0] }),
    await correct(world, receipts[0], { overall: '5' }),
  ]) {
    expect(again).toEqual(UNKNOWN)
  }
  // The link accepts neither the same form again nor another one.
  for (const receipt of [receipts[0], newReceipt(systemTokens)]) {
    const used = await Promise.all((await tokens(world)).map((token) => submit(world, token, { overall: '' }, receipt)))
    expect(used.filter(({ ok }) => ok)).toEqual([])
  }
  await withdrawAnswer(world.ports, { receipt: receipts[1]! })
  expect(await tallies(world)).toEqual([])
})

test('an unused code is unknown in any format', async () => {
  const { world } = await answeredWorld(1, { overall: '4' })
  for (const receipt of [newReceipt(systemTokens), '', 'x', '0'.repeat(1e6), "' OR 1=1 --"]) {
    expect(await showAnswer(world.ports, { receipt })).toEqual(UNKNOWN)
    expect(await correct(world, receipt, {})).toEqual(UNKNOWN)
    expect(await withdrawAnswer(world.ports, { receipt })).toEqual(UNKNOWN)
  }
})

test('after the last day, and in a wave closed early, no answer can be changed; after unlinking, none is found', async () => {
  const { world, receipts } = await answeredWorld(1, { overall: '4', improve: 'a remark' })
  const all = async () => [
    await showAnswer(world.ports, { receipt: receipts[0] }),
    await correct(world, receipts[0], { overall: '1' }),
    await withdrawAnswer(world.ports, { receipt: receipts[0] }),
  ]
  const before = await tallies(world)
  world.setNow('2026-07-31T16:00:00Z')
  expect(await all()).toEqual([CLOSED, CLOSED, CLOSED])
  world.setNow('2026-07-02T16:00:00Z')
  await world.database.write((query) => query.run(`UPDATE wave SET status = 'closed'`))
  expect(await all()).toEqual([CLOSED, CLOSED, CLOSED])
  await world.database.write((query) => query.run(`UPDATE wave SET status = 'open'`))
  await closeAtOnce(world, PERIOD)
  expect(await all()).toEqual([UNKNOWN, UNKNOWN, UNKNOWN])
  expect(await tallies(world)).toEqual(before)
})

test('an answer is not changed if its wave closes between the check and the write', async () => {
  const { world, receipts } = await answeredWorld(1, { overall: '4' })
  const hash = receiptHash(world.ports.keyring, receipts[0])
  const at = world.ports.clock.now()
  await world.database.write((query) => query.run(`UPDATE wave SET status = 'closed'`))
  const correction = { receiptHash: hash, values: { overall: '1' }, comment: null, language: 'en', at }
  expect(await world.ports.store.replaceAnswer(correction)).toEqual(CLOSED)
  expect(await world.ports.store.withdrawAnswer(hash, at)).toEqual(CLOSED)
  expect(await tallies(world)).toEqual(['* break-off 1', 'overall 4 1'])
})

const point = fc.constantFrom('1', '2', '3', '4', '5', 'na', 'dk')
const rated = ['notice', 'consent', 'minimal', 'security', 'control', 'sharing', 'transparency']
const some = fc.subarray(rated).map((ids) => Object.fromEntries(ids.map((id) => [id, '4'])))
const answers = fc
  .tuple(fc.record({ overall: point, trust: point, improve: fc.string() }, { requiredKeys: ['overall'] }), some)
  .map(([answer, more]) => ({ ...answer, ...more }))
const acts = fc.array(
  fc.record({ act: fc.constantFrom('answer', 'answer', 'correct', 'withdraw'), who: fc.nat(5), fields: answers }),
  { minLength: 15, maxLength: 50, size: 'max' },
)

test('after any sequence of answers, corrections and withdrawals, a recount agrees with the counters', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.integer({ min: 1, max: 10 }), async (course, together) => {
      const world = await surveyWorld()
      await openedWave(world, 6)
      const links = await tokens(world)
      const receipts = links.map(() => newReceipt(systemTokens))
      const play = ({ act, who, fields }: (typeof course)[number]) => {
        const receipt = receipts[who]!
        if (act === 'answer') return submit(world, links[who]!, fields, receipt)
        return act === 'correct' ? correct(world, receipt, fields) : withdrawAnswer(world.ports, { receipt })
      }
      for (let n = 0; n < course.length; n += together) await Promise.all(course.slice(n, n + together).map(play))

      const kept = await countOf(world, 'answer')
      const used = await countOf(world, 'invitation WHERE answered')
      expect(await counts(world)).toEqual({ answered: kept, withdrawn: used - kept, curve: used })
      const said = await tallies(world)
      await closeAtOnce(world, PERIOD)
      expect([await tallies(world), await countOf(world, 'tally')]).toEqual([said, said.length])
      expect(await rebuildTallies(world.ports, { period: PERIOD })).toMatchObject({ value: { differences: [] } })
      await world.database.close()
    }),
    // Unlinking on PostgreSQL writes new files, which takes a second.
    { numRuns: inject('engine') === 'sqlite' ? 25 : 8 },
  )
})
