// "Customer satisfaction with privacy protection is at least 85 %, surveyed every half-year, and feedback is acted upon."

import { ratio, reaches, type Share } from '@wayproof/kernel/share'
import { BAND_BELOW, peopleBand } from '@wayproof/survey/disclosure/people-band'
import { isSmall } from '@wayproof/survey/disclosure/suppression'
import { Exact, type ExactVerdict } from '../exact.ts'
import type { SatisfactionFacts, WaveFacts } from '../facts.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { fullAnswerInterval } from '../satisfaction/full-answer-interval.ts'
import {
  estimateSatisfaction,
  reachesTarget,
  type SatisfactionEstimate,
} from '../satisfaction/satisfaction-estimate.ts'
import { tippingPoint } from '../satisfaction/tipping-point.ts'
import { isResponseUneven } from '../satisfaction/uneven-response.ts'
import type { EstimateFigures, Flag, Judged, SatisfactionFigures, VerdictOf } from '../verdict.ts'
import { type GoalContext, isClosed, stamp, targetOf } from './goal-context.ts'

const GOAL = 'customer-satisfaction'
/** With more answers without an opinion, the share represents few people. */
const FEW_KNOW = { numerator: 3, denominator: 10 }

/**
 * Judges the share of ratings at the satisfied points among answers with an opinion. An open wave and too small a group show nothing. Answers
 * that nearly agree show only a band: nothing in the verdict differs between all of them and all but one.
 */
export function judgeCustomerSatisfaction(facts: SatisfactionFacts, context: GoalContext): ExactVerdict<typeof GOAL> {
  const { wave, improvementChosen } = facts
  const rated = wave && !wave.open ? wave.rated : null
  const estimate = wave && rated ? estimateSatisfaction({ ...wave, rated }) : null
  const satisfactionEstimate =
    estimate && !isSmall(estimate.raw.denominator, context.rules.smallestGroup) ? estimate : null
  const publishedEstimate = satisfactionEstimate && !peopleBand(satisfactionEstimate.raw) ? satisfactionEstimate : null
  const target = targetOf(GOAL, context)
  const enough = wave !== null && publishedEstimate !== null && isEnough(publishedEstimate, wave, target)
  const judgement: VerdictOf<typeof GOAL> = {
    ...stamp(GOAL, context),
    ...judge(facts, target, estimate, context),
    demonstrated:
      enough && publishedEstimate.interval
        ? publishedEstimate.interval.lower >= (ratio(target) ?? 1) && !isUneven(wave)
        : null,
    value: publishedEstimate?.value ?? null,
    share: publishedEstimate && publishedEstimate.value !== null ? publishedEstimate.raw : null,
    interval: publishedEstimate?.interval ?? null,
    missing: null,
    flags: wave && satisfactionEstimate ? flagsOf(wave, satisfactionEstimate, enough, target) : [],
    figures: figuresOf(wave, satisfactionEstimate, context, improvementChosen),
  }
  return new Exact('verdict', judgement, wave?.step ?? FINEST_STEP)
}

function judge(
  { wave, improvementChosen }: SatisfactionFacts,
  target: Share,
  estimate: SatisfactionEstimate | null,
  context: GoalContext,
): Judged {
  if (!wave) return { verdict: 'unknown', ...absent(context) }
  if (!estimate)
    return { verdict: 'unknown', status: 'no-data', reason: wave.open ? 'wave-open' : 'no-satisfied-points' }
  if (isSmall(estimate.raw.denominator, context.rules.smallestGroup)) {
    return { verdict: 'unknown', status: 'suppressed', reason: 'suppressed' }
  }
  const isReached = reachesTarget(estimate, target)
  if (isReached === null || !isEnough(estimate, wave, target)) {
    return { verdict: 'unknown', status: 'no-data', reason: 'too-few-answers' }
  }
  if (!isReached) {
    const reachable = (estimate.interval?.upper ?? 0) >= (ratio(target) ?? 1)
    return { verdict: 'missed', status: reachable ? 'amber' : 'red', reason: 'below-target' }
  }
  if (!improvementChosen) return { verdict: 'met', status: 'amber', reason: 'improvement-missing' }
  return { verdict: 'met', status: 'green', reason: 'target-reached' }
}

/** A half-year is surveyed after its end; before that no wave is missing. */
const absent = (context: GoalContext): Pick<Judged, 'status' | 'reason'> =>
  isClosed(context.period, context)
    ? { status: 'no-data', reason: 'no-wave' }
    : { status: 'too-early', reason: 'running' }

/**
 * The minimum counts effective answers, because very unequal weights reduce the information of many answers. In a band
 * of few people, or beside the target, there are always too few: a verdict would reveal which of the two values it is.
 */
const isEnough = (
  { raw, value, effective }: SatisfactionEstimate,
  { minimumForStatus }: WaveFacts,
  target: Share,
): boolean => value !== null && effective >= minimumForStatus && isDecided(raw, target)

/** Both ends of a band of enough people lie on the same side of the target. */
function isDecided(raw: Share, target: Share): boolean {
  const band = peopleBand(raw)
  if (!band) return true
  const { base: denominator } = band
  const least = band.end === 'low' ? 0 : denominator - 1
  const [one, other] = [least, least + 1].map((numerator) => reaches({ numerator, denominator }, target))
  return denominator >= BAND_BELOW && one === other
}

function flagsOf(wave: WaveFacts, estimate: SatisfactionEstimate, enough: boolean, target: Share): Flag[] {
  const { raw, weighting } = estimate
  const flags: Flag[] = []
  if (fewKnow(wave, raw)) flags.push('few-know')
  if (weighting === null && raw.denominator > 0) flags.push('not-weighted')
  const plain = { ...estimate, value: ratio(raw), weighting: null }
  if (enough && reachesTarget(plain, target) !== reachesTarget(estimate, target)) flags.push('weighting-decides')
  if (isUneven(wave)) flags.push('weights-uneven')
  return flags
}

/** Response so uneven that the interval cannot know the bias of trimmed and merged groups. */
const isUneven = ({ cells, margins }: WaveFacts): boolean => margins !== null && isResponseUneven(cells, margins)

function fewKnow({ withoutOpinion }: WaveFacts, { denominator: n }: Share): boolean {
  return withoutOpinion * FEW_KNOW.denominator > (n + withoutOpinion) * FEW_KNOW.numerator
}

function figuresOf(
  wave: WaveFacts | null,
  satisfactionEstimate: SatisfactionEstimate | null,
  context: GoalContext,
  improvementChosen: boolean,
): SatisfactionFigures {
  const { rules } = context
  const band = satisfactionEstimate && peopleBand(satisfactionEstimate.raw)
  const publishedEstimate = band ? null : satisfactionEstimate
  const all = wave && satisfactionEstimate ? satisfactionEstimate.raw.denominator + wave.withoutOpinion : 0
  const tells = (part: number) =>
    all >= BAND_BELOW ||
    (all > 0 && !isSmall(all, rules.smallestGroup) && !peopleBand({ numerator: part, denominator: all }))
  // Both shares give away the number of answers without an opinion.
  const isBaseShown = wave !== null && tells(wave.withoutOpinion)
  return {
    invited: wave?.invited ?? 0,
    delivered: wave?.delivered ?? 0,
    answered: wave ? wave.answered : 0,
    n: satisfactionEstimate?.raw.denominator ?? null,
    top2: publishedEstimate?.raw.numerator ?? null,
    ...(band && { band }),
    estimate: wave && publishedEstimate ? estimateFigures(wave, publishedEstimate, targetOf(GOAL, context)) : null,
    withoutOpinion: wave && isBaseShown ? wave.withoutOpinion / all : null,
    satisfiedOfAll:
      publishedEstimate && isBaseShown && tells(publishedEstimate.raw.numerator)
        ? publishedEstimate.raw.numerator / all
        : null,
    minimumForStatus: wave?.minimumForStatus ?? rules.minimumForStatus,
    changedClose: wave?.changedClose ?? null,
    trendBreak: wave?.trendBreak ?? null,
    improvementChosen,
  }
}

function estimateFigures(wave: WaveFacts, estimate: SatisfactionEstimate, target: Share): EstimateFigures | null {
  const raw = ratio(estimate.raw)
  if (raw === null) return null
  const { weighting, effective, standardError } = estimate
  return {
    weighted: weighting !== null,
    raw,
    effective,
    standardError,
    designEffect: weighting?.designEffect ?? 1,
    trimmed: weighting?.trimmed ?? 0,
    apart: weighting?.apart ?? null,
    fullAnswer: fullAnswerInterval(wave, estimate),
    tippingPoint: tippingPoint(raw, wave, target),
  }
}
