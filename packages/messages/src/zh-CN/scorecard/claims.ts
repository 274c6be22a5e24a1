import { ratio } from '@wayproof/kernel/share'
import type { Change } from '@wayproof/scorecard/change/change'
import { type Judgement, type Strength, strengthOf } from '@wayproof/scorecard/claims/claim'
import { qualityOf, UNEVEN } from '@wayproof/scorecard/claims/quality'
import { verdictClaim } from '@wayproof/scorecard/claims/verdict-claim'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { claims as english } from '../../en/scorecard/claims.ts'
import { pointsUp } from '../../goal-value.ts'
import { count, percent, percentDigits } from '../../number-format.ts'
import { goals } from './goals.ts'

const n = (value: number) => count(value, 'zh-CN')

const beyond = { share: '超出抽样误差', reduction: '结果显著', difference: '超出抽样误差' }
const why = { 'too-few': '无法作统计检验', 'uneven-response': '未经证实', contrary: '未经证实' }

function strengthWord(of: keyof typeof beyond, judgement: Judgement): string {
  if (judgement.strength === 'demonstrated') return beyond[of]
  return judgement.strength === 'not-demonstrated' ? why[judgement.why] : '不显著'
}

function strength(verdict: Verdict): string | null {
  const claim = verdictClaim(verdict)
  const judgement = strengthOf(claim)
  return claim.method === 'count' || judgement.strength === 'unknown' ? null : strengthWord(claim.estimand, judgement)
}

/** 达标，不显著 */
function verdict(of: Verdict): string {
  const isNear = of.verdict === 'missed' && shapeOf(of) === 'amber'
  const [word, firm] = [goals.words[of.verdict], isNear ? '预警' : strength(of)]
  return firm === null ? word : `${word}，${firm}`
}

function change({ strength: firm, detectable }: Pick<Change, 'strength' | 'detectable'>): string | null {
  if (firm === null) return null
  if (firm === 'demonstrated') return beyond.difference
  const found =
    detectable === null ? '' : `；同等规模的调查，每 100 次有 80 次能检出 ${pointsUp(detectable)} 个百分点的变化`
  return `不显著${found}`
}

const changeWord = (firm: Strength): string => (firm === 'demonstrated' ? beyond.difference : '不显著')

function quality(of: Verdict): string | null {
  const found = qualityOf(of)
  if (!found) return null
  const { response, margin } = found
  const answered =
    response === null
      ? []
      : [`邀请 ${n(response.denominator)} 人，${n(response.numerator)} 人作答（${percent(ratio(response) ?? 0)}）`]
  const last = silent(of)
  return `${[...answered, `误差 ±${pointsUp(margin)} 个百分点`, ...(last === null ? [] : [last])].join('；')}。`
}

function silent(of: Verdict): string | null {
  const tipping = qualityOf(of)?.tippingPoint ?? null
  if (of.verdict === 'unknown' || tipping === null) return null
  const share = percent(Math.ceil(tipping * 1000 - 1e-9) / 1000)
  if (of.verdict === 'met') return tipping <= 0 ? '始终达标' : `未作答者满意率不低于 ${share} 时，仍达标`
  return tipping > 1 ? '始终未达标' : `未作答者满意率低于 ${share} 时，仍未达标`
}

function ifUneven(of: Verdict): string | null {
  const found = qualityOf(of)
  if (!found) return null
  const { lower, upper } = found.ifUneven
  return `若满意者作答意愿为其他人的 ${UNEVEN} 倍或 1/${UNEVEN}，真实比例为 ${percentDigits(lower)}%～${percent(upper)}`
}

export const claims: typeof english = {
  strength,
  verdict,
  label: verdict,
  change,
  changeWord,
  quality,
  silent,
  ifUneven,
}
