import type { Owner } from '@wayproof/accounts/accounts/person'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Status, VerdictResult } from '@wayproof/scorecard/verdict'

const names: Record<GoalId, string> = {
  'policy-publication': '隐私政策公开率',
  'staff-training': '员工培训覆盖率',
  'incident-reduction': '客户信息泄露事件',
  'customer-satisfaction': '客户满意度',
  'partner-audit': '合作伙伴年度审核',
}

const owners: Record<Owner, string> = {
  'privacy-officer': '隐私保护主管',
  'human-resources': '人力资源部门',
  'it-security': 'IT 安全团队',
  'customer-service': '客服部门',
  procurement: '采购部门',
}

const words: Record<VerdictResult, string> = { met: '达标', missed: '未达标', unknown: '无法判定' }

const statuses: Record<Status, string> = {
  green: '正常',
  amber: '预警',
  red: '偏离目标',
  'too-early': '暂无法判断',
  'no-data': '暂无数据',
  suppressed: '人数过少，不显示',
}

const paces: Partial<Record<Status, string>> = { green: '进度正常', amber: '进度落后', red: '进度严重落后' }

/** The status of a goal; its pace while it runs. */
const status = (of: Status, isRunning: boolean): string => (isRunning ? paces[of] : undefined) ?? statuses[of]

export const goals = { names, owners, words, statuses, status }
