import { messages } from '@wayproof/messages/messages'
import { judgePartnerAudit } from '@wayproof/scorecard/goals/partner-audit'
import { publish } from '@wayproof/scorecard/publish/publish'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it } from 'vitest'
import { goalRow } from './goal-row.ts'

it('a running goal of a letter says what is done and the days left, and no chance', () => {
  const audits = { due: 10, audited: 9, passed: 9, notYetDue: 0, failedWithoutPlan: 0, usualShare: null }
  const period = { kind: 'year', year: 2025, index: 1 } as const
  const verdict = publish(judgePartnerAudit(audits, { period, asOf: '2025-12-01', rules: RULES }))
  expect(goalRow(verdict, 'en').detail).toBe('9 of 10 audited, 30 days left. 9 expected by now, 10 needed by the end.')
  expect(goalRow(verdict, 'zh-CN').detail).toBe('已审核 9/10 家，剩余 30 天。至今应完成 9 家，期末须达到 10 家。')
  for (const locale of ['en', 'zh-CN'] as const) {
    const said = `${JSON.stringify(goalRow(verdict, locale))} ${messages(locale).scorecard.brief(verdict)}`
    expect(said).not.toMatch(/chance|forecast|likely|probab|概率|预计|预测/i)
  }
})
