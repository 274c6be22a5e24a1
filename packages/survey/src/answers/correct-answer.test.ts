import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-world.ts'
import { openedWorld } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { correctAnswer } from './correct-answer.ts'

async function answeredSurvey() {
  const world = await openedWorld()
  const [token = '', otherToken = ''] = surveyLinks(world)
  const receipt = await answerLink(world, token, { values: { overall: '2', trust: '1' }, comment: 'too much data' })
  await answerLink(world, otherToken, { values: { overall: '5' } })
  const correct = (fields: Record<string, string>, code = receipt) =>
    correctAnswer(world.ports, { receipt: code, locale: 'zh-CN', fields })
  return { world, receipt, correct }
}

test('a correction replaces the whole answer, so an item that it leaves blank is removed', async () => {
  const { world, correct } = await answeredSurvey()
  expect(await correct({ overall: '4' })).toEqual({ ok: true, value: null })
  expect(world.memory.answers.map(({ values, comment }) => ({ values, comment }))).toEqual([
    { values: { overall: '4' }, comment: null },
    { values: { overall: '5' }, comment: null },
  ])
})

test('a comment takes the language of the page on which it was corrected', async () => {
  const { world, correct } = await answeredSurvey()
  await correct({ overall: '4', improve: '少要一点' })
  expect(world.memory.answers[0]).toMatchObject({ comment: '少要一点', language: 'zh-CN' })
})

test('a correction does not change how many answered', async () => {
  const { world, correct } = await answeredSurvey()
  await correct({ overall: '4' })
  expect(world.memory.waves.get(world.wave.id)).toMatchObject({ answered: 2, withdrawn: 0 })
})

test('a correction with faults changes nothing and names them', async () => {
  const { world, correct } = await answeredSurvey()
  const fault = { code: 'answer-invalid', items: { overall: 'required' } }
  expect(await correct({ trust: '3' })).toEqual({ ok: false, fault })
  expect(world.memory.answers[0]?.values).toEqual({ overall: '2', trust: '1' })
})

test('an unknown receipt code, or a text that is no code, corrects nothing', async () => {
  const { correct } = await answeredSurvey()
  for (const code of ['0000-0000-0000-0000', 'nonsense', ''])
    expect(await correct({ overall: '4' }, code)).toEqual({ ok: false, fault: { code: 'receipt-unknown' } })
})

test('after the closing time no answer can be corrected, and once the wave is unlinked its codes are unknown', async () => {
  const { world, correct } = await answeredSurvey()
  world.setNow('2026-07-31T16:00:00Z')
  expect(await correct({ overall: '4' })).toEqual({ ok: false, fault: { code: 'wave-closed' } })
  await closeWave(world.ports, { period: '2026-H1' })
  expect(await correct({ overall: '4' })).toEqual({ ok: false, fault: { code: 'receipt-unknown' } })
})
