import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const states: Messages['reporting']['incidents']['states'] = {
  undecided: '未判定',
  'undecided-overdue': '已逾期，未判定',
  'not-wanted': '无需报告',
  'no-start': '未记录知悉时间',
  running: '时限内',
  'at-once': '需立即报告',
  overdue: '已逾期',
  given: '按时完成',
  'given-incomplete': '按时但内容不全',
  'given-late': '逾期完成',
}

function span(hours: number): string {
  if (hours < 1) return '不足 1 小时'
  return hours < 48 ? `${Math.floor(hours)} 小时` : `${count(Math.floor(hours / 24), 'zh-CN')} 天`
}

/** The duties to notify of an incident. */
export const incidents: Messages['reporting']['incidents'] = {
  title: '报告与告知义务',
  none: '暂无待办义务：台账中没有客户信息泄露。',
  record: '登记报告或告知',
  duty: '法定义务',
  state: '状态',
  due: '时限',
  dueBy: (when: string) => `${when} 到期`,
  givenOn: (when: string) => `${when} 已报告`,
  lateBy: (hours: number) => `逾期 ${span(hours)}`,
  given: '完成时间',
  told: '法定内容',
  fact: (fact: string, isReported: boolean) => (isReported ? fact : `${fact}（未告知）`),
  zone: (timeZone: string) => `时间以${timeZone}为准。法定时限自企业知悉事件时起算。`,
  states,
}
