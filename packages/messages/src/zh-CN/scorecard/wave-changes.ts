import type { Change } from '@wayproof/scorecard/change/change'
import type { WaveComparison } from '@wayproof/scorecard/change/compare-waves'
import type { ShareChange } from '@wayproof/scorecard/claims/share-change'
import type { Interval } from '@wayproof/scorecard/verdict'
import { periodName } from '../../date-format.ts'
import { pointsUp, sharePoints } from '../../goal-value.ts'
import { points } from '../../number-format.ts'
import { claims } from './claims.ts'

/** +0.4 至 +6.1 个百分点 */
const between = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
  `${points(lower, 'zh-CN').replace(/\s.*$/, '')} 至 ${points(upper, 'zh-CN')}`

/** 98% 置信区间 */
const level = ({ level }: Interval): string => `${Math.round(level * 100)}% 置信区间`

/** The change of satisfaction in one line; null if there is no earlier wave. */
function line(change: Change): string | null {
  const { from, to, interval, broken } = change
  const firm = claims.change(change)
  if (broken) return '题目有变，与上个半年度不可比。'
  if (from === null || to === null || firm === null) return null
  const range = interval ? `（${level(interval)} ${between(interval)}）` : ''
  return `较上个半年度 ${sharePoints(from, to, 'zh-CN')}${range}，${firm}。`
}

function compared({ period, change }: WaveComparison): string {
  const deciding = change && (change.weighted ?? change.unweighted)
  if (!deciding) return `${periodName(period, 'zh-CN')}无可比数据。`
  const { before, after, difference, strength, detectable } = deciding
  const firm = claims.change({ strength, detectable: difference < 0 ? detectable.fall : detectable.rise })
  return `较${periodName(period, 'zh-CN')} ${sharePoints(before, after, 'zh-CN')}，${firm}。`
}

export const waveChanges = {
  title: '各期变化',
  line,
  compared,
  broken: (period: string, why: string) => `与${periodName(period, 'zh-CN')}不可比：${why}。`,
  caption: '满意度较往期调查的变化，加权与未加权',
  columns: {
    since: '对比期',
    share: '比例',
    difference: '变化',
    interval: '置信区间',
    strength: '结论',
    seen: '100 次中 80 次可检出',
  },
  weighted: '加权',
  counted: '未加权',
  between: (interval: Interval) => `${between(interval)}（${Math.round(interval.level * 100)}%）`,
  seen: ({ rise, fall }: ShareChange['detectable']) =>
    [...(rise === null ? [] : [`+${pointsUp(rise)}`]), ...(fall === null ? [] : [`\u2212${pointsUp(fall)}`])].join(
      ' 或 ',
    ) || '–',
  help: '以加权结果为准，同时列出未加权结果，便于识别仅由权重造成的变化。区间为纽科姆区间，按公布的比例计算，并计入取整误差：较上期 98%，较去年同期 99%；没有变化的调查中，误报任何变化的不超过 5%。与去年同期比较可排除季节因素。',
}
