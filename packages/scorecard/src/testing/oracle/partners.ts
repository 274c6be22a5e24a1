import type { Partner } from '@wayproof/evidence/registers/partners/partner'
import type { PartnerAudit } from '@wayproof/evidence/registers/partners/partner-audit'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import fc from 'fast-check'
import { daysWithin, earliest, plusDays, yearSpan } from './calendar.ts'
import { type Moment, near, type Registers } from './company.ts'
import { type Judged, paceColour } from './judged.ts'

// statistics.md 2.2 and 2.3, goal 5, evaluated partner by partner.

export function partners(at: Moment): fc.Arbitrary<Registers> {
  const { first, last } = yearSpan(at.year)
  const day = earliest(at.today, at.span.last)
  const audit = fc.record({
    reportDate: near(first, plusDays(first, -150), plusDays(first, 140), day),
    result: fc.constantFrom('pass' as const, 'fail' as const),
    fullScope: fc.boolean(),
    evidenceClass: fc.constantFrom('self-declared', 'document', 'certificate', 'on-site'),
    correctivePlanOn: fc.constantFrom(null, '2027-02-01'),
  })
  const partner = fc.record({
    processesPersonalData: fc.boolean(),
    onboarded: near('2020-01-01', plusDays(last, -at.rules.partnerGrace), day),
    offboarded: fc.option(near(day, last), { nil: null, freq: 3 }),
    audits: fc.uniqueArray(audit, { maxLength: 3, selector: ({ reportDate }) => reportDate }),
  })
  const full = fc.record({ reportDate: near(day), result: fc.constant('pass' as const) }).map((some) => ({
    processesPersonalData: true,
    onboarded: '2020-01-01',
    offboarded: null,
    audits: [{ ...some, fullScope: true, evidenceClass: 'document' as const, correctivePlanOn: null }],
  }))
  return fc.array(fc.oneof(partner, full), { maxLength: 6 }).map((drawn) => ({
    partners: drawn.map(
      ({ audits: _, ...each }, i): Partner => ({
        ...each,
        ...UNSAID.partner,
        id: `P${i}`,
        name: `P${i}`,
        service: 's',
      }),
    ),
    'partner-audits': drawn.flatMap(({ audits }, i) =>
      audits.map((each): PartnerAudit => ({ ...each, partnerId: `P${i}` })),
    ),
  }))
}

const counts = ({ fullScope, evidenceClass }: PartnerAudit) => fullScope && evidenceClass !== 'self-declared'

/**
 * "Linear time only when there is no history": the share of last year's audited partners that were audited by this day.
 */
function elapsedBy(day: string, audits: readonly PartnerAudit[], year: number): number {
  const before = new Map<string, string>()
  for (const audit of audits.filter((each) => counts(each) && each.reportDate.startsWith(`${year - 1}`))) {
    before.set(audit.partnerId, earliest(audit.reportDate, before.get(audit.partnerId) ?? '9'))
  }
  const { first, last } = yearSpan(year)
  if (before.size === 0 || day === last) return daysWithin(first, day) / daysWithin(first, last)
  return [...before.values()].filter((report) => report.slice(5) <= day.slice(5)).length / before.size
}

export function judgePartners(rows: Registers, { year, span, today, rules }: Moment): Judged {
  const { last } = yearSpan(year)
  const day = earliest(today, span.last)
  const facts = { due: 0, audited: 0, passed: 0, notYetDue: 0, failedWithoutPlan: 0 }
  const missing: string[] = []
  const audits = rows['partner-audits'] ?? []
  for (const { id, processesPersonalData, onboarded, offboarded } of rows.partners ?? []) {
    if (
      rules.out.partners.includes(id) ||
      !processesPersonalData ||
      onboarded > day ||
      (offboarded !== null && offboarded <= day)
    )
      continue
    const ofYear = audits
      .filter((audit) => audit.partnerId === id && counts(audit))
      .filter(({ reportDate }) => reportDate.startsWith(`${year}`) && reportDate <= day)
      .sort((a, b) => (a.reportDate < b.reportDate ? -1 : 1))
    const latest = ofYear.at(-1)
    if (!latest && plusDays(onboarded, rules.partnerGrace) > last) {
      facts.notYetDue += 1
      continue
    }
    facts.due += 1
    if (!latest) {
      missing.push(id)
      continue
    }
    facts.audited += 1
    if (latest.result === 'pass') facts.passed += 1
    else if (latest.correctivePlanOn === null) facts.failedWithoutPlan += 1
  }
  const { due, audited, failedWithoutPlan } = facts
  const said = { demonstrated: null, value: due === 0 ? null : audited / due, flags: [], facts, missing }
  if (due === 0) return { ...said, verdict: 'unknown', status: 'no-data' }
  // A first half-year is judged as of its last day, when its year was still running.
  if (today <= last || span.last < last) {
    return {
      ...said,
      verdict: 'unknown',
      status: paceColour(audited, due, rules.targets.partners, elapsedBy(day, audits, year)),
    }
  }
  if (100 * audited < rules.targets.partners * due) return { ...said, verdict: 'missed', status: 'red' }
  return { ...said, verdict: 'met', status: failedWithoutPlan > 0 ? 'red' : 'green' }
}
