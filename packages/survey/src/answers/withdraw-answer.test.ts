import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-world.ts'
import { openedWorld } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { recordAnswer } from './record-answer.ts'
import { showAnswer } from './show-answer.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

async function answeredSurvey() {
  const world = await openedWorld()
  const [token = '', otherToken = ''] = surveyLinks(world)
  const receipt = await answerLink(world, token, { values: { overall: '2' } })
  await answerLink(world, otherToken, { values: { overall: '5' } })
  return { world, token, receipt }
}

test('a withdrawn answer is deleted and counted as withdrawn; other answers remain', async () => {
  const { world, receipt } = await answeredSurvey()
  expect(await withdrawAnswer(world.ports, { receipt: receipt.toLowerCase() })).toEqual({ ok: true, value: null })
  expect(world.memory.answers.map(({ values }) => values)).toEqual([{ overall: '5' }])
  expect(world.memory.waves.get(world.wave.id)).toMatchObject({ answered: 1, withdrawn: 1 })
  expect(await showAnswer(world.ports, { receipt })).toMatchObject({ fault: { code: 'receipt-unknown' } })
})

test('the link of a withdrawn answer remains used, so nobody answers twice', async () => {
  const { world, token, receipt } = await answeredSurvey()
  await withdrawAnswer(world.ports, { receipt })
  const outcome = await recordAnswer(world.ports, { token, receipt, locale: 'en', fields: { overall: '4' } })
  expect(outcome).toEqual({ ok: false, fault: { code: 'link-used' } })
})

test('an unknown receipt code, or one used a second time, withdraws nothing', async () => {
  const { world, receipt } = await answeredSurvey()
  await withdrawAnswer(world.ports, { receipt })
  for (const code of [receipt, 'nonsense'])
    expect(await withdrawAnswer(world.ports, { receipt: code })).toMatchObject({ fault: { code: 'receipt-unknown' } })
  expect(world.memory.waves.get(world.wave.id)).toMatchObject({ answered: 1, withdrawn: 1 })
})

test('after the closing time no answer can be withdrawn, and once the wave is unlinked its codes are unknown', async () => {
  const { world, receipt } = await answeredSurvey()
  world.setNow('2026-07-31T16:00:00Z')
  expect(await withdrawAnswer(world.ports, { receipt })).toMatchObject({ fault: { code: 'wave-closed' } })
  await closeWave(world.ports, { period: '2026-H1' })
  expect(await withdrawAnswer(world.ports, { receipt })).toMatchObject({ fault: { code: 'receipt-unknown' } })
})
