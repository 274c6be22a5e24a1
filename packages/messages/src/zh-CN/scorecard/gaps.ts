import type { Owner } from '@wayproof/accounts/accounts/person'
import type { Gap, Room, Step } from '@wayproof/scorecard/gap/gap'
import type { RunningPace } from '@wayproof/scorecard/goals/running-pace'
import type { Reason } from '@wayproof/scorecard/verdict'
import { day, periodName } from '../../date-format.ts'
import { pointsUp } from '../../goal-value.ts'
import { count, pointsDown } from '../../number-format.ts'
import { goals } from './goals.ts'

const n = (value: number) => count(value, 'zh-CN')
const until = (by: string | null) => (by === null ? '' : `${day(by, 'zh-CN')}前`)

/** Empty if it is all of them. */
const ofThose = ({ count, of }: { readonly count: number; readonly of: number }, who: string) =>
  count === of ? '' : `（${who}）`

function step(step: Step): string {
  switch (step.kind) {
    case 'version':
      return '批准一版隐私政策'
    case 'publications':
      return `${until(step.by)}再公开 ${n(step.count)} 个平台（${step.version === null ? '' : `第 ${step.version} 版，`}共 ${n(step.of)} 个）`
    case 'checks':
      return `${until(step.by)}重新核验 ${n(step.count)} 个平台`
    case 'passes':
      return `${until(step.by)}再通过 ${n(step.count)} 人${ofThose(step, `未通过 ${n(step.of)} 人`)}`
    case 'session':
      return `举行${periodName(step.quarter, 'zh-CN')}全员培训`
    case 'leaks':
      return `减少 ${n(step.count)} 起泄露`
    case 'dismissals':
      return `${n(step.of)} 起疑似事件中有 ${n(step.count)} 起查明并非泄露`
    case 'assessment':
      return `${until(step.by)}完成全面安全评估`
    case 'answers':
      return step.count === null
        ? `${n(step.minimum)} 份有效答卷`
        : `${step.exact ? '' : '约 '}${n(step.count)} 份有效答卷（判定至少需 ${n(step.minimum)} 份）`
    case 'satisfied':
      return step.exact
        ? `再多 ${n(step.count)} 份满意（共 ${n(step.among)} 份）`
        : `提高 ${pointsUp(step.difference)} 个百分点（约多 ${n(step.count)} 份满意，共 ${n(step.among)} 份）`
    case 'more-satisfied':
      return '更多满意的答卷（为保护隐私，份数不显示）'
    case 'improvement':
      return '根据反馈选定一项改进'
    case 'audits':
      return `${until(step.by)}再全面审核 ${n(step.count)} 家合作伙伴${ofThose(step, `未审核 ${n(step.of)} 家`)}`
    case 'plans':
      return `为 ${n(step.count)} 家未通过的合作伙伴确定整改期限`
  }
}

/** A step that can no longer be taken, as the distance by which the target was missed. */
function distance(missed: Step): string {
  switch (missed.kind) {
    case 'publications':
      return `${n(missed.count)} 个平台未公开${missed.version === null ? '' : `第 ${missed.version} 版`}`
    case 'checks':
      return `${n(missed.count)} 个平台的核验`
    case 'passes':
      return `${n(missed.count)} 人通过`
    case 'satisfied':
      return missed.exact
        ? `${n(missed.count)} 份满意`
        : `${pointsUp(missed.difference)} 个百分点（约 ${n(missed.count)} 份满意）`
    case 'more-satisfied':
      return '满意的答卷（为保护隐私，份数不显示）'
    case 'audits':
      return `${n(missed.count)} 家合作伙伴的审核`
    default:
      return step(missed)
  }
}

function room(room: Room, isRunning: boolean): string {
  if (room.kind === 'leaks') {
    return room.count === 0 ? `无余量：再${isRunning ? '发生' : '多'} 1 起即未达标。` : `余量：${n(room.count)} 起。`
  }
  if (room.kind === 'satisfied') {
    if (room.count === 0) return '无余量：少 1 份满意即未达标。'
    return room.exact
      ? `余量：${n(room.count)} 份满意。`
      : `余量：${pointsDown(room.difference)} 个百分点，约 ${n(room.count)} 份满意。`
  }
  const unit = { publications: '个平台', passes: '人', audits: '家合作伙伴' }[room.kind]
  return room.count === 0 ? '无余量。' : `余量：${n(room.count)} ${unit}。`
}

const missing: Partial<Record<Reason, string>> = {
  'no-inventory': '公示平台清单',
  'no-roster': '有应培训人员的名册',
  'not-checked': '近期对公示平台的核验',
  'no-training-record': '已结束季度的课程和考试记录',
  'no-register': '事件台账',
  'nothing-recorded': '每月的事件记录，或“本月无事件”的确认',
  'not-yet-due': '可与基准年比较的年份',
  'no-wave': '本半年度的调查',
  running: '调查，半年度结束后开展',
  'wave-open': '调查结束后的结果',
  'no-satisfied-points': '量表的满意分值，须在下一版问卷中注明',
  'no-partner-due': '应审核的合作伙伴',
}

function lacking({ lacking, steps, owner }: Gap): string {
  const what = (lacking && missing[lacking]) ?? steps.map(step).join('；')
  return `还缺：${what}。${ownerLine(owner)}`
}

const ownerLine = (owner: Owner): string => `责任部门：${goals.owners[owner]}。`

/** The gap to a goal's target, in one line. */
function gap(of: Gap): string {
  if (of.state === 'lacking') return lacking(of)
  const steps = of.steps.filter(({ over }) => over)
  const ahead = of.steps.filter(({ over }) => !over)
  const lines: string[] = []
  const [first] = steps
  if (first?.kind === 'leaks') {
    lines.push(
      first.ended
        ? `超出 ${n(first.confirmed - first.cap)} 起。期间已结束，只能通过更正台账调整。`
        : `已超上限：${n(first.confirmed)} 起（上限 ${n(first.cap)} 起）。`,
    )
  } else if (steps.length > 0) {
    const tail = of.goal === 'customer-satisfaction' ? '' : '期间已结束，只能通过更正台账调整。'
    lines.push(`还差：${steps.map(distance).join('；')}。${tail}`)
  }
  const toDo = of.state === 'green' ? '保持达标还需：' : '达标还需：'
  if (ahead.length > 0) lines.push(`${steps.length > 0 ? '还需：' : toDo}${ahead.map(step).join('；')}。`)
  if (of.room && steps.length === 0) lines.push(room(of.room, of.state !== 'green'))
  // Green without a figure: the distance to the target would be one.
  return lines.join('') || '为保护隐私，余量不显示。'
}

export const daysLeft = ({ daysLeft }: RunningPace): string => `剩余 ${n(daysLeft)} 天`

/** Days left, expected by now and needed, behind `done`, in one line. */
export function paceLine(done: string, unit: string, pace: RunningPace): string {
  const { counts, expected, atEnd } = pace
  const [now, end] = counts === 'leaks' ? ['至今应不超过', '全期上限'] : ['至今应完成', '期末须达到']
  return `${done}，${daysLeft(pace)}。${now} ${n(expected)} ${unit}，${end} ${n(atEnd)} ${unit}。`
}

export const gaps = {
  gap,
  toRows: (rows: number) => `查看 ${n(rows)} 条未达标记录`,
  running: {
    title: '期间进度',
    by: '截止日期',
    elapsed: { completions: '此时通常应完成', leaks: '本年度已过' },
    now: { completions: '已完成', leaks: '至今泄露' },
    expected: { completions: '至今应完成', leaks: '至今应不超过' },
    atEnd: { completions: '期末须达到', leaks: '全期上限' },
    daysLeft: '剩余天数',
    help: {
      completions: '至今应完成：按往期同期进度，没有往期数据时按天数计算。不足一半为进度严重落后。',
      leaks: '至今应不超过：按天数计算，向上取整。超过其两倍为进度严重落后。',
    },
  },
}
