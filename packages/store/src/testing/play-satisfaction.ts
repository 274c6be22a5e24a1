import { halfYear } from '@wayproof/kernel'
import { judgeCustomerSatisfaction, RULES } from '@wayproof/scorecard'
import { factSource } from '../fact-source.ts'
import type { Database } from '../sqlite/database.ts'
import { insertRows } from './insert-rows.ts'
import { commonFigures, type Figures } from './play-scenario.ts'

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

export async function playSatisfaction(database: Database, input: SatisfactionInput): Promise<Figures> {
  await write(database, input)
  const rules = { ...RULES, smallestGroup: input.k }
  const facts = await factSource(database, { timeZone: 'Asia/Shanghai', rules }).satisfaction(period)
  const verdict = judgeCustomerSatisfaction(facts, {
    period,
    asOf: '2025-12-31',
    rules,
    target: { numerator: Math.round(input.target * 1000), denominator: 1000 },
  })
  const { top2, withoutOpinion, satisfiedOfAll } = verdict.figures
  return {
    ...commonFigures(verdict, verdict.share ?? { numerator: 0, denominator: 0 }),
    n: facts.wave?.counts.reduce((sum, count) => sum + count, 0),
    top2,
    confirmed: verdict.demonstrated ?? false,
    withoutOpinion,
    satisfiedOfAll,
    fewKnow: verdict.flags.includes('few-know'),
  }
}

async function write(database: Database, input: SatisfactionInput): Promise<void> {
  const tally = (value: string, count: number) => ({ wave_id: 'w', cell_id: 'c', item: 'overall', value, count })
  await insertRows(database, 'wave', [
    {
      id: 'w',
      period: '2025-H2',
      status: 'unlinked',
      mode: 'census',
      questionnaire_id: 'q',
      questionnaire_version: 1,
      rule_version: '1',
      minimum_for_status: input.minimumForStatus,
      frame_count: 0,
      invited_count: 0,
      merge_map: '{}',
      opened_at: 0,
      closes_at: 0,
    },
  ])
  await insertRows(database, 'tally', [
    ...input.counts.map((count, i) => tally(String(i + 1), count)),
    tally('dk', input.dontKnow),
    tally('na', input.notApplicable ?? 0),
  ])
  if (input.improvementChosen !== false) {
    await insertRows(database, 'improvement', [
      { id: 'i', period: '2025-H2', text: 'text', owner: 'customer-service', chosen_at: 0, chosen_by: 'test' },
    ])
  }
}
