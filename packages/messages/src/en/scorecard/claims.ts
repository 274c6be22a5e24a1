import { ratio } from '@wayproof/kernel/share'
import type { Change } from '@wayproof/scorecard/change/change'
import { type Judgement, type Strength, strengthOf } from '@wayproof/scorecard/claims/claim'
import { qualityOf, UNEVEN } from '@wayproof/scorecard/claims/quality'
import { verdictClaim } from '@wayproof/scorecard/claims/verdict-claim'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { pointsUp } from '../../goal-value.ts'
import { count, percent, percentDigits } from '../../number-format.ts'
import { upper } from './courses.ts'
import { goals } from './goals.ts'

const n = (value: number) => count(value, 'en')

/** Chance in a sample of travelers is an error of sampling; leaks are not sampled. */
const beyond = { share: 'beyond sampling error', reduction: 'beyond chance', difference: 'beyond sampling error' }
const why = { 'too-few': 'too few to demonstrate', 'uneven-response': 'not demonstrated', contrary: 'not demonstrated' }

function strengthWord(of: keyof typeof beyond, judgement: Judgement): string {
  if (judgement.strength === 'demonstrated') return beyond[of]
  return judgement.strength === 'not-demonstrated' ? why[judgement.why] : 'could be chance'
}

/** How firm a verdict is: "could be chance". Null for a count of everything, and without a result. */
function strength(verdict: Verdict): string | null {
  const claim = verdictClaim(verdict)
  const judgement = strengthOf(claim)
  return claim.method === 'count' || judgement.strength === 'unknown' ? null : strengthWord(claim.estimand, judgement)
}

/** "met, could be chance": the verdict of a goal wherever it is read. */
function verdict(of: Verdict): string {
  const isNear = of.verdict === 'missed' && shapeOf(of) === 'amber'
  const [word, firm] = [goals.words[of.verdict], isNear ? 'within tolerance' : strength(of)]
  return firm === null ? word : `${word}, ${firm}`
}

/** The same where it stands alone: "Met, could be chance". */
const label = (of: Verdict): string => upper(verdict(of))

/** "beyond sampling error", or how large a change such waves find; null if nobody is sampled. */
function change({ strength: firm, detectable }: Pick<Change, 'strength' | 'detectable'>): string | null {
  if (firm === null) return null
  if (firm === 'demonstrated') return beyond.difference
  const found = detectable === null ? '' : `; ${pointsUp(detectable)} points are found by 80 of 100 such waves`
  return `could be chance${found}`
}

/** The word for the change of one question. */
const changeWord = (firm: Strength): string => (firm === 'demonstrated' ? beyond.difference : 'could be chance')

/** The basis of a survey figure in one line; null for a goal that samples nobody. */
function quality(of: Verdict): string | null {
  const found = qualityOf(of)
  if (!found) return null
  const { response, margin } = found
  const answered =
    response === null
      ? []
      : [`${n(response.numerator)} of ${n(response.denominator)} answered (${percent(ratio(response) ?? 0)})`]
  const last = silent(of)
  return `${[...answered, `±${pointsUp(margin)} points`, ...(last === null ? [] : [last])].join('; ')}.`
}

/** The effect that nonrespondents could have: "met unless fewer than 81.1% of the silent are satisfied". */
function silent(of: Verdict): string | null {
  const tipping = qualityOf(of)?.tippingPoint ?? null
  if (of.verdict === 'unknown' || tipping === null) return null
  const share = percent(Math.ceil(tipping * 1000 - 1e-9) / 1000)
  if (of.verdict === 'met') {
    return tipping <= 0 ? 'met in any case' : `met unless fewer than ${share} of the silent are satisfied`
  }
  return tipping > 1 ? 'missed in any case' : `missed unless at least ${share} of the silent are satisfied`
}

/** The true share if the satisfied answer more often or less often than others; null for a goal that samples nobody. */
function ifUneven(of: Verdict): string | null {
  const found = qualityOf(of)
  if (!found) return null
  const { lower, upper } = found.ifUneven
  return `${percentDigits(lower)} to ${percent(upper)} if the satisfied answer up to ${UNEVEN} times as often as others, or as seldom`
}

/** Every word for how firm a figure is. */
export const claims = { strength, verdict, label, change, changeWord, quality, silent, ifUneven }
