import type { PeriodKey } from '@wayproof/kernel'
import { definitionsFor, RULES } from '@wayproof/scorecard'
import type { SurveyStore } from '@wayproof/survey'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import { readConfirmedSettings } from './confirmed-changes.ts'

/** What a wave is opened under. A wave on a past year, which is a replay, takes what held at its end. */
export function waveRuleStore(database: QueryDatabase): Pick<SurveyStore, 'rulesInForce'> {
  return {
    rulesInForce: async (period, base) => {
      const half: PeriodKey = period.length === 4 ? `${period}-H2` : period
      const settings = await readConfirmedSettings(database.query)
      const { version, minimumForStatus, smallestGroup } = definitionsFor({ ...RULES, ...base }, settings, half).rules
      return { version, minimumForStatus, smallestGroup }
    },
  }
}
