import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

type Text = Omit<
  Messages['reporting']['measures'],
  'names' | 'promises' | 'indicators' | 'evidence' | 'value' | 'brief'
>

/** Text around the figures of the measures page. */
export const measuresText: Text = {
  title: (available, all) => `7 项措施，${n(available)}/${n(all)} 个指标有数据。`,
  lead: (counted, rules) => `${counted}，规则版本 ${rules}。没有证据的指标显示“暂无数据”。`,
  table: '措施与指标',
  columns: { indicator: '指标', value: '现状', trend: '近几个半年度', state: '状态', change: '变化' },
  states: { done: '已落实', open: '未落实', late: '已逾期', rise: '需研判', unknown: '暂无数据', hidden: '不显示' },
  describe: (name, values) => `${name}，历期与现状：${values}`,
  onlyOpen: (indicators) => `仅看未落实（${n(indicators)}）`,
  everyone: '显示全部',
  cases: '请求与投诉分组',
  ownedBy: (owner) => `责任部门：${owner}`,
  ownedWithGap: (owner, unknown, all) => `责任部门：${owner}；${n(unknown)}/${n(all)} 个暂无数据`,
  evidenceOf: (text) => `证据：${text}`,
  latest: (evidence, day) => `${evidence}；最近${day}`,
  fresh: (months) => `最近的记录超过 ${n(months)} 个月后，指标显示“暂无数据”。`,
  sealed: '已随半年度封存。',
  today: (value) => `已随半年度封存。按台账今天的记录为：${value}`,
  suspect: '登记疑似事件',
}
