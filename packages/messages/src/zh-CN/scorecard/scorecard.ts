import type { CalendarDate } from '@wayproof/kernel'
import type {
  Change,
  ExcludedRow,
  Flag,
  GoalId,
  LeaksAgainstCap,
  MissingWhy,
  Reason,
  Standing,
  Verdict,
} from '@wayproof/scorecard'
import { day } from '../../date-format.ts'
import { goalCourse, intervalEnds, intervalSide, verdictTarget, verdictValue } from '../../goal-value.ts'
import { count } from '../../number-format.ts'
import { estimate } from './estimate.ts'
import { goals } from './goals.ts'
import { likelihood } from './likelihood.ts'
import { changedClose, line, quarterLine } from './scorecard-lines.ts'
import { waveChanges } from './wave-changes.ts'
import { ways } from './ways.ts'

const numbers = ['零', '一', '两', '三', '四', '五']

const reasons: Record<Reason, string> = {
  'target-reached': '已达到目标',
  'below-target': '低于目标',
  running: '周期尚未结束',
  'too-early': '为时尚早',
  'cannot-be-met': '已无法达标',
  'no-inventory': '没有登记公示渠道',
  'not-yet-due': '尚未到期',
  'not-checked': '近期没有核验过任何渠道',
  'no-roster': '名册上没有应培训的人员',
  'no-training-record': '本季度没有培训或考试记录',
  'session-not-held': '未举行全员培训',
  'no-register': '没有事件台账',
  'above-cap': '超过事件上限',
  'assessment-missing': '缺少年度安全评估',
  'undecided-suspicions': '有疑似事件未定性',
  'no-wave': '未开展调查',
  'wave-open': '调查尚未结束',
  suppressed: '人数过少，不予显示',
  'too-few-answers': '回答过少',
  'improvement-missing': '尚未选定改进措施',
  'no-partner-due': '没有应审核的合作伙伴',
  'plan-missing': '未通过的合作伙伴没有整改日期',
}

const flags: Record<Flag, string> = {
  'few-know': '三成以上的回答者没有意见。',
  'weighting-decides': '计数比例与加权比例分处目标值两侧，以加权比例为准。',
  'weights-uneven': '有的群体作答很少，其每份回答权重很大，因此比例不如看上去可靠。',
  'not-weighted': '未加权：本次调查开启时未留存全体合格客户的分组人数。',
  'basis-conflict': '按件数与按预订量得出的结论不同，以件数为准。',
  'keep-zero': '基准年为零，目标是保持为零。',
  'exempt-share-high': '整季度休假的员工超过 5%。',
  'year-assumed': '部分事件没有确认日期，按发生年份计。',
  'too-few-to-demonstrate': '基准年事件太少，无法证明达到目标降幅。',
  'stale-checks': '部分渠道太久未核验，不计为已公示。',
}

const why: Record<MissingWhy, string> = {
  'not-published': '未见隐私政策',
  'language-missing': '缺少一种语言',
  'old-version': '仍是旧版本',
  'other-text': '所示文本与批准文本不符',
  'not-verified': '太久未核验',
  'no-records': '该季度未导入培训记录',
  'modules-missing': '课程未完成',
  'no-exam': '未参加考试',
  'exam-failed': '考试未通过',
  'passed-late': '季度结束后才通过',
  'no-audit': '本年度未审核',
  'partial-audit': '审核范围不全',
  'self-declared-audit': '仅有自我声明',
}

const definitions: Record<GoalId, string> = {
  'policy-publication': '以全部语言展示现行隐私政策的渠道所占比例。',
  'staff-training': '本季度完成培训并通过考试的员工所占比例。',
  'incident-reduction': '客户信息泄露事件与基准年相比的变化。',
  'customer-satisfaction': '对隐私保护满意或非常满意的旅客所占比例。',
  'partner-audit': '本年度完成全面审核的、处理客户信息的合作伙伴所占比例。',
}

/** 员工培训、合作伙伴审核和客户满意度 */
function subject(ids: readonly GoalId[]): string {
  const names = ids.map((id) => goals.names[id])
  return names.length > 1 ? `${names.slice(0, -1).join('、')}和${names.at(-1)}` : (names[0] ?? '')
}

function headlineParts({ met, missed, unknown }: Standing): { readonly met: string; readonly rest: string } {
  const all = met.length + missed.length + unknown.length
  const word = (n: number) => numbers[n] ?? String(n)
  const counted =
    met.length === all
      ? `${word(all)}项目标全部达标。`
      : met.length === 0
        ? `${word(all)}项目标均未确认达标。`
        : `${word(all)}项目标中${met.length === 1 ? '一' : word(met.length)}项达标。`
  const below = missed.length > 0 ? `${subject(missed)}未达标。` : ''
  return { met: counted, rest: `${below}${unknown.length > 0 ? `${subject(unknown)}尚无法判定。` : ''}` }
}

function headline(standing: Standing): string {
  const { met, rest } = headlineParts(standing)
  return `${met}${rest}`
}

const overall = (standing: Standing): string => `总体以最差的目标为准：${goals.words[standing.overall]}。`

/** 判定与偶然的关系；与偶然无关时为空。 */
function certainty({ goal, verdict, demonstrated }: Verdict): string {
  if (verdict !== 'met' || demonstrated === null) return ''
  return `${goals.names[goal]}已达标，${demonstrated ? '且可排除偶然因素' : '但尚不能排除偶然因素'}。`
}

/** 目标的标题就是结果。 */
function title(verdict: Verdict): string {
  const word =
    verdict.verdict === 'unknown'
      ? reasons[verdict.reason]
      : verdict.demonstrated === null || verdict.verdict === 'missed'
        ? goals.words[verdict.verdict]
        : verdict.demonstrated
          ? '达标，可排除偶然'
          : '达标，不能排除偶然'
  const value = verdictValue(verdict, 'zh-CN')
  return `${goals.names[verdict.goal]}：${value === null ? word : `${value}，${word}`}`
}

const target = (verdict: Verdict): string => `目标 ${verdictTarget(verdict)}`

/** 85.2 至 89.1%；没有区间时为 null。 */
function interval({ goal, interval: given }: Verdict): string | null {
  return given && intervalEnds(goal, given).join(' 至 ')
}

const sides = { reaches: '全部达到目标', misses: '全部未达目标', inside: '目标在区间之内' }

function intervalNote({ interval: given, target: at }: Verdict): string {
  return given ? `95% 区间，${sides[intervalSide(given, at)]}` : ''
}

const leaks = ({ count: leaks, cap }: LeaksAgainstCap): string =>
  `${count(leaks, 'zh-CN')} 起，上限 ${count(cap, 'zh-CN')} 起`

function course(of: Change): string | null {
  if (!of.leaks) return goalCourse(of)
  const more = of.leaks.to.count - of.leaks.from.count
  const difference =
    more === 0 ? '与上年度持平' : `比上年度${more < 0 ? '少' : '多'} ${count(Math.abs(more), 'zh-CN')} 起`
  return `${leaks(of.leaks.to)}；${difference}`
}

function counted(through: CalendarDate, recorded: CalendarDate | null): string {
  const last = `截至${day(through, 'zh-CN')}`
  return recorded === null || recorded === through ? last : `${last}，依据${day(recorded, 'zh-CN')}的记录`
}

export const scorecard = {
  headline,
  headlineParts,
  overall,
  certainty,
  title,
  line,
  quarterLine,
  changedClose,
  excluded: {
    heading: '经两人决定，以下记录不计入',
    row: ({ goal, label, reason }: ExcludedRow) => `${goals.names[goal]}：${label ?? '一名员工'}（${reason}）`,
  },
  changedCloseReason: '理由：',
  target,
  interval,
  intervalNote,
  counted,
  leaks,
  course,
  likelihood,
  reasons,
  flags,
  why,
  definitions,
  ways,
  waveChanges,
  estimate,
}
