import { isSmall } from '../suppression.ts'
import type { Indicator } from './indicator.ts'
import type { IndicatorFacts, ItemFacts, SurveyFacts } from './indicator-facts.ts'
import { type IndicatorValue, shareOfPeople, unknown, weightedShareOfPeople } from './indicator-value.ts'

/** Items whose share of `dk` is shown: what customers could know of how their data are handled. */
const AWARENESS_ITEMS = ['notice', 'consent', 'minimal', 'security', 'control', 'sharing', 'transparency'] as const

type AwarenessItem = (typeof AWARENESS_ITEMS)[number]

function surveyed(facts: IndicatorFacts, judge: (survey: SurveyFacts) => IndicatorValue): IndicatorValue {
  if (!facts.survey) return unknown('no-wave')
  return facts.survey.open ? unknown('wave-open') : judge(facts.survey)
}

const itemOf = ({ items }: SurveyFacts, id: string): ItemFacts | undefined => items.find(({ item }) => item === id)

const dontKnow = <Item extends AwarenessItem>(item: Item) => ({
  id: `unknown-to-customers-${item}` as const,
  measure: 'transparency' as const,
  evidence: ['waves'] as const,
  value: ((facts, { smallestGroup }) =>
    surveyed(facts, (survey) => {
      const found = itemOf(survey, item)
      if (!found) return unknown('not-asked')
      const { dontKnow, notApplicable, valid } = found
      return shareOfPeople(dontKnow, dontKnow + notApplicable + valid, smallestGroup, 'not-asked')
    })) satisfies Indicator['value'],
})

/** Figures behind which people stand: none is shown of fewer than the smallest group. */
export const peopleIndicators = [
  {
    id: 'first-attempt',
    measure: 'training',
    evidence: ['training'],
    value: ({ training }, { smallestGroup }) =>
      training ? shareOfPeople(training.atFirst, training.passed, smallestGroup) : unknown('nothing-registered'),
  },
  {
    id: 'requests-in-time',
    measure: 'customer-rights',
    evidence: ['rights-cases'],
    value: ({ rights }, { smallestGroup }) =>
      rights ? shareOfPeople(rights.inTime, rights.due, smallestGroup) : unknown('nothing-registered'),
  },
  {
    id: 'days-to-answer',
    measure: 'customer-rights',
    evidence: ['rights-cases'],
    value: ({ rights }, { smallestGroup }) => {
      if (!rights) return unknown('nothing-registered')
      if (!rights.days) return unknown('nothing-in-period')
      return isSmall(rights.days.cases, smallestGroup) ? { kind: 'suppressed' } : { kind: 'days', ...rights.days }
    },
  },
  {
    id: 'complaints',
    measure: 'customer-rights',
    evidence: ['rights-cases', 'bookings'],
    // None at all is a figure here, once the register is in use: it speaks of nobody.
    value: ({ rights, bookings }, { smallestGroup }) => {
      if (!rights) return unknown('nothing-registered')
      if (!bookings || bookings.count === 0) return unknown('no-bookings')
      if (isSmall(rights.complaints, smallestGroup)) return { kind: 'suppressed' }
      return { kind: 'rate', cases: rights.complaints, base: bookings.count }
    },
  },
  {
    id: 'leak-signal',
    measure: 'technical-security',
    evidence: ['waves'],
    value: (facts, { smallestGroup }) =>
      surveyed(facts, ({ signal }) =>
        signal ? shareOfPeople(signal.yes, signal.yes + signal.no, smallestGroup, 'not-asked') : unknown('not-asked'),
      ),
  },
  {
    id: 'trust',
    measure: 'customer-rights',
    evidence: ['waves'],
    value: (facts, { smallestGroup }) =>
      surveyed(facts, ({ trust }) =>
        trust ? weightedShareOfPeople(trust, smallestGroup, 'not-asked') : unknown('not-asked'),
      ),
  },
  dontKnow('notice'),
  dontKnow('consent'),
  dontKnow('minimal'),
  dontKnow('security'),
  dontKnow('control'),
  dontKnow('sharing'),
  dontKnow('transparency'),
] as const satisfies readonly Indicator[]
