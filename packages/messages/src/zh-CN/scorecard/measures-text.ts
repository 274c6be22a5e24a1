import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

type Text = Omit<Messages['reporting']['measures'], 'names' | 'promises' | 'indicators' | 'evidence' | 'value'>

/** Text around the figures of the measures page. */
export const measuresText: Text = {
  title: (known, all) => `7 项措施，${n(known)}/${n(all)} 个指标有数据。`,
  lead: (counted, rules) => `${counted}，规则版本 ${rules}。没有证据的指标显示“暂无数据”。`,
  map: '条款索引',
  mapColumns: { clause: '条款', owner: '责任部门', state: '目标', last: '最近证据', gap: '缺口' },
  noGap: '无',
  gap: (unknown, all) => `${n(unknown)}/${n(all)} 个指标暂无数据`,
  noEvidence: '暂无',
  noGoal: '无单列目标',
  columns: { indicator: '指标', value: '现状', evidence: '证据' },
  ownedBy: (owner) => `责任部门：${owner}`,
  latest: (evidence, day) => `${evidence}；最近${day}`,
  suspect: '登记疑似事件',
}
