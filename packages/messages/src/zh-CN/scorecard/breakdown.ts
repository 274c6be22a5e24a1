import type { HiddenReason } from '@wayproof/scorecard/breakdown/breakdown'
import type { Margin } from '@wayproof/scorecard/breakdown/margin'
import type { ShareKind } from '@wayproof/scorecard/facts'
import type { ShownShare } from '@wayproof/survey/disclosure/shown-share'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')
const percent = (value: number) => `${Math.round(value * 100)}%`

const margins: Record<Margin, string> = {
  tripType: '出行类型',
  channel: '渠道',
  region: '地区',
  language: '语言',
}

/** Categories that many systems write in these words; all others are the company's own and are shown unchanged. */
const categories: Readonly<Record<string, string>> = {
  group: '跟团',
  independent: '自由行',
  business: '商务',
  app: 'App',
  website: '网站',
  'mini-programme': '小程序',
  branch: '门店',
  'call-centre': '呼叫中心',
  east: '东部',
  west: '西部',
  south: '南部',
  north: '北部',
  abroad: '境外',
  'zh-CN': '中文',
  en: '英文',
}

const counted: Record<ShareKind, string> = {
  rating: '满意',
  chosen: '选择',
  yes: '是',
  promoters: '推荐者（9–10 分）',
  detractors: '贬损者（0–6 分）',
}

/** A score in points of 100. */
const score = (value: number) => `${value < 0 ? '−' : ''}${Math.abs(Math.round(value * 100))}`

function share({ kind, value }: ShownShare): string {
  if (kind === 'at') return percent(value)
  return `${kind === 'below' ? '低于' : '高于'} ${percent(value)}`
}

export const breakdown = {
  title: '分组结果',
  show: '查看分组',
  what: '按出行类型、渠道、地区和语言查看满意率。',
  lead: '满意率（未加权）；浅色带为 95% 置信区间，圆圈为上期。',
  question: '题目',
  by: '分组',
  every: '逐项列出',
  and: '再按',
  nothing: '不再细分',
  export: 'CSV',
  everybody: '全体',
  caption: (by: string) => `按${by}划分的满意度`,
  margins,
  /** A category, or several that were made one. */
  category: (codes: string) =>
    codes
      .split(' + ')
      .map((code) => categories[code] ?? code)
      .join('、'),
  pair: (one: string, other: string) => `${one}、${other}`,
  columns: {
    period: '半年度',
    question: '题目',
    margin: '分组方式',
    group: '分组',
    share: '满意率',
    counted: '统计内容',
    part: '比例',
    interval: '95% 置信区间',
    people: '有效答卷',
    without: '未表态',
    before: '上半年度',
  },
  /** The answers in a share. */
  counted,
  neither: '中立者（7–8 分）',
  scoreOf: '净推荐值',
  score,
  scoreInterval: (lower: number, upper: number) => `${score(lower)} 至 ${score(upper)}`,
  share,
  interval: (lower: number, upper: number) => `${Math.round(lower * 100)}%～${percent(upper)}`,
  people: (value: number) => `≥${n(value)}`,
  kinds: {
    hidden: '人数过少，不显示',
    empty: '无有效答卷',
    absent: '没有这道题',
  },
  withheld: (withheld: number, shares: number, fewest: number) =>
    `${n(shares)} 项结果中有 ${n(withheld)} 项的部分分组不显示（–）：有分组不足 ${n(fewest)} 人或意见完全一致。`,
  coarse: (k: number) => `人数按 ${n(k)} 的倍数向下取整；不足 20 人比例取整到 10%，不足 100 人取整到 5%。`,
  languages: '不同语言客户的打分习惯不同，不宜直接比较。',
  broken: (why: string) => `与上半年度不可比：${why}。`,
  notShown: {
    'no-wave': '未开展调查。',
    'wave-open': '调查进行中，截止后显示结果。',
    'not-unlinked': '调查已截止，匿名化后显示分组结果。',
    'not-asked': '当时没有这道题，或其量表未注明哪些分值算满意。',
    'not-comparable': '当时的题目不同。',
  } satisfies Record<NonNullable<HiddenReason>, string>,
  tooFew: '答卷过少，不显示结果。',
  describe: (group: string, value: string, before: string | null) =>
    before === null ? `${group}：${value}` : `${group}：${value}；上半年度 ${before}`,
}
