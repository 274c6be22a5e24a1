import type { Change, ShareChange, WaveComparison } from '@wayproof/scorecard'
import { periodName } from '../date-format.ts'
import { pointsUp, sharePoints } from '../goal-value.ts'
import { points } from '../number-format.ts'
import { likelihood } from './likelihood.ts'

/** +0.4 至 +6.1 个百分点 */
const between = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
  `${points(lower, 'zh-CN').replace(/\s.*$/, '')} 至 ${points(upper, 'zh-CN')}`

/** 满意度的变化，一行话；以前没有调查时为 null。 */
function line(change: Change): string | null {
  const { from, to, p, interval, detectable, broken } = change
  if (broken) return '与上一个半年度不可比：问法不同。'
  if (from === null || to === null || p === null) return null
  const range = interval ? `（95% 区间 ${between(interval)}）` : ''
  return `较上一个半年度 ${sharePoints(from, to, 'zh-CN')}${range}：${likelihood({ p, detectable })}。`
}

function compared({ period, change }: WaveComparison): string {
  const deciding = change && (change.weighted ?? change.unweighted)
  if (!deciding || deciding.difference === null || deciding.p === null) {
    return `${periodName(period, 'zh-CN')}没有可比的数值。`
  }
  const { before, after, difference, p, detectable } = deciding
  const by = before === null || after === null ? points(difference, 'zh-CN') : sharePoints(before, after, 'zh-CN')
  const told = { p, detectable: difference < 0 ? detectable.fall : detectable.rise }
  return `较${periodName(period, 'zh-CN')} ${by}：${likelihood(told)}。`
}

export const waveChanges = {
  title: '各批次之间的变化',
  line,
  compared,
  broken: (period: string, why: string) => `与${periodName(period, 'zh-CN')}不可比：${why}。`,
  caption: '满意度与以前批次相比的变化，加权与未加权',
  columns: {
    since: '相比于',
    share: '比例',
    difference: '变化',
    interval: '95% 区间',
    p: 'p',
    seen: '可察觉的最小变化',
  },
  weighted: '加权',
  counted: '未加权',
  between,
  seen: ({ rise, fall }: ShareChange['detectable']) =>
    [...(rise === null ? [] : [`+${pointsUp(rise)}`]), ...(fall === null ? [] : [`\u2212${pointsUp(fall)}`])].join(
      ' 或 ',
    ) || '–',
  help: '权重起作用时以加权结果为准，未加权结果并列于旁：仅凭权重就可能使一个批次看似上升或下降。各批次视为相互独立。加权：以加权标准误作正态检验；未加权：费舍尔精确检验和纽科姆区间。可察觉的最小变化，是这样规模的批次五次中有四次能够发现的变化，更小的多半看不出。与去年同期相比可排除季节影响。',
}
