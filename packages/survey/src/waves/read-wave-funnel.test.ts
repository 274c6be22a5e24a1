import { expect, test } from 'vitest'
import { openedFixture, openSurvey } from '../testing/open-survey.ts'
import { listWaves, waveFunnel } from './read-wave-funnel.ts'

test('the funnel of a wave begins with everyone invited', async () => {
  const { ports, wave } = await openedFixture()
  expect(await waveFunnel(ports, { period: '2026-H1' })).toMatchObject({
    ok: true,
    value: {
      wave,
      frame: 3,
      invited: 3,
      coverage: { registered: 3, 'within-budget': 3 },
      counted: { kind: 'not-yet' },
    },
  })
})

test('a half-year without a wave has no funnel', async () => {
  const { ports } = await openedFixture()
  expect(await waveFunnel(ports, { period: '2025-H2' })).toEqual({ ok: false, fault: { code: 'no-wave' } })
})

test('waves are listed newest period first', async () => {
  const { ports, wave } = await openedFixture()
  const earlier = await openSurvey(ports, { period: '2025-H2' })
  expect(await listWaves(ports)).toEqual([wave, earlier])
})
