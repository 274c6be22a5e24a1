import type { Margin, NotShown, ShownShare } from '@wayproof/scorecard'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')
const percent = (value: number) => `${Math.round(value * 100)}%`

const margins: Record<Margin, string> = {
  tripType: '出行类型',
  channel: '渠道',
  region: '地区',
  language: '语言',
}

/** Categories that many systems write in these words; all others are the company's own and stand as they are. */
const categories: Readonly<Record<string, string>> = {
  group: '跟团',
  independent: '自由行',
  business: '商务',
  app: '应用',
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

function share({ kind, value }: ShownShare): string {
  if (kind === 'at') return percent(value)
  return `${kind === 'below' ? '低于' : '高于'} ${percent(value)}`
}

export const breakdown = {
  title: '各组情况',
  lead: '选择最高两档的比例（未加权），横轴为 0 至 100%。浅色为 95% 区间，圆圈为上一半年度。',
  question: '问题',
  by: '分组',
  every: '逐项列出',
  and: '再按',
  nothing: '不再细分',
  export: 'CSV',
  exportHint: '把当前分组下的全部问题导出为 Excel 或 WPS 可用的文件',
  everybody: '全体',
  table: '表格',
  chart: '图形',
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
    question: '问题',
    margin: '分组方式',
    group: '组别',
    share: '最高两档',
    interval: '95% 区间',
    people: '表达意见人数',
    without: '没有意见',
    before: '上一半年度',
  },
  share,
  interval: (lower: number, upper: number) => `${Math.round(lower * 100)} 至 ${percent(upper)}`,
  people: (value: number) => `不少于 ${n(value)}`,
  kinds: {
    hidden: '为保护人数少的组，不显示',
    empty: '无人表达意见',
    absent: '未询问',
  },
  hiddenNote: (k: number) =>
    `短横表示不显示：该组表达意见的不足 ${n(k)} 人，或者一经显示，别的小组就能由减法推出。各处页面、文件和邮件都一样。`,
  coarse: (k: number) =>
    `人数向下取到 ${n(k)} 的倍数；比例的精细程度由人数决定：不足 20 人以 10 个百分点为一档，不足 100 人以 5 个百分点为一档。`,
  languages: '不同语言的受访者选档习惯不同，因此只列出各语言组，不作比较。',
  broken: (why: string) => `与上一半年度不可比：${why}。`,
  notShown: {
    'no-wave': '未开展调查。',
    'wave-open': '调查尚未结束，结束前不显示任何结果。',
    'not-unlinked': '调查已结束；待回答与个人的联系切断后，才显示各组情况。',
    'not-asked': '当时没有问这个问题。',
    'not-comparable': '当时的问法不同。',
  } satisfies Record<NonNullable<NotShown>, string>,
  tooFew: '回答人数太少，不显示结果。',
  describe: (group: string, value: string, before: string | null) =>
    before === null ? `${group}：${value}` : `${group}：${value}；上一半年度 ${before}`,
}
