import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { SurveyStore } from '@wayproof/survey/ports'
import { readConfirmedSettings } from '../facts/confirmed-changes.ts'
import { definitionsFor } from '../rule-changes/definitions.ts'
import { RULES } from '../rules.ts'

/**
 * The rules under which a wave is opened. A wave on a past year, which is a replay, uses the rules at the end of that
 * year.
 */
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
