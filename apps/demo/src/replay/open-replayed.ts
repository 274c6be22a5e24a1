import { DEFAULT_TIME_ZONE, withData } from '@wayproof/command-line/open-data'
import { storePlace } from '@wayproof/database/installation/store-settings'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { RULES } from '@wayproof/scorecard/rules'
import { openReplayedWave } from '@wayproof/survey/opening/open-wave'

/** The data folder and database of a running local stack. */
export interface ReplayPlace {
  readonly data: string
  readonly databaseUrl: string
}

/**
 * Opens a wave on a past year or half-year in the database of a running stack. No procedure of an app opens one: officers
 * ask about the half-years that ended last.
 */
export function openReplayed(
  { data, databaseUrl }: ReplayPlace,
  { period, closesOn }: { readonly period: PeriodKey; readonly closesOn: CalendarDate },
): Promise<void> {
  return withData(storePlace({ DATA_DIR: data, DATABASE_URL: databaseUrl }), async ({ survey }, keyring) => {
    const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring, timeZone: DEFAULT_TIME_ZONE }
    const ports = { ...machine, store: survey, rules: RULES }
    const opened = await openReplayedWave(ports, { period, mode: 'census', closesOn })
    if (!opened.ok) throw new Error(`the wave for ${period} could not be opened: ${opened.fault.code}`)
  })
}
