import type { Bridge, BridgeEvent, BridgeNote, BridgeStep } from '@wayproof/scorecard/goals/bridge'
import { BRIDGE_STEPS, signedStep } from '@wayproof/scorecard/goals/bridge'
import type { RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import type { Messages } from '../../en.ts'
import { count as counted } from '../../number-format.ts'

const n = (value: number) => counted(value, 'zh-CN')

const steps: Record<BridgeStep, string> = {
  joined: '新加入',
  'moved-in': '移入范围',
  left: '离开',
  excluded: '经两人批准不计入',
  exempt: '整季休假',
  'not-yet-due': '尚未到期',
}

const notes: Record<BridgeNote, string> = {
  waiting: '由一人移出，仍计入',
  'out-of-scope': '不在范围内',
}

const ends: Record<RowGoal, { readonly start: string; readonly end: string }> = {
  'policy-publication': { start: '期初在范围内', end: '计入的平台' },
  'staff-training': { start: '期初在册', end: '计入的员工' },
  'partner-audit': { start: '期初在范围内', end: '计入的合作伙伴' },
}

const events: Record<BridgeEvent, string> = {
  joined: '加入',
  left: '离开',
  'left-late': '补录离开',
  'scope-set': '移入范围',
  'scope-unset': '移出范围',
  'out-of-scope': '不在范围内',
  'days-changed': '日期变更',
  removed: '从台账删除',
  excluded: '经两人批准不计入',
  'on-leave': '休假开始',
  'not-yet-due': '加入',
}

const signed = (count: number): string => (count < 0 ? `−${n(-count)}` : `+${n(count)}`)

function line(
  goalName: string,
  period: string,
  { goal, atStart, steps: counts, atEnd, notes: beside }: Bridge,
): string {
  const moved = BRIDGE_STEPS.filter((step) => counts[step] > 0).map(
    (step) => `${steps[step]} ${signed(signedStep(step, counts[step]))}`,
  )
  const parts = [`期初 ${n(atStart)}`, ...moved].join('，')
  const waiting = beside.waiting > 0 ? `由一人移出但仍计入的记录 ${n(beside.waiting)} 条。` : ''
  const outside = beside['out-of-scope'] > 0 ? `不在范围内的记录 ${n(beside['out-of-scope'])} 条。` : ''
  return `${goalName}（${period}）：${parts}，合计${unitsOf[goal]} ${n(atEnd)}。${waiting}${outside}`
}

const unitsOf: Record<RowGoal, string> = {
  'policy-publication': '平台',
  'staff-training': '应训员工',
  'partner-audit': '应审合作伙伴',
}

export const bridge: Messages['bridge'] = {
  title: '计入对象',
  titleOf: (period) => `计入对象：${period}`,
  caption: (goal, period) => `${goal}：${period}从期初到分母`,
  heading: '计入对象',
  columns: ['步骤', '记录数'],
  steps,
  notes,
  ends,
  events,
  count: n,
  signed,
  line,
  rowsOf: (name) => `${name}：记录`,
  rowColumns: ['记录', '编号', '变化', '登记'],
  recorded: (by, day) => `${by}，${day}`,
  notRecorded: '无登记',
  staffHidden: '仅隐私保护主管、人力资源和审计人员可见姓名信息。',
  scopeRule: {
    'policy-publication': '计入所有网站，以及收集个人信息的其他平台。其余平台列为“不在范围内”。',
    'staff-training': '计入季度结束后在册的所有员工。',
    'partner-audit': '计入所有处理个人信息的合作伙伴。其余合作伙伴列为“不在范围内”。',
  },
  sealed: '数字为封存时的数字；记录为当前台账。',
  sealedChanged: '数字为封存时的数字。台账此后有变化，记录可能不同。',
  notSealed: '本半年度封存时没有这些数字；此处为当前数字。',
  takenOut: {
    title: '由一人移出的记录',
    lead: '这些记录仍计入所列半年度的数字，经两人批准后不再计入。',
    none: '无。',
    action: '不计入',
    propose: '提议不计入',
    proposeAll: (count) => `全部提议（${n(count)}）`,
    proposed: '等待第二人批准',
    reason: (event, by, day) => `${event}（台账：${by}，${day}）`,
  },
}
