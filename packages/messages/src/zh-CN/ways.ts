import type { Owner, Reason, Room, RunningPace, Step, Way } from '@wayproof/scorecard'
import { day, periodName } from '../date-format.ts'
import { pointsUp } from '../goal-value.ts'
import { count, percent, pointsDown } from '../number-format.ts'
import { goals } from './goals.ts'

const n = (value: number) => count(value, 'zh-CN')
const until = (by: string | null) => (by === null ? '' : `截至${day(by, 'zh-CN')}`)

/** 就是全部时不必再说。 */
const ofThose = ({ count, of }: { readonly count: number; readonly of: number }, who: string) =>
  count === of ? '' : `（${who}）`

function step(step: Step): string {
  switch (step.kind) {
    case 'version':
      return '批准一版隐私政策'
    case 'publications':
      return `${until(step.by)}在 ${n(step.of)} 个渠道中再有 ${n(step.count)} 个展示${step.version === null ? '该政策' : `第 ${step.version} 版`}`
    case 'checks':
      return `${until(step.by)}重新核验 ${n(step.count)} 个渠道`
    case 'passes':
      return `${until(step.by)}再有 ${n(step.count)} 人通过${ofThose(step, `未通过者 ${n(step.of)} 人`)}`
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
        ? `${n(step.minimum)} 份表达意见的回答`
        : `${step.exact ? '' : '约 '}${n(step.count)} 份表达意见的回答（至少需 ${n(step.minimum)} 份才能判定）`
    case 'satisfied':
      return step.exact
        ? `在 ${n(step.among)} 份回答中再有 ${n(step.count)} 份满意`
        : `提高 ${pointsUp(step.difference)} 个百分点，约合在 ${n(step.among)} 份回答中再有 ${n(step.count)} 份满意`
    case 'more-satisfied':
      return '更多满意的回答（份数不显示：可据此推算出其他分组）'
    case 'improvement':
      return '根据反馈选定一项改进'
    case 'audits':
      return `${until(step.by)}再全面审计 ${n(step.count)} 个合作方${ofThose(step, `未审计者 ${n(step.of)} 个`)}`
    case 'plans':
      return `为 ${n(step.count)} 个未通过的合作方定下整改日期`
  }
}

function room(room: Room, running: boolean): string {
  if (room.kind === 'leaks') {
    if (running) return room.count === 0 ? '不得再发生泄露。' : `至多还可发生 ${n(room.count)} 起。`
    return room.count === 0 ? '没有余量：再多一起即未达标。' : `余量：还可多 ${n(room.count)} 起。`
  }
  if (room.kind === 'satisfied') {
    if (room.count === 0) return '没有余量：少一份满意即未达标。'
    return room.exact
      ? `余量：少 ${n(room.count)} 份满意仍达标。`
      : `余量：${pointsDown(room.difference)} 个百分点，约 ${n(room.count)} 份满意。`
  }
  const unit = { publications: '个渠道公示', passes: '人通过', audits: '个合作方完成审计' }[room.kind]
  return room.count === 0 ? '没有余量：一个也不能少。' : `余量：少 ${n(room.count)} ${unit}仍达标。`
}

const missing: Partial<Record<Reason, string>> = {
  'no-inventory': '公示渠道清单',
  'no-roster': '有应培训人员的名册',
  'not-checked': '近期对公示渠道的核验',
  'no-training-record': '已结束季度的课程和考试记录',
  'no-register': '事件台账',
  'not-yet-due': '可与基准年比较的年份',
  'no-wave': '本半年度的调查',
  running: '调查，半年度结束后开展',
  'wave-open': '调查结束后的结果',
  'no-partner-due': '应审计的合作方',
}

function lacking({ lacking, steps, owner }: Way): string {
  const what = (lacking && missing[lacking]) ?? steps.map(step).join('；')
  return `尚缺：${what}。${ownerLine(owner)}`
}

const ownerLine = (owner: Owner): string => `负责方：${goals.owners[owner]}。`

/** 怎样才能达成，一行话。 */
function way(of: Way): string {
  if (of.state === 'lacking') return lacking(of)
  const past = of.steps.filter(({ over }) => over)
  const ahead = of.steps.filter(({ over }) => !over)
  const lines: string[] = []
  const [first] = past
  if (first?.kind === 'leaks') {
    const found = `有 ${n(first.confirmed)} 起泄露，上限 ${n(first.cap)} 起。`
    lines.push(first.ended ? `未达标：${found}年度已结束，只有更正台账才能改变。` : `已无法达标：已${found}`)
  } else if (past.length > 0) {
    const tail = of.goal === 'customer-satisfaction' ? '' : '如今只有更正台账才能改变。'
    lines.push(`本须${past.map(step).join('；')}，才能达成。${tail}`)
  }
  if (ahead.length > 0) lines.push(`${past.length > 0 ? '仍待：' : '要达成还需：'}${ahead.map(step).join('；')}。`)
  if (of.room && past.length === 0) lines.push(room(of.room, of.state !== 'green'))
  // Green without a figure: the distance to the target would be one.
  return lines.join('') || '余量不显示：可据此推算出其他分组。'
}

/** 走势，一行话。 */
function pace({ counts, now, expected, onTrack }: RunningPace): string {
  const course =
    counts === 'leaks'
      ? `已有 ${n(now)} 起；匀速之下至今不超过 ${n(expected)} 起。`
      : `已完成 ${n(now)}；按进度至今应为 ${n(expected)}。`
  return onTrack === null
    ? `${course}为时尚早，无法推算达标机会。`
    : `${course}期末达标的机会：${percent(onTrack, 'zh-CN')}。`
}

export const ways = {
  way,
  pace,
  title: '怎样才能达成',
  titleGreen: '还有多少余量',
  toRows: (rows: number) => `查看 ${n(rows)} 条缺失记录`,
  running: {
    title: '期间进度',
    by: '截止日期',
    elapsed: { completions: '此时通常应完成', leaks: '本年度已过' },
    now: { completions: '已完成', leaks: '至今泄露' },
    expected: { completions: '至今应完成', leaks: '匀速之下至今' },
    atEnd: { completions: '期末须达到', leaks: '期末前至多' },
    projected: '若保持此进度',
    projectedShare: (share: number) => percent(share, 'zh-CN'),
    projectedLeaks: (total: number) => `${n(Math.round(total))} 起`,
    onTrack: '期末达标的机会',
    tooEarly: '为时尚早',
    help: {
      completions:
        '此时通常应完成的比例按以往同类期间的进程计算；没有以往数据时按天数计算。达标机会已计入今后的不确定性：八成以上为正常，不足四成为危险。这是预测，不是判定。',
      leaks:
        '年度进程按天数计算。达标机会已计入今后可能发生的泄露及其不确定性：八成以上为正常，不足四成为危险。这是预测，不是判定。',
    },
  },
}
