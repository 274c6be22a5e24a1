import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { correctAnswer } from './correct-answer.ts'

async function answeredSurvey() {
  const fixture = await openedFixture()
  const [token = '', otherToken = ''] = surveyLinks(fixture)
  const receipt = await answerLink(fixture, token, { values: { overall: '2', trust: '1' }, comment: 'too much data' })
  await answerLink(fixture, otherToken, { values: { overall: '5' } })
  const correct = (fields: Record<string, string>, code = receipt) =>
    correctAnswer(fixture.ports, { receipt: code, locale: 'zh-CN', fields })
  return { fixture, receipt, correct }
}

test('a correction replaces the whole answer, so an item that it leaves blank is removed', async () => {
  const { fixture, correct } = await answeredSurvey()
  expect(await correct({ overall: '4' })).toEqual({ ok: true, value: null })
  expect(fixture.memory.answers.map(({ values, comment }) => ({ values, comment }))).toEqual([
    { values: { overall: '4' }, comment: null },
    { values: { overall: '5' }, comment: null },
  ])
})

test('a comment takes the language of the page on which it was corrected', async () => {
  const { fixture, correct } = await answeredSurvey()
  await correct({ overall: '4', improve: '少要一点' })
  expect(fixture.memory.answers[0]).toMatchObject({ comment: '少要一点', language: 'zh-CN' })
})

test('a correction does not change how many answered', async () => {
  const { fixture, correct } = await answeredSurvey()
  await correct({ overall: '4' })
  expect(fixture.memory.waves.get(fixture.wave.id)).toMatchObject({ answered: 2, withdrawn: 0 })
})

test('a correction with faults changes nothing and names them', async () => {
  const { fixture, correct } = await answeredSurvey()
  const fault = { code: 'answer-invalid', items: { overall: 'required' } }
  expect(await correct({ trust: '3' })).toEqual({ ok: false, fault })
  expect(fixture.memory.answers[0]?.values).toEqual({ overall: '2', trust: '1' })
})

test('an unknown receipt code, or a text that is no code, corrects nothing', async () => {
  const { correct } = await answeredSurvey()
  for (const code of ['0000-0000-0000-0000', 'nonsense', ''])
    expect(await correct({ overall: '4' }, code)).toEqual({ ok: false, fault: { code: 'receipt-unknown' } })
})

test('after the closing time no answer can be corrected, and once the wave is unlinked its codes are unknown', async () => {
  const { fixture, correct } = await answeredSurvey()
  fixture.setNow('2026-07-31T16:00:00Z')
  expect(await correct({ overall: '4' })).toEqual({ ok: false, fault: { code: 'wave-closed' } })
  await closeWave(fixture.ports, { period: '2026-H1' })
  expect(await correct({ overall: '4' })).toEqual({ ok: false, fault: { code: 'receipt-unknown' } })
})
