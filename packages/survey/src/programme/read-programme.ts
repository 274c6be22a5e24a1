import type { Checklist, Lacking } from '../opening/checklist.ts'
import type { OpeningQuestion } from '../opening/opening-question.ts'
import { readChecklist } from '../opening/read-checklist.ts'
import type { SurveyPorts } from '../ports.ts'
import { BASIS_PROFILES, BASIS_PROFILES_VERSION, type BasisProfile } from '../travelers/legal-basis.ts'
import { type DueOpening, dueOpenings, isTooLate, nextOpening } from './planned-opening.ts'
import type { Programme } from './programme.ts'

export interface ProgrammeState {
  readonly programme: Programme
  readonly checklist: Checklist | null
  readonly lacking: readonly Lacking[]
  /** What the checklist asks to confirm. */
  readonly basisProfiles: { readonly version: number; readonly profiles: readonly BasisProfile[] }
  /** The opening to come; null when the programme does not run. */
  readonly next: ReturnType<typeof nextOpening>
  /** What would come of switching the programme on; null when it runs. */
  readonly ifSwitchedOn: IfSwitchedOn | null
  readonly questions: readonly OpeningQuestion[]
}

export interface IfSwitchedOn {
  /** Openings that it was off over: they are carried out at once, or, too late for that, an officer is asked. */
  readonly missed: readonly (DueOpening & { readonly opens: boolean })[]
  readonly next: ReturnType<typeof nextOpening>
}

/** How waves are run, what keeps them from opening, and what an officer is asked. */
export async function readProgramme(ports: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>): Promise<ProgrammeState> {
  const { store } = ports
  const [programme, { checklist, lacking }] = await Promise.all([store.programme(), readChecklist(ports)])
  const next = await openingToCome(ports, programme)
  return {
    programme,
    checklist,
    lacking,
    basisProfiles: { version: BASIS_PROFILES_VERSION, profiles: BASIS_PROFILES },
    next: programme.runs ? next : null,
    ifSwitchedOn: programme.runs ? null : { missed: await missedOpenings(ports, programme), next },
    questions: await store.openingQuestions(),
  }
}

/** Passes over the one whose wave an officer has opened by hand already. */
async function openingToCome(
  { store, clock, timeZone }: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  programme: Programme,
): Promise<ProgrammeState['next']> {
  const next = nextOpening(programme, clock.now(), timeZone)
  return next && (await store.wave(next.period)) ? nextOpening(programme, next.at, timeZone) : next
}

/** Due openings without a wave of which no officer was asked, or by now decided. */
async function missedOpenings(
  { store, clock, timeZone }: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  programme: Programme,
): Promise<IfSwitchedOn['missed']> {
  const now = clock.now()
  const missed: (DueOpening & { readonly opens: boolean })[] = []
  for (const due of dueOpenings(programme, now, timeZone)) {
    if ((await store.wave(due.period)) || (await store.askedAboutOpening(due.period))) continue
    missed.push({ ...due, opens: !isTooLate(due, now) })
  }
  return missed
}
