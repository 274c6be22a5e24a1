import type { Progress } from '@wayproof/command-line'
import { words } from '@wayproof/command-line'
import { addMonths, dateAt, earlier, halfYear, type PeriodKey, periodKey } from '@wayproof/kernel'
import { systemClock } from '@wayproof/kernel/system'
import type { LocalStack } from '@wayproof/local-stack'
import { accept, type OfficerAtWork, officer } from '@wayproof/local-stack'
import { checkedPoints, firstOfficer, organisationNames, random, travelerFile } from '@wayproof/sample-company'
import { latestClosingDay } from '@wayproof/survey'

export interface OpenedWave {
  readonly officer: OfficerAtWork
  readonly period: PeriodKey
}

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
  await atWork.openWave(period, earlier(addMonths(today, 1), latestClosingDay(today)))
  return { officer: atWork, period }
}
