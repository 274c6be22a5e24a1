import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { showAnswer } from './show-answer.ts'

async function answeredSurvey() {
  const fixture = await openedFixture()
  const [token = ''] = surveyLinks(fixture)
  const receipt = await answerLink(fixture, token, { values: { overall: '2', trust: 'dk' }, comment: 'too much data' })
  return { fixture, receipt }
}

test('a receipt code shows its answer with the questionnaire and the closing time', async () => {
  const { fixture, receipt } = await answeredSurvey()
  expect(await showAnswer(fixture.ports, { receipt })).toMatchObject({
    ok: true,
    value: {
      answer: { values: { overall: '2', trust: 'dk' }, comment: 'too much data' },
      questionnaire: { id: 'traveler-privacy-satisfaction', version: 1 },
      closesAt: Date.parse('2026-07-31T16:00:00Z'),
    },
  })
})

test('a receipt code may be typed in lower case, with separators and spaces', async () => {
  const { fixture, receipt } = await answeredSurvey()
  const typed = ` ${receipt.toLowerCase().replace(/(.{4})/g, '$1- ')}`
  expect(await showAnswer(fixture.ports, { receipt: typed })).toMatchObject({ ok: true })
})

test('a code that no answer has shows nothing', async () => {
  const { fixture } = await answeredSurvey()
  for (const receipt of ['', 'nonsense', '0000-0000-0000-0000'])
    expect(await showAnswer(fixture.ports, { receipt })).toEqual({ ok: false, fault: { code: 'receipt-unknown' } })
})

test('from the closing time on no answer is shown, and once the wave is unlinked its codes are unknown', async () => {
  const { fixture, receipt } = await answeredSurvey()
  fixture.setNow('2026-07-31T15:59:59Z')
  expect(await showAnswer(fixture.ports, { receipt })).toMatchObject({ ok: true })
  fixture.setNow('2026-07-31T16:00:00Z')
  expect(await showAnswer(fixture.ports, { receipt })).toEqual({ ok: false, fault: { code: 'wave-closed' } })
  await closeWave(fixture.ports, { period: '2026-H1' })
  expect(await showAnswer(fixture.ports, { receipt })).toEqual({ ok: false, fault: { code: 'receipt-unknown' } })
})
