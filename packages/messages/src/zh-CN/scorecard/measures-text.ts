import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

type Text = Omit<Messages['reporting']['measures'], 'names' | 'promises' | 'indicators' | 'evidence' | 'value'>

/** Text around the figures of the measures page. */
export const measuresText: Text = {
  title: (known, all) => `七项措施：${n(all)} 个指标中已知 ${n(known)} 个。`,
  lead: (counted, rules) => `${counted}，规则版本 ${rules}。没有证据的一律为未知，不作 0 或 100% 处理。`,
  map: '条款索引',
  mapColumns: { clause: '条款', owner: '责任部门', state: '目标', last: '最近证据', gap: '缺口' },
  noGap: '无',
  gap: (unknown, all) => `${n(all)} 个指标中 ${n(unknown)} 个未知`,
  noEvidence: '尚无',
  noGoal: '无单列目标',
  columns: { indicator: '指标', value: '现状', evidence: '证据' },
  ownedBy: (owner) => `责任部门：${owner}`,
  latest: (evidence, day) => `${evidence}；最近${day}`,
  suspect: '登记疑似事件',
}
