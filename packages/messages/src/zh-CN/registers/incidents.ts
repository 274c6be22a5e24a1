import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const states: Messages['reporting']['incidents']['states'] = {
  undecided: '尚未判定',
  'undecided-overdue': '已逾期，尚未判定',
  'not-wanted': '无须通报',
  'no-start': '未记录知悉时间',
  running: '时限内',
  'at-once': '须立即通报',
  overdue: '已逾期',
  given: '按时通报',
  'given-incomplete': '按时，内容不全',
  'given-late': '迟报',
}

function span(hours: number): string {
  if (hours < 1) return '不足 1 小时'
  return hours < 48 ? `${Math.floor(hours)} 小时` : `${count(Math.floor(hours / 24), 'zh-CN')} 天`
}

/** The duties to tell of an incident. */
export const incidents: Messages['reporting']['incidents'] = {
  title: '通报义务',
  none: '目前没有待通报的义务：就台账所知，没有客户信息外泄。',
  record: '登记通报',
  duty: '法定义务',
  state: '状态',
  due: '时限',
  lateBy: (hours: number) => `逾期 ${span(hours)}`,
  given: '通报时间',
  told: '法律要求告知的内容',
  fact: (fact: string, told: boolean) => (told ? fact : `${fact}（尚未告知）`),
  zone: (timeZone: string) => `时间以${timeZone}为准。法定时限自公司知悉事件之时起算。`,
  states,
}
