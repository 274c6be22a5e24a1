import { messages } from '@wayproof/messages/messages'
import { judgePartnerAudit } from '@wayproof/scorecard/goals/partner-audit'
import { runningPace } from '@wayproof/scorecard/goals/running-pace'
import { publish } from '@wayproof/scorecard/publish/publish'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it } from 'vitest'
import { paceFacts } from './sure-drawer.tsx'

it('nine of ten audits on 1 December are facts with the days left, and no chance', () => {
  const audits = { due: 10, audited: 9, passed: 9, notYetDue: 0, failedWithoutPlan: 0, usualShare: null }
  const period = { kind: 'year', year: 2025, index: 1 } as const
  const pace = runningPace(publish(judgePartnerAudit(audits, { period, asOf: '2025-12-01', rules: RULES })))
  if (!pace) throw new Error('no pace')
  expect(paceFacts(pace, { locale: 'en', words: messages('en') })).toEqual([
    ['Done', '9'],
    ['Expected by now', '9'],
    ['Needed by the end', '10'],
    ['Days left', '30'],
    ['Usually done by now', '91.7%'],
    ['Period ends', '31 December 2025'],
  ])
  const chinese = paceFacts(pace, { locale: 'zh-CN', words: messages('zh-CN') })
  expect(chinese.slice(0, 4)).toEqual([
    ['已完成', '9'],
    ['至今应完成', '9'],
    ['期末须达到', '10'],
    ['剩余天数', '30'],
  ])
})
