import type { Checklist, ChecklistGap } from '../opening/checklist.ts'
import type { OpeningQuestion } from '../opening/opening-question.ts'
import { readChecklist } from '../opening/read-checklist.ts'
import type { SurveyPorts } from '../ports.ts'
import { BASIS_PROFILES, BASIS_PROFILES_VERSION, type BasisProfile } from '../travelers/legal-basis.ts'
import { type DueOpening, dueOpenings, isTooLate, nextOpening } from './planned-opening.ts'
import type { Programme } from './programme.ts'

export interface ProgrammeState {
  readonly programme: Programme
  readonly checklist: Checklist | null
  readonly lacking: readonly ChecklistGap[]
  /** The versions that the checklist asks the officer to confirm. */
  readonly basisProfiles: { readonly version: number; readonly profiles: readonly BasisProfile[] }
  /** The next opening; null if the program is off. */
  readonly next: ReturnType<typeof nextOpening>
  /** The effects of switching the program on; null if it is on. */
  readonly ifSwitchedOn: IfSwitchedOn | null
  readonly questions: readonly OpeningQuestion[]
}

export interface IfSwitchedOn {
  /**
   * Openings missed while the program was off: each runs at once or, if it is too late, becomes a question for an
   * officer.
   */
  readonly missed: readonly (DueOpening & { readonly opens: boolean })[]
  readonly next: ReturnType<typeof nextOpening>
}

/** Returns the plan for waves, the reasons why none can open, and the open questions for officers. */
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

/** The next opening, skipping a wave that an officer has already opened manually. */
async function openingToCome(
  { store, clock, timeZone }: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  programme: Programme,
): Promise<ProgrammeState['next']> {
  const next = nextOpening(programme, clock.now(), timeZone)
  return next && (await store.wave(next.period)) ? nextOpening(programme, next.at, timeZone) : next
}

/** Due openings without a wave about which the officers were never asked. */
async function missedOpenings(
  { store, clock, timeZone }: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  programme: Programme,
): Promise<IfSwitchedOn['missed']> {
  const now = clock.now()
  const missed: (DueOpening & { readonly opens: boolean })[] = []
  for (const opening of dueOpenings(programme, now, timeZone)) {
    if ((await store.wave(opening.period)) || (await store.askedAboutOpening(opening.period))) continue
    missed.push({ ...opening, opens: !isTooLate(opening, now) })
  }
  return missed
}
