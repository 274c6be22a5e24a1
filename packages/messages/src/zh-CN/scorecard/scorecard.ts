import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Change } from '@wayproof/scorecard/change/change'
import { intervalSide } from '@wayproof/scorecard/claims/interval-side'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { LeaksAgainstCap } from '@wayproof/scorecard/goals/leaks-against-cap'
import type { MissingWhy } from '@wayproof/scorecard/goals/missing-row'
import type { ExcludedRow } from '@wayproof/scorecard/rule-changes/exclusion'
import type { OverallResult } from '@wayproof/scorecard/scorecard'
import type { Flag, Reason, Verdict } from '@wayproof/scorecard/verdict'
import { day } from '../../date-format.ts'
import { goalFromTo, intervalEnds, verdictTarget, verdictValue } from '../../goal-value.ts'
import { count } from '../../number-format.ts'
import { brief } from './brief-lines.ts'
import { claims } from './claims.ts'
import { courses, subject } from './courses.ts'
import { estimate } from './estimate.ts'
import { gaps } from './gaps.ts'
import { goals } from './goals.ts'
import { changedClose, line, perBooking, quarterLine } from './scorecard-lines.ts'
import { waveChanges } from './wave-changes.ts'

const reasons: Record<Reason, string> = {
  'target-reached': '已达到目标',
  'below-target': '低于目标',
  running: '周期未结束',
  'too-early': '暂无法判断',
  'cannot-be-met': '已无法达标',
  'no-inventory': '没有登记公示平台',
  'not-yet-due': '还没有到期',
  'not-checked': '核验均已过期',
  'no-roster': '员工名册中没有应培训人员',
  'no-training-record': '本季度没有培训或考试记录',
  'session-not-held': '未举行全员培训',
  'no-register': '没有事件台账',
  'nothing-recorded': '没有事件记录，也未确认无事件',
  'above-cap': '超过事件上限',
  'assessment-missing': '缺少年度安全评估',
  'undecided-suspicions': '疑似事件待定性',
  'no-wave': '未开展调查',
  'no-satisfied-points': '主问题的量表未注明哪些分值算满意',
  'wave-open': '调查还没有截止',
  suppressed: '人数过少，不显示',
  'too-few-answers': '有效答卷不足',
  'improvement-missing': '还没有选定改进措施',
  'no-partner-due': '没有应审核的合作伙伴',
  'plan-missing': '未通过的合作伙伴无整改期限',
}

const flags: Record<Flag, string> = {
  'few-know': '超过 30% 的受访客户未表态。',
  'weighting-decides': '加权与未加权结论不同，以加权结果为准。',
  'weights-uneven': '尚未证实：部分分组的应答率远低于其他分组，加权无法完全校正。',
  'not-weighted': '未加权：发起调查时未保存客户分组人数。',
  'basis-conflict': '按件数与按预订量得出的结论不同，以件数为准。',
  'keep-zero': '基准年为零，目标是保持为零。',
  'exempt-share-high': '整季度休假的员工超过 5%。',
  'year-assumed': '部分事件没有发现日期和确认日期，按发生年份计。',
  'too-few-to-demonstrate': '基准年事件太少，降幅无法作统计检验。',
  'stale-checks': '部分平台核验已过期，不计入。',
}

const why: Record<MissingWhy, string> = {
  'not-published': '未公开',
  'language-missing': '缺少一种语言',
  'old-version': '旧版本',
  'other-text': '文本与批准版本不符',
  'not-verified': '核验已过期',
  'no-records': '该季度未导入培训记录',
  'modules-missing': '课程未完成',
  'no-exam': '未参加考试',
  'exam-failed': '考试未通过',
  'passed-late': '季度结束后才通过',
  'taken-out-by-one': '由一人移出；两人批准前仍计入',
  'no-audit': '本年度未审核',
  'partial-audit': '非全面审核',
  'self-declared-audit': '仅自行声明',
}

const definitions: Record<GoalId, string> = {
  'policy-publication': '以全部语言公开现行隐私政策的平台占比。',
  'staff-training': '本季度完成培训并通过考试的员工占比。',
  'incident-reduction': '客户信息泄露事件与基准年相比的变化。',
  'customer-satisfaction': '对隐私保护满意或非常满意的客户占比。',
  'partner-audit': '处理客户信息的合作伙伴中，本年度完成全面审核的占比。',
}

function headlineParts({ met, missed, unknown }: OverallResult): { readonly met: string; readonly rest: string } {
  const all = met.length + missed.length + unknown.length
  const counted =
    met.length === all
      ? `${all} 项目标全部达标。`
      : met.length === 0
        ? `${all} 项目标暂无达标。`
        : `${all} 项目标，${met.length} 项达标。`
  const below = missed.length > 0 ? `${subject(missed)}未达标。` : ''
  return { met: counted, rest: `${below}${unknown.length > 0 ? `${subject(unknown)}暂无结果。` : ''}` }
}

function headline(overallResult: OverallResult): string {
  const { met, rest } = headlineParts(overallResult)
  return `${met}${rest}`
}

const overall = (overallResult: OverallResult): string =>
  `总体：${goals.words[overallResult.overall]}（以最差一项为准）。`

/** How firm the verdict of a goal is, in a sentence; empty where chance plays no part. */
const certainty = (verdict: Verdict): string =>
  claims.strength(verdict) === null ? '' : `${goals.names[verdict.goal]}${claims.verdict(verdict)}。`

/** A goal's title is its result. */
function title(verdict: Verdict): string {
  const word = verdict.verdict === 'unknown' ? reasons[verdict.reason] : claims.verdict(verdict)
  const value = verdictValue(verdict, 'zh-CN')
  return `${goals.names[verdict.goal]}：${value === null ? word : `${value}，${word}`}`
}

const target = (verdict: Verdict): string => `目标 ${verdictTarget(verdict)}`

/** 85.2%～89.1%; null without an interval. */
function interval({ goal, interval: given }: Verdict): string | null {
  return given && intervalEnds(goal, given).join('%～')
}

const sides = { reaches: '全部达标', misses: '全部未达标', inside: '包含目标值' }

function intervalNote({ interval: given, target: at, figures }: Verdict): string {
  if (!given) return ''
  const part = 'baselineSoFar' in figures ? '（与基准年同期相比）' : ''
  return `95% 置信区间${part}，${sides[intervalSide(given, at)]}`
}

const leaks = ({ count: leaks, cap }: LeaksAgainstCap): string =>
  `${count(leaks, 'zh-CN')} 起，上限 ${count(cap, 'zh-CN')} 起`

function fromTo(change: Change): string | null {
  if (!change.leaks) return goalFromTo(change)
  const more = change.leaks.to.count - change.leaks.from.count
  const difference =
    more === 0 ? '与上年度持平' : `比上年度${more < 0 ? '少' : '多'} ${count(Math.abs(more), 'zh-CN')} 起`
  return `${leaks(change.leaks.to)}；${difference}`
}

function counted(through: CalendarDate, recorded: CalendarDate | null): string {
  const last = `截至${day(through, 'zh-CN')}`
  return recorded === null || recorded === through ? last : `${last}，依据${day(recorded, 'zh-CN')}的记录`
}

export const scorecard = {
  headline,
  headlineParts,
  overall,
  claims,
  certainty,
  courses,
  title,
  brief,
  line,
  quarterLine,
  perBooking,
  changedClose,
  excluded: {
    heading: '不计入的记录（经两人审批）',
    row: ({ goal, label, reason }: ExcludedRow) => `${goals.names[goal]}：${label ?? '一名员工'}（${reason}）`,
  },
  changedCloseReason: '理由：',
  target,
  interval,
  intervalNote,
  counted,
  leaks,
  fromTo,
  reasons,
  flags,
  why,
  definitions,
  gaps,
  waveChanges,
  estimate,
}
