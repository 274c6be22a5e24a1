import { allowWrites, refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { correctAnswer } from '../answers/correct-answer.ts'
import { newReceipt } from '../answers/receipt.ts'
import { withdrawAnswer } from '../answers/withdraw-answer.ts'
import { closeAtOnce, countOf, openedWave, submit, surveyWorld, tokens } from '../testing/survey-world.ts'
import { straightLiningStore } from './straight-lining-store.ts'

const period = '2026-H1'
const ASPECTS = ['notice', 'consent', 'minimal', 'security']
const rating = (overall: string, others: string) =>
  Object.fromEntries([['overall', overall], ...ASPECTS.map((id) => [id, others])])

/** 40 answers: 12 with one rating throughout, 20 with two, 8 with too few ratings. */
async function answeredWave(choices?: { readonly encrypts: boolean }) {
  const world = await surveyWorld(choices)
  await openedWave(world, 40)
  const answers = (await tokens(world)).map((token, n) => {
    const fields = n < 12 ? rating('4', '4') : n < 32 ? rating('4', '5') : { overall: '4', notice: '4' }
    return { token, receipt: newReceipt(systemTokens), fields }
  })
  for (const { token, receipt, fields } of answers) await submit(world, token, fields, receipt)
  const blocks = async () =>
    straightLiningStore(world.database).ofWave((await world.ports.store.wave(period))?.id ?? '')
  return { world, answers, blocks, receiptOf: (n: number) => answers[n]?.receipt ?? '' }
}

const shown = { block: 'scale:sat5', kind: 'shown', fewest: 10 }

test.each([true, false])('unlinking counts the answers as they are stored, encrypted or not (%s)', async (encrypts) => {
  const { world, blocks } = await answeredWave({ encrypts })
  expect(await blocks()).toEqual([])
  await closeAtOnce(world, period)
  expect(await blocks()).toEqual([{ ...shown, rated: 30, same: 10 }])
  // Nothing finer is stored, and every answer is there.
  expect(await countOf(world, 'answer')).toBe(40)
})

test('a corrected answer counts as corrected, and a withdrawn one not', async () => {
  const { world, blocks, receiptOf } = await answeredWave()
  const correct = (n: number, fields: Record<string, string>) =>
    correctAnswer(world.ports, { receipt: receiptOf(n), locale: 'en', fields })
  // 12 straight answers lose 3, which leaves too few to show, and gain 6.
  expect(await correct(0, rating('4', '5'))).toMatchObject({ ok: true })
  expect(await correct(1, { overall: '4' })).toMatchObject({ ok: true })
  expect(await withdrawAnswer(world.ports, { receipt: receiptOf(2) })).toMatchObject({ ok: true })
  for (let n = 12; n < 18; n += 1) expect(await correct(n, rating('1', '1'))).toMatchObject({ ok: true })
  await closeAtOnce(world, period)
  // 30 answers rate enough, 15 of them with one rating.
  expect(await blocks()).toEqual([{ ...shown, rated: 30, same: 15 }])
})

test('too few answers with one rating are not told', async () => {
  const { world, blocks, receiptOf } = await answeredWave()
  for (const n of [0, 1, 2]) await withdrawAnswer(world.ports, { receipt: receiptOf(n) })
  await closeAtOnce(world, period)
  expect(await blocks()).toEqual([{ ...shown, kind: 'few', rated: 25, same: 0 }])
})

test('an unlinking that failed counts once when it is repeated', async () => {
  const { world, blocks } = await answeredWave()
  await refuseWrites(world.database, { before: 'INSERT', on: 'straight_lining', when: 'NEW.rated > 0' })
  await expect(closeAtOnce(world, period)).rejects.toThrow('refused')
  expect(await blocks()).toEqual([])
  await allowWrites(world.database, 'straight_lining')
  await closeAtOnce(world, period)
  expect(await blocks()).toEqual([{ ...shown, rated: 30, same: 10 }])
})
