import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { isSameHalf } from '../../change/same-halves.ts'
import type { Definitions } from '../../rule-changes/definitions.ts'
import type { Scorecard } from '../../scorecard.ts'
import type { Verdict } from '../../verdict.ts'
import { type FigureChange, figureChanges } from '../figure-change.ts'
import { type RemediesByState, remediesByState } from '../remedies/remedies-by-state.ts'
import type { ActionOutcome, AgreedAction, PromisedActions, Remedy } from '../remedies/remedy.ts'
import type { Seal } from './seal.ts'
import type { AskedWave, Evidence, SealedActions, SealStamp } from './sealed-parts.ts'
import { sealedScorecard, stampOf } from './sealed-scorecard.ts'

/** An action of the previous half-year with its outcome. */
export interface PromiseWithOutcome {
  readonly action: LocalText
  readonly owner: string
  /** Due day and effect of an internal action, on a red goal or agreed; null for an improvement, which is public. */
  readonly internal: { readonly dueOn: CalendarDate; readonly effect: string } | null
  readonly state: ActionOutcome['state']
  readonly outcome: string
}

/** A restatement, with every figure that it changed. */
export interface Correction {
  readonly version: number
  readonly sealedOn: CalendarDate
  readonly reason: string
  readonly changes: readonly FigureChange[]
}

/** How the survey of the half-year asked. */
export interface AskedSurvey extends Omit<AskedWave, 'openedAt' | 'closesAt'> {
  readonly openedOn: CalendarDate
  readonly closedOn: CalendarDate
}

/** The report of a closed half-year. It contains only sealed data and the later outcomes of promises. */
export interface SealedReport {
  readonly scorecard: Scorecard
  readonly seal: SealStamp
  /** Smallest group that was shown. */
  readonly smallestGroup: number
  /** Oldest first; empty for a first version. */
  readonly corrections: readonly Correction[]
  /** Null without a survey, and in seals of versions that did not seal it. */
  readonly asked: AskedSurvey | null
  /** The same half of earlier years as sealed, oldest first: half a year is not compared with a year. */
  readonly earlier: readonly { readonly period: PeriodKey; readonly verdicts: readonly Verdict[] }[]
  readonly improvements: SealedActions['improvements']
  /** Grouped by the goals' states in the sealed figures. */
  readonly remedies: RemediesByState<Remedy>
  /** Agreed in meetings and because of findings; internal. */
  readonly agreed: readonly AgreedAction[]
  /** Recorded outcomes of the promises of the previous half-year. */
  readonly cameOf: readonly PromiseWithOutcome[]
}

/** Number of earlier years in a trend. */
const BACK = 3

/** Report of the newest sealed version of `period`; null if it was never closed. */
export function sealedReport(
  chain: readonly Seal[],
  period: PeriodKey,
  { before, timeZone }: { readonly before: PromisedActions; readonly timeZone: string },
): SealedReport | null {
  const newest = new Map<PeriodKey, Seal>()
  for (const seal of chain) if ((newest.get(seal.period)?.version ?? 0) < seal.version) newest.set(seal.period, seal)
  const seal = newest.get(period)
  if (!seal) return null
  const { improvements, remedies, agreed = [] } = JSON.parse(seal.parts.actions) as SealedActions
  const seals = [...newest.values()]
    .filter((each) => each.period < period && isSameHalf(each.period, period))
    .sort((a, b) => (a.period < b.period ? -1 : 1))
  const scorecard = sealedScorecard(seal, timeZone)
  return {
    scorecard,
    seal: stampOf(seal, timeZone),
    smallestGroup: (JSON.parse(seal.parts.definitions) as Definitions).rules.smallestGroup,
    corrections: correctionsOf(
      chain.filter((each) => each.period === period),
      timeZone,
    ),
    asked: askedOf(seal, timeZone),
    earlier: seals
      .slice(-BACK)
      .map((each) => ({ period: each.period, verdicts: sealedScorecard(each, timeZone).verdicts })),
    improvements,
    remedies: remediesByState(scorecard.verdicts, remedies),
    agreed,
    cameOf: keptPromises(before),
  }
}

/** Each version of a half-year after the first one, beside the version that it replaced. */
const correctionsOf = (versions: readonly Seal[], timeZone: string): readonly Correction[] =>
  versions
    .toSorted((a, b) => a.version - b.version)
    .flatMap((seal, n, sorted) => {
      const replaced = sorted[n - 1]
      if (!replaced) return []
      const { version, sealedOn, reason } = stampOf(seal, timeZone)
      const changes = figureChanges(sealedScorecard(replaced, timeZone), sealedScorecard(seal, timeZone))
      return [{ version, sealedOn, reason: reason ?? '', changes }]
    })

function askedOf({ parts }: Seal, timeZone: string): AskedSurvey | null {
  const { wave } = JSON.parse(parts.evidence) as Partial<Evidence>
  if (!wave?.asked) return null
  const { openedAt, closesAt, ...asked } = wave.asked
  return { ...asked, openedOn: dateAt(openedAt, timeZone), closedOn: dateAt(closesAt - 1, timeZone) }
}

const keptPromises = ({ improvements, remedies, agreed }: PromisedActions): readonly PromiseWithOutcome[] =>
  [
    ...improvements.map(({ text, owner, outcome }) => ({ action: text, owner, internal: null, outcome })),
    ...[...remedies.map(({ action, ...rest }) => ({ ...rest, text: action })), ...agreed].map(
      ({ text, owner, dueOn, effect, outcome }) => ({
        action: { 'zh-CN': text, en: text },
        ...{ owner, internal: { dueOn, effect }, outcome },
      }),
    ),
  ].flatMap(({ outcome, ...promise }) => (outcome ? [{ ...promise, state: outcome.state, outcome: outcome.text }] : []))
