import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SamplingMode } from '../sampling/sample.ts'
import { DAYS_BETWEEN_LETTERS, LETTERS_AT_MOST } from '../waves/reminder.ts'

/** The plan for waves, and whether they open automatically. */
export interface Programme {
  /** False: an officer opens each wave. */
  readonly runs: boolean
  /**
   * Time at which the program was first switched on. Openings before it are ignored; those missed during a pause are
   * caught up.
   */
  readonly runsSince: Instant | null
  readonly mode: SamplingMode
  /** Size of a sample; null in a census. */
  readonly sampleSize: number | null
  /** Days from the opening to the last day on which answers are accepted. */
  readonly daysOpen: number
  /** Days after a person's own invitation. */
  readonly firstReminderDays: number
  readonly lastReminderDays: number
  /** Maximum letters to one person: per wave and per half-year. */
  readonly letterLimit: number
  /** Fewest people that a wave invites. */
  readonly smallestWave: number
  /** Days off in addition to the statutory holidays. */
  readonly localHolidays: readonly CalendarDate[]
}

/** The smallest wave unless officers choose another; below it two of them must agree. */
export const SMALLEST_WAVE = 100
/** No setting allows a smaller wave. */
export const SMALLEST_WAVE_AT_LEAST = 50

/** Upper limits of a plan. */
export const DAYS_OPEN_AT_MOST = 90
export const SAMPLE_AT_MOST = 10_000_000

export type ProgrammePlan = Omit<Programme, 'runs' | 'runsSince'>

export const DEFAULT_PROGRAMME: Programme = {
  runs: false,
  runsSince: null,
  mode: 'census',
  sampleSize: null,
  daysOpen: 24,
  firstReminderDays: 5,
  lastReminderDays: 10,
  letterLimit: LETTERS_AT_MOST,
  smallestWave: SMALLEST_WAVE,
  localHolidays: [],
}

export type PlanFault = {
  readonly code:
    | 'sample-size-invalid'
    | 'reminders-too-close'
    | 'letter-limit-invalid'
    | 'smallest-wave-invalid'
    | 'sample-below-smallest-wave'
    | 'smaller-wave-needs-approval'
}

/**
 * Requires 3 days between reminders, the second reminder before the last day, a smallest wave of at least 50, and a
 * sample of at least its size if one is drawn. `fewest` is set by tests only.
 */
export function checkPlan(plan: ProgrammePlan, fewest?: number): Outcome<ProgrammePlan, PlanFault> {
  const { mode, sampleSize, daysOpen, firstReminderDays, lastReminderDays, letterLimit, smallestWave } = plan
  if ((mode !== 'census') !== (sampleSize !== null && sampleSize > 0)) return fail('sample-size-invalid')
  const isFarEnoughApart = lastReminderDays - firstReminderDays >= DAYS_BETWEEN_LETTERS
  if (firstReminderDays < DAYS_BETWEEN_LETTERS || !isFarEnoughApart || lastReminderDays >= daysOpen)
    return fail('reminders-too-close')
  if (letterLimit < 1 || letterLimit > LETTERS_AT_MOST) return fail('letter-limit-invalid')
  if (!Number.isSafeInteger(smallestWave) || smallestWave < SMALLEST_WAVE_AT_LEAST) return fail('smallest-wave-invalid')
  return sampleSize !== null && sampleSize < (fewest ?? smallestWave) ? fail('sample-below-smallest-wave') : ok(plan)
}

/** True if a second officer must approve the change: a smaller wave hides each answer among fewer others. */
export const needsApproval = (current: ProgrammePlan, next: ProgrammePlan): boolean =>
  next.smallestWave < current.smallestWave && next.smallestWave < SMALLEST_WAVE
