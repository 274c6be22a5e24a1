import { expect, it } from 'vitest'
import { contextOf, partnerFacts } from '../testing/example-facts.ts'
import { judgedPartners } from '../testing/judged.ts'
import type { Verdict } from '../verdict.ts'
import { figureChanges } from './figure-change.ts'

const audited = (count: number, asOf = '2025-06-30'): Verdict =>
  judgedPartners(partnerFacts({ audited: count }), contextOf('2025', asOf))
const changes = (from: Verdict, to: Verdict) => figureChanges({ verdicts: [from] }, { verdicts: [to] })

it('the status of a running goal is no figure of its own, whatever rule gave it', () => {
  expect(audited(20)).toMatchObject({ verdict: 'unknown', reason: 'running', status: 'green' })
  expect(changes({ ...audited(20), status: 'red' }, audited(20))).toEqual([])
  const counts = changes({ ...audited(20), status: 'red' }, audited(21)).map(({ figure }) => figure)
  expect(counts).toEqual(['value', 'counted', 'missing'])
})

it('the status of a decided goal is one', () => {
  const met = audited(40, '2025-12-31')
  expect(changes({ ...met, status: 'red' }, met)).toMatchObject([{ figure: 'status', from: 'red', to: 'green' }])
  expect(changes({ ...audited(40), status: 'amber' }, met).map(({ figure }) => figure)).toContain('status')
})
