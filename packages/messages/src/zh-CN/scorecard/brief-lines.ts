import type { GoalId } from '@wayproof/scorecard/goals/goal'
import { runningPace } from '@wayproof/scorecard/goals/running-pace'
import type { Verdict, VerdictOf } from '@wayproof/scorecard/verdict'
import { bandText } from '../../band-text.ts'
import { periodName } from '../../date-format.ts'
import { intervalEnds } from '../../goal-value.ts'
import { count } from '../../number-format.ts'
import { daysLeft } from './gaps.ts'

const n = (number: number) => count(number, 'zh-CN')

function publication({ figures, reason, missing }: VerdictOf<'policy-publication'>): string {
  const { inScope, published, version } = figures
  if (reason === 'no-inventory') return '没有登记公示平台'
  if (version === null) return '还没有批准的隐私政策'
  if (reason === 'not-checked') return `${n(inScope)} 个平台核验均已过期`
  return missing
    ? `${n(published)}/${n(inScope)} 个平台已公开第 ${version} 版`
    : `${n(inScope)} 个平台已全部公开第 ${version} 版`
}

function training(verdict: VerdictOf<'staff-training'>): string {
  const { quarters, deciding } = verdict.figures
  const unrecorded = quarters.find(({ ended, silent }) => ended && silent)
  if (unrecorded) return `${periodName(unrecorded.quarter, 'zh-CN')}没有考试记录`
  const quarter = quarters.find((each) => each.quarter === deciding)
  if (!quarter || quarter.due === 0) return '没有应培训人员'
  if (verdict.reason === 'session-not-held') return '未举行全员培训'
  const { due, passed, ended, pace } = quarter
  if (!ended && pace && pace.need > 0) return `再有 ${n(pace.need)} 人通过即达标，应培训 ${n(due)} 人`
  if (passed >= due) return `${n(due)} 人全部通过`
  return ended ? `未通过 ${n(due - passed)}/${n(due)} 人` : `已通过 ${n(passed)}/${n(due)} 人`
}

function incidents({ figures, reason }: VerdictOf<'incident-reduction'>): string {
  const { currentCount, undecided, cap, currentYear } = figures
  const leaks = `${n(currentCount)} 起泄露`
  if (reason === 'no-register') return '没有事件台账'
  if (reason === 'nothing-recorded') return '无事件记录，也未确认无事件'
  if (reason === 'not-yet-due') return `${currentYear}年为基准年`
  if (reason === 'running' || reason === 'too-early') return `至今 ${leaks}，上限 ${n(cap)} 起`
  if (reason === 'undecided-suspicions') return `${leaks}，${n(undecided)} 起待定性，上限 ${n(cap)} 起`
  if (reason === 'assessment-missing') return `${leaks}，缺少年度安全评估`
  return `${leaks}，上限 ${n(cap)} 起`
}

function satisfaction({ figures, interval, reason }: VerdictOf<'customer-satisfaction'>): string {
  const { n: answers, minimumForStatus, answered, invited, band, step } = figures
  if (reason === 'no-wave') return '未开展调查'
  if (reason === 'running') return '半年度结束后开展调查'
  if (reason === 'wave-open')
    return answered === null ? `${n(invited)} 人受邀，作答不足 50 人` : `${n(invited)} 人受邀，${n(answered)} 人已提交`
  if (reason === 'no-satisfied-points') return '量表未注明哪些分值算满意'
  if (answers === null) return '答卷过少，不显示结果'
  if (band) return `${bandText(band, 'zh-CN')}满意，不显示明细`
  if (reason === 'too-few-answers') return `有效答卷 ${n(answers)} 份，至少需 ${n(minimumForStatus)} 份`
  if (reason === 'improvement-missing') return '还没有选定改进措施'
  if (step === 'verdict' || interval === null) return '比例不显示，以保护小分组'
  const ends = intervalEnds('customer-satisfaction', interval).join('%～')
  return answered === null ? `区间 ${ends}` : `${n(answered)}/${n(invited)} 人作答，${ends}`
}

function partners(verdict: VerdictOf<'partner-audit'>): string {
  const { figures, missing, reason } = verdict
  const { due, audited, failedWithoutPlan } = figures
  if (reason === 'no-partner-due') return '没有应审核的合作伙伴'
  const pace = runningPace(verdict)
  if (pace) return `已审核 ${n(audited)}/${n(due)} 家，${daysLeft(pace)}；至今应完成 ${n(pace.expected)} 家`
  if (missing) return `${n(missing)}/${n(due)} 家未完成全面审核`
  if (reason === 'plan-missing') return `${n(failedWithoutPlan)} 家未通过且无整改期限`
  return `${n(due)} 家均已完成全面审核`
}

const briefs: { readonly [G in GoalId]: (verdict: VerdictOf<G>) => string } = {
  'policy-publication': publication,
  'staff-training': training,
  'incident-reduction': incidents,
  'customer-satisfaction': satisfaction,
  'partner-audit': partners,
}

/** A goal's figures and what is missing, in a few words for a table. */
export const brief = (verdict: Verdict): string => (briefs[verdict.goal] as (verdict: Verdict) => string)(verdict)
