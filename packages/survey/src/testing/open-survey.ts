import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { openWave } from '../opening/open-wave.ts'
import type { SurveyPorts } from '../ports.ts'
import type { Wave } from '../waves/wave.ts'
import { fulfilChecklist } from './fulfil-checklist.ts'
import { type MemoryFixture, memoryFixture } from './memory-fixture.ts'
import { importRows, travelerRows } from './traveler-rows.ts'

interface OpenSurvey {
  readonly travelers?: number
  readonly period?: PeriodKey
  readonly closesOn?: CalendarDate
}

/** Fulfils all preconditions and opens a census wave, to the end of July 2026 by default. */
export async function openSurvey(
  ports: SurveyPorts,
  { travelers = 3, period = '2026-H1', closesOn = '2026-07-31' }: OpenSurvey = {},
): Promise<Wave> {
  await fulfilChecklist(ports)
  await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await importRows(ports, travelerRows(travelers))
  const outcome = await openWave(ports, { period, mode: 'census', closesOn })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value.wave
}

/** A survey in memory with an open wave. */
export async function openedFixture(survey: OpenSurvey = {}): Promise<MemoryFixture & { readonly wave: Wave }> {
  const fixture = memoryFixture()
  return { ...fixture, wave: await openSurvey(fixture.ports, survey) }
}
