import { expect, it } from 'vitest'
import { changeOf, publish } from '../publish/publish.ts'
import { contextOf, waveFacts } from '../testing/example-facts.ts'
import { judgedSatisfaction } from '../testing/judged.ts'
import { judgeCustomerSatisfaction } from './customer-satisfaction.ts'

const context = contextOf('2025-H2', '2025-12-31')
const judge = (...facts: Parameters<typeof waveFacts>) => judgedSatisfaction(waveFacts(...facts), context)
const of = (n: number, top: number) => [0, 0, n - top, top, 0] as const

it.each([
  [1000, 850, 'met', 'green', false],
  [1000, 849, 'missed', 'amber', false],
  [1000, 880, 'met', 'green', true],
  [1000, 800, 'missed', 'red', false],
  [100, 85, 'met', 'green', false],
])('%i answers with %i satisfied: %s, %s, demonstrated %s', (n, top, verdict, status, demonstrated) => {
  expect(judge(of(n, top))).toMatchObject({ verdict, status, demonstrated, value: top / n })
})

it('without a chosen improvement it is met but not green', () => {
  expect(judge(of(1000, 880), {}, false)).toMatchObject({
    verdict: 'met',
    status: 'amber',
    reason: 'improvement-missing',
  })
  expect(judge(of(1000, 800), {}, false)).toMatchObject({ verdict: 'missed', status: 'red', reason: 'below-target' })
})

it('too few answers show the share without a status', () => {
  expect(judge(of(99, 90))).toMatchObject({
    verdict: 'unknown',
    status: 'no-data',
    reason: 'too-few-answers',
    demonstrated: null,
    value: 90 / 99,
  })
  expect(judge(of(5, 3))).toMatchObject({ status: 'no-data', value: 3 / 5 })
})

it('below five answers nothing is shown, not even their number', () => {
  const verdict = judge(of(4, 4))
  expect(verdict).toMatchObject({ verdict: 'unknown', status: 'suppressed', value: null, share: null, interval: null })
  expect(verdict.figures).toMatchObject({ n: null, top2: null, withoutOpinion: null, satisfiedOfAll: null })
})

it('no share shows all or none, nor which of two values it is', () => {
  const untold = { value: null, share: null, interval: null, demonstrated: null, reason: 'too-few-answers' }
  for (const n of [5, 12, 19]) {
    const [verdict, one, all, most] = [0, 1, n, n - 1].map((top) => judge(of(n, top), { withoutOpinion: 3 }))
    expect(all).toMatchObject({ ...untold, figures: { n, top2: null, estimate: null, satisfiedOfAll: null } })
    expect(all?.figures.band).toEqual({ end: 'high', base: n })
    expect(verdict?.figures.band).toEqual({ end: 'low', base: n })
    expect([all, verdict]).toEqual([most, one])
    // Neither a low minimum nor weights that inflate few answers give a verdict that would reveal it.
    expect(judge(of(n, n), { minimumForStatus: 1 }).verdict).toBe('unknown')
  }
  expect(judge(of(12, 10))).toMatchObject({ value: 10 / 12, figures: { top2: 10 } })
  expect(judge(of(12, 10)).figures).not.toHaveProperty('band')
  // Enough people have a verdict if it is the same for both values.
  for (const top of [399, 400]) {
    const most = judge(of(400, top))
    expect(most).toMatchObject({ ...untold, reason: 'target-reached', verdict: 'met', figures: { top2: null } })
    expect(most.figures.band).toEqual({ end: 'high', base: 400 })
    const beside = { ...context, target: { numerator: 999, denominator: 1000 } }
    expect(judgedSatisfaction(waveFacts(of(400, top)), beside)).toMatchObject({ ...untold, verdict: 'unknown' })
  }
})

it('no later half-year reveals what a band hides', () => {
  const exact = (counts: Parameters<typeof waveFacts>[0]) => judgeCustomerSatisfaction(waveFacts(counts), context)
  const later = exact(of(1000, 880))
  for (const top of [19, 18]) {
    const exactVerdict = exact(of(19, top))
    const change = changeOf(publish(exactVerdict), publish(later))
    expect(change).toMatchObject({ from: null, to: 0.88, strength: null, interval: null, detectable: null })
    expect(changeOf(publish(later), publish(exactVerdict))).toMatchObject({
      from: 0.88,
      to: null,
      strength: null,
      interval: null,
    })
  }
})

it('below twenty answers it stays hidden if all or none had an opinion', () => {
  for (const withoutOpinion of [0, 1]) expect(judge(of(12, 8), { withoutOpinion }).figures.withoutOpinion).toBeNull()
  expect(judge(of(12, 8), { withoutOpinion: 2 }).figures.withoutOpinion).toBe(2 / 14)
  expect(judge(of(0, 0), { withoutOpinion: 12 }).figures.withoutOpinion).toBeNull()
})

it('there is no verdict without opinions, without a wave and while one is open', () => {
  expect(judge(of(0, 0), { withoutOpinion: 50 })).toMatchObject({ verdict: 'unknown', status: 'no-data', value: null })
  expect(judge(of(0, 0), { withoutOpinion: 50 }).figures).toMatchObject({ n: 0, top2: 0, withoutOpinion: 1 })
  expect(judge(of(0, 0), { withoutOpinion: 4 }).figures).toMatchObject({ withoutOpinion: null, satisfiedOfAll: null })
  const verdict = judgedSatisfaction({ wave: null, improvementChosen: false }, context)
  expect(verdict).toMatchObject({ verdict: 'unknown', status: 'no-data', reason: 'no-wave' })
  const running = { ...context, asOf: '2025-11-30' }
  const notYet = judgedSatisfaction({ wave: null, improvementChosen: false }, running)
  expect(notYet).toMatchObject({ verdict: 'unknown', status: 'too-early', reason: 'running' })
  const open = judge(of(1000, 900), { open: true })
  expect(open).toMatchObject({ verdict: 'unknown', reason: 'wave-open', value: null, figures: { n: null } })
  const uncounted = judge(of(0, 0), { open: true, answered: null })
  expect(uncounted).toMatchObject({ reason: 'wave-open', figures: { answered: null } })
})

it('more than 30 % without an opinion is flagged', () => {
  expect(judge(of(700, 650), { withoutOpinion: 300 }).flags).toEqual([])
  expect(judge(of(700, 650), { withoutOpinion: 301 }).flags).toEqual(['few-know'])
  expect(judge(of(700, 650), { withoutOpinion: 300 }).figures).toMatchObject({
    withoutOpinion: 0.3,
    satisfiedOfAll: 0.65,
  })
})
