import type { GoalId, Owner, Status, Word } from '@wayproof/scorecard'

const names: Record<GoalId, string> = {
  'policy-publication': '隐私政策公示',
  'staff-training': '员工培训',
  'incident-reduction': '信息泄露事件减少',
  'customer-satisfaction': '客户满意度',
  'partner-audit': '合作伙伴审核',
}

const owners: Record<Owner, string> = {
  'privacy-officer': '个人信息保护负责人',
  'human-resources': '人力资源部',
  'it-security': '信息安全部',
  'customer-service': '客户服务部',
  procurement: '采购部',
}

const words: Record<Word, string> = { met: '达标', missed: '未达标', unknown: '无法判定' }

const statuses: Record<Status, string> = {
  green: '达到目标',
  amber: '在容许范围内',
  red: '偏离目标',
  'too-early': '为时尚早',
  'no-data': '没有数据',
  suppressed: '人数过少，不予显示',
}

export const goals = { names, owners, words, statuses }
