import { describe, expect, it } from 'vitest'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { judgeIncidentReduction } from '../goals/incident-reduction.ts'
import { judgePartnerAudit } from '../goals/partner-audit.ts'
import { judgeStaffTraining } from '../goals/staff-training.ts'
import { publish } from '../publish/publish.ts'
import { contextOf, incidentFacts, partnerFacts, quarterFacts, waveFacts } from '../testing/example-facts.ts'
import { shapeOf } from './verdict-shape.ts'

const half = contextOf('2025-H2', '2025-12-31')
const year = contextOf('2025', '2025-12-31')
const wave = (n: number, top: number, improvementChosen = true) =>
  publish(judgeCustomerSatisfaction({ ...waveFacts([0, 0, n - top, top, 0]), improvementChosen }, half))

describe('the drawing of a result', () => {
  it('is a filled tick if it is met and demonstrated or counted, an open one if not', () => {
    expect(shapeOf(wave(1000, 900))).toBe('demonstrated')
    expect(shapeOf(wave(1000, 860))).toBe('met')
    expect(shapeOf(publish(judgePartnerAudit(partnerFacts({ due: 9, audited: 9 }), year)))).toBe('demonstrated')
    const few = incidentFacts({ baselineCount: 8, currentCount: 4 })
    expect(shapeOf(publish(judgeIncidentReduction(few, year)))).toBe('met')
  })

  it('is the same cross for 79 of 100 as for 790 of 1,000', () => {
    expect(shapeOf(wave(100, 79))).toBe('missed')
    expect(shapeOf(wave(1000, 790))).toBe('missed')
  })

  it('is a triangle within a tolerance of the rules, and for a met goal with something open', () => {
    const training = { quarters: [quarterFacts({ due: 824, passed: 763 })] }
    expect(shapeOf(publish(judgeStaffTraining(training, half)))).toBe('amber')
    expect(shapeOf(wave(1000, 900, false))).toBe('amber')
    const failed = partnerFacts({ due: 9, audited: 9, failedWithoutPlan: 1 })
    expect(publish(judgePartnerAudit(failed, year))).toMatchObject({ verdict: 'met', status: 'red' })
    expect(shapeOf(publish(judgePartnerAudit(failed, year)))).toBe('amber')
  })

  it('is never a tick without a result', () => {
    expect(shapeOf(wave(20, 20))).toBe('unknown')
    expect(shapeOf(publish(judgePartnerAudit(partnerFacts(), contextOf('2025', '2025-06-30'))))).toBe('unknown')
  })
})
