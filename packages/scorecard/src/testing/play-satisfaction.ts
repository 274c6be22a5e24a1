import type { StoreDatabase } from '@wayproof/database/store-database'
import { halfYear, periodKey } from '@wayproof/kernel/calendar/period'
import type { AnswerValues } from '@wayproof/survey/answers/answer'
import { improvementStore } from '@wayproof/survey/improvements/improvement-store'
import { holdWave } from '@wayproof/survey/testing/hold-wave'
import { openExact } from '../exact.ts'
import { factSource } from '../facts/fact-source.ts'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { RULES } from '../rules.ts'
import { commonFigures, type Figures } from './scenario-figures.ts'

interface SatisfactionInput {
  readonly counts: readonly [number, number, number, number, number]
  readonly dontKnow: number
  readonly notApplicable?: number
  readonly blank: number
  readonly target: number
  readonly minimumForStatus: number
  readonly k: number
  readonly improvementChosen?: boolean
}

const period = halfYear(2025, 2)

export async function playSatisfaction(database: StoreDatabase, input: SatisfactionInput): Promise<Figures> {
  await write(database, input)
  const rules = { ...RULES, smallestGroup: input.k }
  const counts = await factSource(database, { timeZone: 'Asia/Shanghai', rules }).forHalfYear('2025-H2')
  const facts = await counts.satisfaction(period)
  const verdict = openExact(
    judgeCustomerSatisfaction(facts, {
      period,
      asOf: '2025-12-31',
      rules,
      target: { numerator: Math.round(input.target * 1000), denominator: 1000 },
    }),
  )
  const { top2, withoutOpinion, satisfiedOfAll } = verdict.figures
  return {
    ...commonFigures(verdict, verdict.share ?? { numerator: 0, denominator: 0 }),
    n: facts.wave?.rated?.denominator,
    top2,
    confirmed: verdict.demonstrated ?? false,
    withoutOpinion,
    satisfiedOfAll,
    fewKnow: verdict.flags.includes('few-know'),
  }
}

async function write(database: StoreDatabase, input: SatisfactionInput): Promise<void> {
  const same = (many: number, values: AnswerValues) => Array.from({ length: many }, () => values)
  await holdWave(database, { period: periodKey(period), minimumForStatus: input.minimumForStatus }, [
    ...input.counts.flatMap((count, i) => same(count, { overall: `${i + 1}` })),
    ...same(input.dontKnow, { overall: 'dk' }),
    ...same(input.notApplicable ?? 0, { overall: 'na' }),
    ...same(input.blank, { trust: '3' }),
  ])
  if (input.improvementChosen === false) return
  const text = { 'zh-CN': '表格更短', en: 'a shorter form' }
  const chosen = { owner: 'customer-service', chosenAt: 0, chosenBy: 'test' } as const
  await improvementStore(database).choose({ id: 'improvement', period: periodKey(period), text, ...chosen })
}
