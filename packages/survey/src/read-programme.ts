import { dateAt, nextPeriod, type PeriodKey, parsePeriod, periodKey } from '@wayproof/kernel'
import { type Checklist, type Lacking, lackingOf } from './checklist.ts'
import { BASIS_PROFILES, BASIS_PROFILES_VERSION, type BasisProfile } from './legal-basis.ts'
import type { OpeningQuestion } from './opening-question.ts'
import type { SurveyPorts } from './ports.ts'
import { openingPeriods, type PlannedOpening, type Programme, plannedOpening } from './programme.ts'

export interface ProgrammeState {
  readonly programme: Programme
  readonly checklist: Checklist | null
  readonly lacking: readonly Lacking[]
  /** What the checklist asks to confirm. */
  readonly basisProfiles: { readonly version: number; readonly profiles: readonly BasisProfile[] }
  /** The opening to come; null when the programme does not run. */
  readonly next: (PlannedOpening & { readonly period: PeriodKey }) | null
  readonly questions: readonly OpeningQuestion[]
}

/** How waves are run, what keeps them from opening, and what an officer is asked. */
export async function readProgramme({
  store,
  clock,
  timeZone,
}: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>): Promise<ProgrammeState> {
  const now = clock.now()
  const today = dateAt(now, timeZone)
  const [programme, checklist] = await Promise.all([store.programme(), store.checklist()])
  const ended = openingPeriods(today).at(-1) ?? ''
  const running = parsePeriod(ended)
  const periods = running ? [ended, periodKey(nextPeriod(running))] : []
  const openings = periods.flatMap((period) => {
    const opening = plannedOpening(period, programme, timeZone)
    return opening && opening.at > now ? [{ ...opening, period }] : []
  })
  return {
    programme,
    checklist,
    lacking: lackingOf(checklist, today),
    basisProfiles: { version: BASIS_PROFILES_VERSION, profiles: BASIS_PROFILES },
    next: programme.runsSince === null ? null : (openings[0] ?? null),
    questions: await store.openingQuestions(),
  }
}
