import { words } from '@wayproof/command-line/command-line'
import { DEFAULT_TIME_ZONE, withData } from '@wayproof/command-line/open-data'
import type { Progress } from '@wayproof/command-line/progress'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { addMonths, type CalendarDate, dateAt, earlier } from '@wayproof/kernel/calendar/calendar-date'
import { halfYear, type PeriodKey, periodKey } from '@wayproof/kernel/calendar/period'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { accept, type OfficerAtWork, officer } from '@wayproof/local-stack/clients/officer'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { checkedPoints, firstOfficer, organisationNames } from '@wayproof/sample-company/people'
import { random } from '@wayproof/sample-company/random'
import { travelerFile } from '@wayproof/sample-company/travelers'
import { RULES } from '@wayproof/scorecard/rules'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'

export interface OpenedWave {
  readonly officer: OfficerAtWork
  readonly period: PeriodKey
}

/** Opens the wave in the database of the running stack: a second officer would add letters to those that are counted. */
const openAlone = ({ data, databaseUrl }: LocalStack, period: PeriodKey, closesOn: CalendarDate): Promise<void> =>
  withData(storePlace({ DATA_DIR: data, DATABASE_URL: databaseUrl }), async ({ survey }, keyring) => {
    const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring, timeZone: DEFAULT_TIME_ZONE }
    const opened = await openWave({ ...machine, store: survey, rules: RULES }, { period, mode: 'census', closesOn })
    if (!opened.ok) throw new Error(`the wave for ${period} could not be opened: ${opened.fault.code}`)
  })

/** An officer signs up and opens a wave for `recipients` invented travelers; the scheduler begins to mail them. */
export async function prepareWave(
  stack: LocalStack,
  { seed, recipients }: { readonly seed: string; readonly recipients: number },
  report: Progress,
): Promise<OpenedWave> {
  const today = dateAt(systemClock.now(), 'Asia/Shanghai')
  const year = Number(today.slice(0, 4)) - 1
  const period = periodKey(halfYear(year, 2))
  report.step(words.demo.settingUp)
  const atWork = officer(await accept(stack.reportingUrl, stack.firstOfficerLink, firstOfficer))
  await atWork.organise({
    ...organisationNames,
    programmeStart: `${year}-01-01`,
    baselineYear: null,
    sample: true,
  })
  const travelers = travelerFile(random(`${seed}/travelers`), year, recipients, () => true)
  await atWork.importFile('travelers', new Blob([travelers]), { fileName: 'travelers.csv' })
  // A test letter would be counted as one of the wave.
  await atWork.chooseFolder()
  await atWork.confirm(checkedPoints)
  report.step(words.demo.opening(period))
  await openAlone(stack, period, earlier(addMonths(today, 1), latestClosingDay(today)))
  return { officer: atWork, period }
}
