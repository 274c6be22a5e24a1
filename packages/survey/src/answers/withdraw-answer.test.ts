import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { recordAnswer } from './record-answer.ts'
import { showAnswer } from './show-answer.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

async function answeredSurvey() {
  const fixture = await openedFixture()
  const [token = '', otherToken = ''] = surveyLinks(fixture)
  const receipt = await answerLink(fixture, token, { values: { overall: '2' } })
  await answerLink(fixture, otherToken, { values: { overall: '5' } })
  return { fixture, token, receipt }
}

test('a withdrawn answer is deleted and counted as withdrawn; other answers remain', async () => {
  const { fixture, receipt } = await answeredSurvey()
  expect(await withdrawAnswer(fixture.ports, { receipt: receipt.toLowerCase() })).toEqual({ ok: true, value: null })
  expect(fixture.memory.answers.map(({ values }) => values)).toEqual([{ overall: '5' }])
  expect(fixture.memory.waves.get(fixture.wave.id)).toMatchObject({ answered: 1, withdrawn: 1 })
  expect(await showAnswer(fixture.ports, { receipt })).toMatchObject({ fault: { code: 'receipt-unknown' } })
})

test('the link of a withdrawn answer remains used, so nobody answers twice', async () => {
  const { fixture, token, receipt } = await answeredSurvey()
  await withdrawAnswer(fixture.ports, { receipt })
  const outcome = await recordAnswer(fixture.ports, { token, receipt, locale: 'en', fields: { overall: '4' } })
  expect(outcome).toEqual({ ok: false, fault: { code: 'link-used' } })
})

test('an unknown receipt code, or one used a second time, withdraws nothing', async () => {
  const { fixture, receipt } = await answeredSurvey()
  await withdrawAnswer(fixture.ports, { receipt })
  for (const code of [receipt, 'nonsense'])
    expect(await withdrawAnswer(fixture.ports, { receipt: code })).toMatchObject({ fault: { code: 'receipt-unknown' } })
  expect(fixture.memory.waves.get(fixture.wave.id)).toMatchObject({ answered: 1, withdrawn: 1 })
})

test('after the closing time no answer can be withdrawn, and once the wave is unlinked its codes are unknown', async () => {
  const { fixture, receipt } = await answeredSurvey()
  fixture.setNow('2026-07-31T16:00:00Z')
  expect(await withdrawAnswer(fixture.ports, { receipt })).toMatchObject({ fault: { code: 'wave-closed' } })
  await closeWave(fixture.ports, { period: '2026-H1' })
  expect(await withdrawAnswer(fixture.ports, { receipt })).toMatchObject({ fault: { code: 'receipt-unknown' } })
})
