import type { ChangedClose } from '@wayproof/scorecard/facts'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { RunningPace } from '@wayproof/scorecard/goals/running-pace'
import { quartersBeside, runningPace } from '@wayproof/scorecard/goals/running-pace'
import type {
  EstimateFigures,
  IncidentFigures,
  QuarterFigures,
  SatisfactionFigures,
  Verdict,
  VerdictOf,
} from '@wayproof/scorecard/verdict'
import { bandText } from '../../band-text.ts'
import { day, periodName } from '../../date-format.ts'
import { goalPercent, intervalEnds } from '../../goal-value.ts'
import { monthRanges } from '../../month-ranges.ts'
import { count, percent } from '../../number-format.ts'
import { paceLine } from './gaps.ts'

const n = (number: number) => count(number, 'zh-CN')

function publication({ figures, missing, reason }: VerdictOf<'policy-publication'>): string {
  const { inScope, stale, lastLookOn, version, dueOn } = figures
  if (reason === 'no-inventory') return '没有登记公示平台。'
  if (version === null) return `还没有批准的隐私政策，${n(inScope)} 个平台待公示。`
  if (!missing) return `${n(inScope)} 个平台已全部公开第 ${version} 版（全部语言）。`
  if (reason === 'not-checked') {
    if (lastLookOn === null) return '从未核验过任何平台。'
    const last = `核验均已过期，最近一次：${day(lastLookOn, 'zh-CN')}。`
    return stale === 0 ? last : `${last}上次核验时 ${n(stale)}/${n(inScope)} 个平台已公开第 ${version} 版（全部语言）。`
  }
  const otherwise = missing - stale
  const old = `${n(stale)} 个平台核验已过期，不计入。`
  const absent =
    otherwise === inScope
      ? `${n(inScope)} 个平台均未公开第 ${version} 版（全部语言）。`
      : `${n(otherwise)}/${n(inScope)} 个平台未公开第 ${version} 版（全部语言）。`
  const line = `${otherwise > 0 ? absent : ''}${stale > 0 ? old : ''}`
  return reason === 'not-yet-due' ? `${line}${day(dueOn, 'zh-CN')}到期。` : line
}

function training(verdict: VerdictOf<'staff-training'>): string {
  const beside = quartersBeside(verdict)
  const pace = runningPace(verdict)
  if (beside.length > 0) return beside.map((quarter) => quarterLine(quarter, pace)).join('')
  const { figures, reason } = verdict
  const quarter = figures.quarters.find((each) => each.quarter === figures.deciding)
  const line = quarter ? passes(quarter, pace) : '员工名册中没有应培训人员。'
  return reason === 'session-not-held' ? `${line}未举行全员培训。` : line
}

/** A sentence about one quarter beside another. */
export function quarterLine(quarter: QuarterFigures, pace: RunningPace | null = null): string {
  const line = passes(quarter, pace)
  const name = periodName(quarter.quarter, 'zh-CN')
  return line.includes(name) ? line : `${name}：${line}`
}

function passes({ quarter, due, passed, ended, silent }: QuarterFigures, pace: RunningPace | null): string {
  if (due === 0) return '员工名册中没有应培训人员。'
  if (!ended) {
    const soFar = `${n(due)} 人中已有 ${n(passed)} 人通过`
    return pace ? paceLine(soFar, '人', pace) : `${soFar}。`
  }
  if (silent) return `${periodName(quarter, 'zh-CN')}没有课程或考试记录。`
  if (passed === 0) return `未通过 ${n(due)}/${n(due)} 人。`
  return passed < due ? `未通过 ${n(due - passed)}/${n(due)} 人。` : `${n(due)} 人全部通过。`
}

export function perBooking({ goal, figures }: Verdict): string | null {
  if (goal !== 'incident-reduction' || !('unbooked' in figures) || figures.unbooked === undefined) return null
  const { unbooked, rateReduction, rateInterval } = figures
  if (unbooked.length > 0) return `无法计算每单泄露率：缺 ${monthRanges(unbooked, 'zh-CN')}的订单数。`
  if (rateReduction === null) return null
  const ends = rateInterval ? `（95% 置信区间 ${intervalEnds(goal, rateInterval).join('%～')}）` : ''
  return `按每单计：${goalPercent(goal, rateReduction)}${ends}。`
}

function incidents(verdict: VerdictOf<'incident-reduction'>): string {
  const { baselineYear, baselineCount, baselineInRegister } = verdict.figures
  const line = `${leaksLine(verdict)}${perBooking(verdict) ?? ''}`
  return baselineInRegister === undefined
    ? line
    : `${line}基准年 ${baselineYear} 年：台账现为 ${n(baselineInRegister)} 起，封存时为 ${n(baselineCount)} 起。`
}

function sameDay({ baselineSoFar, baselineYear, baselineInRegister }: IncidentFigures): string {
  if (baselineSoFar === undefined || (baselineSoFar === null && baselineInRegister !== undefined)) return ''
  return baselineSoFar === null
    ? `${baselineYear} 年同期没有记录，无法比较。`
    : `${baselineYear} 年同期 ${n(baselineSoFar)} 起。`
}

function leaksLine(verdict: VerdictOf<'incident-reduction'>): string {
  const { figures, reason } = verdict
  const { currentCount, undecided, cap, currentYear, unconfirmed = [] } = figures
  const leaks = `${n(currentCount)} 起泄露`
  if (reason === 'no-register') return '没有事件台账。'
  if (reason === 'nothing-recorded')
    return `无法判断：${monthRanges(unconfirmed, 'zh-CN')}没有事件记录，也无人确认未发生事件。`
  if (reason === 'not-yet-due') return `${currentYear}年为基准年，暂无可比年份。`
  if (reason === 'running' || reason === 'too-early') {
    const pace = runningPace(verdict)
    return `${pace ? paceLine(`至今 ${leaks}`, '起', pace) : `至今 ${leaks}，上限 ${n(cap)} 起。`}${sameDay(figures)}`
  }
  if (reason === 'cannot-be-met') return `已有 ${leaks}，上限 ${n(cap)} 起。${sameDay(figures)}`
  if (reason === 'undecided-suspicions') return `${leaks}，另有 ${n(undecided)} 起疑似事件待定性，上限 ${n(cap)} 起。`
  const missingAssessment = reason === 'assessment-missing' ? '缺少年度安全评估。' : ''
  return `${leaks}，上限 ${n(cap)} 起。${missingAssessment}`
}

export function changedClose({ kind, sealedOn, closedOn }: ChangedClose): string {
  const days =
    sealedOn === closedOn
      ? `${day(closedOn, 'zh-CN')}（当天结束之前）`
      : `${day(closedOn, 'zh-CN')}（原定${day(sealedOn, 'zh-CN')}）`
  return `${kind === 'early' ? '提前' : '延后'}截止：${days}，经 2 名隐私保护主管批准。`
}

/** Effect of weighting; empty if all answers have the same weight. */
function weighted({ weighted: isWeighted, raw, effective, designEffect }: EstimateFigures): string {
  if (!isWeighted || designEffect === 1) return ''
  return `未加权 ${percent(raw)}；有效样本量 ${n(Math.floor(effective))}。`
}

/** The unweighted share of everyone who answered; empty if it is not published, or all had an opinion. */
const ofAll = ({ satisfiedOfAll: share, estimate }: SatisfactionFigures): string =>
  share === null || share === estimate?.raw ? '' : `占全部受访客户的 ${percent(share)}（未加权）。`

function satisfaction({ figures, interval, reason }: VerdictOf<'customer-satisfaction'>): string {
  const { n: answers, minimumForStatus, answered, invited, band, estimate, step } = figures
  if (reason === 'no-wave') return '本半年度未开展调查。'
  if (reason === 'running') return '半年度结束后开展调查。'
  if (reason === 'wave-open')
    return answered === null
      ? `调查进行中：${n(invited)} 人受邀。整点统计，满 50 人作答后显示。`
      : `调查进行中：${n(invited)} 人受邀，${n(answered)} 人已提交。`
  if (reason === 'no-satisfied-points') return '无结果：主问题的量表未注明哪些分值算满意。请在下一版问卷中注明。'
  if (answers === null) return '答卷过少，不显示结果。'
  const publishedBand = band ? `${bandText(band, 'zh-CN')}满意。为保护隐私，不显示明细。` : ''
  const withheld = '比例不显示：可据此推算出其他分组。'
  const base = `有效答卷 ${n(answers)} 份。${step === 'verdict' && !band ? withheld : estimate ? weighted(estimate) : publishedBand}`
  if (reason === 'too-few-answers') return `${base}判定至少需 ${n(minimumForStatus)} 份。`
  const ends = interval ? `区间 ${intervalEnds('customer-satisfaction', interval).join('% 至 ')}。` : ''
  const coarse =
    interval && (step === 0.5 || step === 1) ? `按 ${step} 个百分点向下取整：更细的数据可推算出其他分组。` : ''
  return `${base}${ends}${ofAll(figures)}${coarse}${reason === 'improvement-missing' ? '还没有选定改进措施。' : ''}`
}

function partners(verdict: VerdictOf<'partner-audit'>): string {
  const { figures, missing, reason } = verdict
  const { due, audited, failedWithoutPlan } = figures
  if (reason === 'no-partner-due') return '没有应审核的合作伙伴。'
  if (reason === 'running' || reason === 'too-early') {
    const pace = runningPace(verdict)
    if (pace) return paceLine(`已审核 ${n(audited)}/${n(due)} 家`, '家', pace)
    return `${n(audited)}/${n(due)} 家合作伙伴已完成全面审核。`
  }
  if (missing) return `${n(missing)}/${n(due)} 家合作伙伴未完成全面审核。`
  const line = `${n(due)} 家合作伙伴均已完成全面审核。`
  return reason === 'plan-missing' ? `${line}其中 ${n(failedWithoutPlan)} 家未通过且无整改期限。` : line
}

const lines: { readonly [G in GoalId]: (verdict: VerdictOf<G>) => string } = {
  'policy-publication': publication,
  'staff-training': training,
  'incident-reduction': incidents,
  'customer-satisfaction': satisfaction,
  'partner-audit': partners,
}

/** The figures behind a verdict and what is missing, in one line. */
export const line = <V extends Verdict>(verdict: V): string =>
  (lines[verdict.goal] as (verdict: Verdict) => string)(verdict)
