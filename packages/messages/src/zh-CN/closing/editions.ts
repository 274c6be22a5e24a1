import type { DueCause, EditionKind, EditionState, Release } from '@wayproof/scorecard/editions/edition'
import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import type { FeedingRegister } from '@wayproof/scorecard/goals/feeding-register'
import { day, periodName } from '../../date-format.ts'
import type { Messages } from '../../en.ts'
import { registers } from '../registers/registers.ts'
import { goals } from '../scorecard/goals.ts'
import { scorecard } from '../scorecard/scorecard.ts'

const kinds: Record<EditionKind, string> = {
  preliminary: '初步版',
  record: '正式版',
  sealed: '封存版',
  monthly: '月度版',
  quarterly: '季度版',
  now: '临时版',
}

const states: Record<EditionState, string> = {
  held: '暂缓发送',
  'awaiting-approval': '待批准',
  sent: '已发送',
  superseded: '已被后续版本取代',
}

const causes: Record<DueCause, string> = {
  'wave-unlinked': '调查已匿名化，且已提醒责任部门',
  'wave-to-close': '调查截止日期之后',
  'wave-never-opened': '本半年度未发起调查',
  'half-year-ended': '半年度结束后的首个工作日',
  'half-year-closed': '半年度已封存',
  'month-ended': '月末后的首个工作日',
  'quarter-ended': '季末后的首个工作日',
  officer: '由隐私保护主管发送',
}

const releases: Record<Release, string> = {
  'on-time': '按时发送',
  mended: '补齐后发送',
  'as-is': '由隐私保护主管按现状发送',
  automatic: '10 个工作日后自动发送',
  approved: '经隐私保护主管批准',
  officer: '由隐私保护主管发送',
}

const register = (id: FeedingRegister) => registers.names[id]

function reason(holdReason: HoldReason): string {
  switch (holdReason.code) {
    case 'wave-open-past-its-date':
      return `调查应于${day(holdReason.closesOn, 'zh-CN')}截止，但还没有匿名化。`
    case 'register-stale':
      return holdReason.lastOn === null
        ? `${register(holdReason.register)}没有任何记录。`
        : `${register(holdReason.register)}最近更新于${day(holdReason.lastOn, 'zh-CN')}，早于最后一个季度。`
    case 'goal-unknown':
      return `${goals.names[holdReason.goal]}暂无结果：${scorecard.reasons[holdReason.because]}。`
  }
}

function remedy(holdReason: HoldReason): string {
  switch (holdReason.code) {
    case 'wave-open-past-its-date':
      return '请在调查页面查看未截止的原因。'
    case 'register-stale':
      return '请重新导入台账或补充记录；即使没有变化也请重新导入。'
    case 'goal-unknown':
      return '请在该目标的台账中补充缺少的记录。'
  }
}

export const editions: Messages['editions'] = {
  kinds,
  states,
  causes,
  releases,
  reason,
  remedy,
  letter: {
    kicker: (organisation, period, edition) => `${organisation} · ${period}隐私保护目标 · ${edition}`,
    of: (kind, occasion) =>
      kind === 'monthly' || kind === 'quarterly' ? `${kinds[kind]}（${periodName(occasion, 'zh-CN')}）` : kinds[kind],
    subject: (edition, period, headline) => `${period}隐私保护记分卡，${edition}：${headline}`,
    headline: (met, decisions) => `${met}${decisions}`,
    lead: (rest, overall) => `${rest}${overall}`,
    detail: (goal, owner) => `${goal}。责任部门：${owner}。`,
    goalsHeading: '5 项目标',
    bars: '条形图：深色为数据，浅色为 95% 置信区间，黑线为目标。',
    by: '截止 ',
    commentHeading: (by) => `${by}的说明`,
    gapsHeading: '发送时仍缺少的内容',
    gaps: {
      'as-is': '隐私保护主管决定按现状发送本版。缺少：',
      automatic: '10 个工作日内未能补齐。缺少：',
    },
    late: (due, n) => `本版应于${due}发送，因系统未运行，晚了 ${n} 天。`,
    noWave: '本半年度未发起调查，因此客户满意度无法判定。',
    preliminary: '初步版：调查和台账还没有完成。',
    running: '半年度还在进行，数据会变化。',
    since: (kind, issuedOn) => `与${day(issuedOn, 'zh-CN')}${kinds[kind]}相比的变化`,
    unchanged: '数据没有变化。',
    open: (period) => `打开${period}`,
    issued: (edition, issued) => `${issued}${edition}`,
    check: '核验本版',
    reader: {
      executive: '您是高管，参与决定隐私保护目标，因此收到本邮件。',
      owner: '您负责隐私保护目标，因此收到本邮件。您的目标排在最前。',
    },
  },
  notice: {
    subject: {
      held: (edition, period) => `暂缓发送：${period}${edition}`,
      awaits: (edition, period) => `请批准：${period}${edition}`,
    },
    kicker: '管理层摘要',
    headline: {
      held: '摘要暂缓发送，补齐后再发送',
      awaits: '摘要已备好，等待您批准',
    },
    dueOn: (edition, period, due) => `${period}${edition}，应于${due}发送。`,
    missingHeading: '缺少的内容与处理办法',
    item: (what, toDo, owner) => `${what}${toDo}责任部门：${owner}。`,
    sends: (on) => `补齐后立即发送；最晚${on}发送，并注明缺少的内容。`,
    officer: '您也可以按现状发送。',
    approve: '请查看两种语言的邮件，可添加说明，然后批准。',
    button: '打开半年度',
    reader: {
      officer: '您是隐私保护主管，因此收到本邮件。',
      owner: '您负责隐私保护目标，因此收到本邮件。',
    },
  },
}
