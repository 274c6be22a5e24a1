import type { CalendarDate, LocalText, PeriodKey } from '@wayproof/kernel'
import type { Definitions } from '../../rule-changes/definitions.ts'
import type { Scorecard } from '../../scorecard.ts'
import type { Verdict } from '../../verdict.ts'
import { type FigureChange, figureChanges } from '../figure-change.ts'
import { type RemediesByState, remediesByState } from '../remedies/remedies-by-state.ts'
import type { ActionOutcome, AgreedAction, PromisedActions, Remedy } from '../remedies/remedy.ts'
import type { Seal } from './seal.ts'
import type { SealedActions, SealStamp } from './sealed-parts.ts'
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

/** The report of a closed half-year. It contains only sealed data and the later outcomes of promises. */
export interface SealedReport {
  readonly scorecard: Scorecard
  readonly seal: SealStamp
  /** Smallest group that was shown. */
  readonly smallestGroup: number
  /** Changes of a restatement from the previous version; empty in a first version. */
  readonly changes: readonly FigureChange[]
  /** Earlier half-years as sealed, oldest first. */
  readonly earlier: readonly { readonly period: PeriodKey; readonly verdicts: readonly Verdict[] }[]
  readonly improvements: SealedActions['improvements']
  /** Grouped by the goals' states in the sealed figures. */
  readonly remedies: RemediesByState<Remedy>
  /** Agreed in meetings and because of findings; internal. */
  readonly agreed: readonly AgreedAction[]
  /** Recorded outcomes of the promises of the previous half-year. */
  readonly cameOf: readonly PromiseWithOutcome[]
}

/** Number of earlier half-years in a trend. */
const BACK = 4

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
  const replaced = chain.find((each) => each.period === period && each.version === seal.version - 1)
  const { improvements, remedies, agreed = [] } = JSON.parse(seal.parts.actions) as SealedActions
  const seals = [...newest.values()]
    .filter((each) => each.period < period)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
  const scorecard = sealedScorecard(seal, timeZone)
  return {
    scorecard,
    seal: stampOf(seal, timeZone),
    smallestGroup: (JSON.parse(seal.parts.definitions) as Definitions).rules.smallestGroup,
    changes: replaced ? figureChanges(sealedScorecard(replaced, timeZone), scorecard) : [],
    earlier: seals
      .slice(-BACK)
      .map((each) => ({ period: each.period, verdicts: sealedScorecard(each, timeZone).verdicts })),
    improvements,
    remedies: remediesByState(scorecard.verdicts, remedies),
    agreed,
    cameOf: keptPromises(before),
  }
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
