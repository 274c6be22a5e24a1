import type { Reason, Standing, Verdict } from '@wayproof/scorecard'
import { periodName } from '../../date-format.ts'
import { count, percent } from '../../number-format.ts'
import { goals } from '../goals.ts'

const n = (value: number) => count(value, 'zh-CN')
const numbers = ['零', '一', '两', '三', '四', '五']

const reasons: Record<Reason, string> = {
  'target-reached': '已达到目标。',
  'below-target': '未达到目标。',
  running: '本期尚未结束。',
  'too-early': '为时尚早，无法判定。',
  'cannot-be-met': '目标已不可能达到。',
  'no-inventory': '没有登记公示渠道。',
  'not-yet-due': '政策公示尚未到期。',
  'no-roster': '员工名册为空。',
  'session-not-held': '未举行全员季度培训。',
  'no-register': '没有事件台账。',
  'above-cap': '泄露事件超过上限。',
  'assessment-missing': '缺少年度安全评估。',
  'undecided-suspicions': '有疑似事件未定，可能改变判定。',
  'no-wave': '本半年度没有开展调查。',
  'wave-open': '调查批次仍开放，关闭前不出结果。',
  suppressed: '不足五人，不予显示。',
  'too-few-answers': '回答太少，无法判定。',
  'improvement-missing': '尚未根据反馈选定改进事项。',
  'no-partner-due': '没有到期的合作方。',
  'plan-missing': '未通过的审计没有整改计划。',
}

const decided: readonly Reason[] = ['target-reached', 'below-target', 'above-cap']

function explain(verdict: Verdict): string {
  if (!decided.includes(verdict.reason)) return reasons[verdict.reason]
  const missing = verdict.missing ?? 0
  switch (verdict.goal) {
    case 'policy-publication':
      return missing === 0
        ? `${n(verdict.figures.inScope)} 个平台均已公示第 ${verdict.figures.version} 版，语种齐全。`
        : `${n(verdict.figures.inScope)} 个平台中有 ${n(missing)} 个未公示现行版本。`
    case 'staff-training':
      return missing === 0
        ? `${n(verdict.share?.denominator ?? 0)} 人全部通过。`
        : `${n(verdict.share?.denominator ?? 0)} 人中有 ${n(missing)} 人未通过。`
    case 'incident-reduction':
      return `泄露 ${n(verdict.figures.currentCount)} 起，上限 ${n(verdict.figures.cap)} 起；${verdict.figures.baselineYear}年为 ${n(verdict.figures.baselineCount)} 起。`
    case 'customer-satisfaction':
      return `${n(verdict.figures.n ?? 0)} 份有意见的回答。${
        verdict.interval
          ? `区间 ${percent(verdict.interval.lower, 'zh-CN')} 至 ${percent(verdict.interval.upper, 'zh-CN')}。`
          : ''
      }`
    case 'partner-audit':
      return missing === 0
        ? `${n(verdict.figures.due)} 家合作方均已全面审计。`
        : `${n(verdict.figures.due)} 家合作方中有 ${n(missing)} 家未经全面审计。`
  }
}

export const verdicts = {
  reasons,
  explain,
  headline: ({ met, missed, unknown }: Standing): string => {
    const first = met.length === 5 ? '五项目标全部达标。' : `五项目标中${numbers[met.length]}项达标。`
    const named = (ids: Standing['met']) => ids.map((id) => goals.names[id]).join('、')
    const second = missed.length > 0 ? `${named(missed)}未达标。` : ''
    const third = unknown.length > 0 ? `${named(unknown)}无法判定。` : ''
    return `${first}${second}${third}`
  },
  judged: (period: string) => periodName(period, 'zh-CN'),
}
