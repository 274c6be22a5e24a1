import type { Standing, Verdict } from '@wayproof/scorecard'
import type { Messages } from '../en.ts'
import { count, percentDigits } from '../number-format.ts'

const numerals = ['零', '一', '两', '三', '四', '五']

function standing({ met, unknown }: Standing): string {
  const open = unknown.length === 0 ? '' : `，${numerals[unknown.length]}项无法判定`
  return met.length === 0 ? `五项目标均未达标${open}。` : `五项目标中有${numerals[met.length]}项达标${open}。`
}

function explain(verdict: Verdict): string {
  const { missing } = verdict
  switch (verdict.goal) {
    case 'policy-publication': {
      const { inScope, version } = verdict.figures
      if (inScope === 0) return '尚无公示渠道清单。'
      return missing
        ? `${inScope}个公示渠道中，${missing}个未公示现行政策。`
        : `${inScope}个公示渠道均已公示第${version ?? '–'}版。`
    }
    case 'staff-training':
      if (!verdict.share) return '尚无员工名册。'
      return missing
        ? `${verdict.share.denominator}名员工中，${missing}名尚未通过。`
        : `${verdict.share.denominator}名员工均已通过。`
    case 'incident-reduction': {
      const { baselineCount, currentCount, assessmentDone } = verdict.figures
      const chance = verdict.verdict === 'met' && verdict.demonstrated === false ? '数量太少，不能排除偶然。' : ''
      return `事件由${baselineCount}起变为${currentCount}起。${assessmentDone ? '' : '年度安全评估缺失。'}${chance}`
    }
    case 'customer-satisfaction':
      if (verdict.status === 'suppressed') return '人数过少，不予显示。'
      if (!verdict.figures.n) return '尚无回答。'
      return verdict.interval
        ? `${count(verdict.figures.n, 'zh-CN')}人表态，区间${percentDigits(verdict.interval.lower)}–${percentDigits(verdict.interval.upper)}%。`
        : `${count(verdict.figures.n, 'zh-CN')}人表态。`
    case 'partner-audit': {
      const { due } = verdict.figures
      if (due === 0) return '尚无到期须审计的合作方。'
      return missing ? `${due}家合作方中，${missing}家尚未审计。` : `${due}家合作方均已审计。`
    }
  }
}

export const letterGoals: Messages['letterGoals'] = { standing, explain }
