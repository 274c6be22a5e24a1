import type { Share } from '@wayproof/kernel/share'
import { twoProportions } from '@wayproof/statistics/proportions/two-proportions'
import { publishedCases, publishedDays, publishedInTime, publishedRate } from '../cases/case-gate.ts'
import type { Indicator } from './indicator-definition.ts'
import type {
  IndicatorFacts,
  ItemFacts,
  LeakSignal,
  RightsFacts,
  SurveyFacts,
  WhistleFacts,
} from './indicator-facts.ts'
import { type IndicatorValue, shareOfPeople, unknown, weightedShareOfPeople } from './indicator-value.ts'

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

/** Reports of a year; without a handler nobody can write one. */
const ofReports =
  (judge: (reports: WhistleFacts, k: number) => IndicatorValue): Indicator['value'] =>
  ({ hasCaseHandler, whistle }, { smallestGroup }) => {
    if (!hasCaseHandler) return unknown('no-handler')
    return whistle ? judge(whistle, smallestGroup) : unknown('with-the-year')
  }

/** Requests and complaints of a half-year. */
const ofCases =
  (
    judge: (cases: RightsFacts, k: number, bookings: IndicatorFacts['bookings']) => IndicatorValue,
  ): Indicator['value'] =>
  ({ rights, bookings }, { smallestGroup }) =>
    rights ? judge(rights, smallestGroup, bookings) : unknown('half-year-running')

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
    value: ofReports(({ received }, k) => publishedCases(received, k)),
  },
  {
    id: 'reports-acknowledged',
    measure: 'training',
    evidence: ['whistle-reports'],
    value: ofReports(({ acknowledged }, k) => publishedInTime(acknowledged, k)),
  },
  {
    id: 'reports-closed',
    measure: 'training',
    evidence: ['whistle-reports'],
    value: ofReports(({ closed }, k) => publishedInTime(closed, k)),
  },
  {
    id: 'requests-in-time',
    measure: 'customer-rights',
    evidence: ['rights-cases'],
    value: ofCases(({ requests }, k) => publishedInTime(requests, k)),
  },
  {
    id: 'days-to-answer',
    measure: 'customer-rights',
    evidence: ['rights-cases'],
    value: ofCases(({ days }, k) => publishedDays(days, k)),
  },
  {
    id: 'complaints',
    measure: 'customer-rights',
    evidence: ['rights-cases', 'bookings'],
    value: ofCases(({ complaints }, k, bookings) => {
      if (!bookings) return unknown('no-bookings')
      if (bookings.unbooked.length > 0) return { ...unknown('months-unbooked'), months: bookings.unbooked }
      if (bookings.count === 0) return unknown('no-bookings')
      return publishedRate(complaints, bookings.count, k)
    }),
  },
  {
    id: 'complaints-answered',
    measure: 'customer-rights',
    evidence: ['rights-cases'],
    value: ofCases(({ complaintAnswers }, k) => publishedInTime(complaintAnswers, k)),
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
      surveyed(facts, ({ trust }) => {
        if (!trust) return unknown('not-asked')
        const { rated } = trust
        if (!rated) return unknown('no-satisfied-points')
        return weightedShareOfPeople({ ...trust, rated }, smallestGroup, 'not-asked')
      }),
  },
  dontKnow('notice'),
  dontKnow('consent'),
  dontKnow('minimal'),
  dontKnow('security'),
  dontKnow('control'),
  dontKnow('sharing'),
  dontKnow('transparency'),
] as const satisfies readonly Indicator[]

const LEVEL = 0.95

/** Published share of answers that strangers knew of the trip. */
const signalShare = ({ yes, no }: LeakSignal, k: number): IndicatorValue => shareOfPeople(yes, yes + no, k, 'not-asked')

/**
 * Tests a rise of the signal between two waves with Fisher's exact test. It uses the published figures of both waves in
 * their least alarming reading, so the result reveals no more about few people than the figures do.
 */
function signalJump(before: LeakSignal, now: LeakSignal, k: number): IndicatorValue {
  const publishedShares = { before: signalShare(before, k), now: signalShare(now, k) }
  const share = asShown(publishedShares.before, 'most')
  const two = asShown(publishedShares.now, 'least')
  // Without a figure of either wave there is no comparison, and the reason is returned instead.
  if (!share)
    return publishedShares.before.kind === 'unknown'
      ? { kind: 'unknown', missing: 'no-wave-before' }
      : publishedShares.before
  if (!two) return publishedShares.now
  const counts = { x1: share.numerator, n1: share.denominator, x2: two.numerator, n2: two.denominator }
  const { diff, fisherP } = twoProportions({ ...counts, level: LEVEL })
  const triageWanted = diff !== null && diff > 0 && fisherP !== null && fisherP < 1 - LEVEL
  return { kind: 'jump', triageWanted, ...publishedShares }
}

/** Largest or smallest count behind a shown figure; null if none is shown. */
function asShown(value: IndicatorValue, end: 'most' | 'least'): Share | null {
  if (value.kind === 'share') return value.share
  if (value.kind !== 'band') return null
  const least = value.end === 'low' ? 0 : value.base - 1
  return { numerator: end === 'most' ? least + 1 : least, denominator: value.base }
}
