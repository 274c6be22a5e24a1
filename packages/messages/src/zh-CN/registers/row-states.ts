import type { Messages } from '../../en.ts'

/** How a row stands today. */
export const rowStates: Messages['reporting']['rowStates'] = {
  'in-force': '有效',
  'expires-soon': '即将到期',
  expired: '已过期',
  planned: '已计划',
  sent: '已发送',
  answered: '已答复',
  reviewed: '已复核',
  closed: '已关闭',
  open: '待整改',
  overdue: '已逾期',
  done: '已整改，待验证',
  effective: '已整改，有效',
  ineffective: '已整改，无效',
  fixed: '已修复',
}
