import type { Change, ShareChange, WaveComparison } from '@wayproof/scorecard'
import { periodName } from '../../date-format.ts'
import { pointsUp, sharePoints } from '../../goal-value.ts'
import { points } from '../../number-format.ts'
import { likelihood } from './likelihood.ts'

/** +0.4 至 +6.1 个百分点 */
const between = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
  `${points(lower, 'zh-CN').replace(/\s.*$/, '')} 至 ${points(upper, 'zh-CN')}`

/** The change of satisfaction in one line; null if there is no earlier wave. */
function line(change: Change): string | null {
  const { from, to, p, interval, detectable, broken } = change
  if (broken) return '题目有变，与上个半年度不可比。'
  if (from === null || to === null || p === null) return null
  const range = interval ? `（95% 置信区间 ${between(interval)}）` : ''
  return `较上个半年度 ${sharePoints(from, to, 'zh-CN')}${range}：${likelihood({ p, detectable })}。`
}

function compared({ period, change }: WaveComparison): string {
  const deciding = change && (change.weighted ?? change.unweighted)
  if (!deciding || deciding.difference === null || deciding.p === null) {
    return `${periodName(period, 'zh-CN')}无可比数据。`
  }
  const { before, after, difference, p, detectable } = deciding
  const by = before === null || after === null ? points(difference, 'zh-CN') : sharePoints(before, after, 'zh-CN')
  const chance = { p, detectable: difference < 0 ? detectable.fall : detectable.rise }
  return `较${periodName(period, 'zh-CN')} ${by}：${likelihood(chance)}。`
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
    interval: '95% 区间',
    p: 'p',
    seen: '最小可检出变化',
  },
  weighted: '加权',
  counted: '未加权',
  between,
  seen: ({ rise, fall }: ShareChange['detectable']) =>
    [...(rise === null ? [] : [`+${pointsUp(rise)}`]), ...(fall === null ? [] : [`\u2212${pointsUp(fall)}`])].join(
      ' 或 ',
    ) || '–',
  help: '以加权结果为准，同时列出未加权结果，便于识别仅由权重造成的变化。加权：正态检验；未加权：费希尔精确检验和纽科姆区间。最小可检出变化：同等样本量下有 80% 把握检出的变化。与去年同期比较可排除季节因素。',
}
