import type { Indicator } from './indicator-definition.ts'
import type { IndicatorFacts, ItemFacts, SurveyFacts, WhistleFacts } from './indicator-facts.ts'
import {
  coarseShareOfPeople,
  type IndicatorValue,
  publishedPeople,
  shareOfPeople,
  suppressed,
  unknown,
  weightedShareOfPeople,
} from './indicator-value.ts'
import { signalJump, signalShare } from './signal-jump.ts'

/** Items whose share of `dk` is shown: customers' awareness of how their data are handled. */
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
      const itemFacts = itemOf(survey, item)
      if (!itemFacts) return unknown('not-asked')
      const { dontKnow, notApplicable, valid } = itemFacts
      return shareOfPeople(dontKnow, dontKnow + notApplicable + valid, smallestGroup, 'not-asked')
    })) satisfies Indicator['value'],
})

/** Returns a share, or few; none and few look alike. */
const fewOrShare = ({ due, inTime }: WhistleFacts['closed'], k: number): IndicatorValue =>
  due < k ? suppressed(k) : coarseShareOfPeople(inTime, due, k)

function casesInTime(cases: WhistleFacts['closed'] | 'none' | undefined, k: number): IndicatorValue {
  if (!cases) return unknown('nothing-registered')
  return cases === 'none' ? unknown('nothing-in-period') : fewOrShare(cases, k)
}

/** Indicators with people behind them; groups below the smallest size are suppressed. */
export const peopleIndicators = [
  {
    id: 'first-attempt',
    measure: 'training',
    evidence: ['training'],
    value: ({ training }, { smallestGroup }) =>
      training ? shareOfPeople(training.atFirst, training.passed, smallestGroup) : unknown('nothing-registered'),
  },
  {
    id: 'whistle-blower-reports',
    measure: 'training',
    evidence: ['whistle-reports'],
    // A fall to few reports is a warning, not a success.
    value: ({ whistle }, { smallestGroup }) =>
      whistle ? publishedPeople(whistle.received, smallestGroup, whistle.before) : unknown('no-handler'),
  },
  {
    id: 'reports-acknowledged',
    measure: 'training',
    evidence: ['whistle-reports'],
    value: ({ whistle }, { smallestGroup }) =>
      whistle ? fewOrShare(whistle.acknowledged, smallestGroup) : unknown('no-handler'),
  },
  {
    id: 'reports-closed',
    measure: 'training',
    evidence: ['whistle-reports'],
    value: ({ whistle }, { smallestGroup }) =>
      whistle ? fewOrShare(whistle.closed, smallestGroup) : unknown('no-handler'),
  },
  {
    id: 'requests-in-time',
    measure: 'customer-rights',
    evidence: ['rights-cases'],
    value: ({ rights }, { smallestGroup }) => casesInTime(rights?.requests, smallestGroup),
  },
  {
    id: 'days-to-answer',
    measure: 'customer-rights',
    evidence: ['rights-cases'],
    value: ({ rights }, { smallestGroup }) => {
      if (!rights) return unknown('nothing-registered')
      if (rights.days === 'none') return unknown('nothing-in-period')
      if (!rights.days || rights.days.cases < smallestGroup) return suppressed(smallestGroup)
      return { kind: 'days', ...rights.days }
    },
  },
  {
    id: 'complaints',
    measure: 'customer-rights',
    evidence: ['rights-cases', 'bookings'],
    // None at all is a figure once the half-year is over, because it concerns nobody.
    value: ({ rights, bookings }, { smallestGroup }) => {
      if (!rights) return unknown('nothing-registered')
      if (!bookings || bookings.count === 0) return unknown('no-bookings')
      if (rights.complaints === 'none') return { kind: 'rate', cases: 0, base: bookings.count }
      if (rights.complaints < smallestGroup) return suppressed(smallestGroup)
      return { kind: 'rate', cases: rights.complaints, base: bookings.count }
    },
  },
  {
    id: 'complaints-answered',
    measure: 'customer-rights',
    evidence: ['rights-cases'],
    value: ({ rights }, { smallestGroup }) => casesInTime(rights?.complaintAnswers, smallestGroup),
  },
  {
    id: 'leak-signal',
    measure: 'technical-security',
    evidence: ['waves'],
    value: (facts, { smallestGroup }) =>
      surveyed(facts, ({ signal }) => (signal ? signalShare(signal, smallestGroup) : unknown('not-asked'))),
  },
  {
    id: 'leak-signal-jump',
    measure: 'technical-security',
    evidence: ['waves'],
    value: (facts, { smallestGroup }) =>
      surveyed(facts, ({ signal, signalBefore }) => {
        if (!signal) return unknown('not-asked')
        return signalBefore ? signalJump(signalBefore, signal, smallestGroup) : unknown('no-wave-before')
      }),
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
