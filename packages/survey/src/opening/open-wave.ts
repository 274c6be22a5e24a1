import { type CalendarDate, dateAt, isCalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { shortId } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import type { SamplingMode } from '../sampling/sample.ts'
import type { Frame } from '../sampling/sampling-frame.ts'
import { tripMonths } from '../sampling/trip-months.ts'
import { budgetFrom } from '../waves/reminder.ts'
import type { Wave } from '../waves/wave.ts'
import { drawnWave } from './drawn-wave.ts'
import { listImprovements } from './list-improvements.ts'
import { openablePeriods } from './openable-period.ts'
import { readChecklist } from './read-checklist.ts'
import { smallestWaveOf } from './smallest-wave.ts'
import { closingMoment, latestClosingDay } from './wave-plan.ts'

export interface OpenWave {
  /** The half-year asked about. */
  readonly period: PeriodKey
  readonly mode: SamplingMode
  /** Size of a sample. */
  readonly size?: number
  /** Seed of a sample; if absent, a random one is stored with the wave. */
  readonly seed?: string
  /** The last day on which answers are accepted. */
  readonly closesOn: CalendarDate
}

export type OpenWaveFault = {
  readonly code:
    | 'period-unknown'
    | 'period-not-askable'
    | 'close-date-invalid'
    | 'close-date-too-late'
    | 'sample-size-invalid'
    | 'wave-exists'
    | 'other-wave-opening'
    | 'no-questionnaire'
    | 'no-eligible-travelers'
    | 'too-few-invited'
    | 'checklist-incomplete'
}

type Opened = { readonly wave: Wave; readonly frame: number; readonly invited: number }

/**
 * Opens a wave on a half-year that can be asked about now, if it invites at least the smallest wave of the settings. Fewer
 * people would hide each answer among too few others.
 */
export async function openWave(ports: SurveyPorts, wanted: OpenWave): Promise<Outcome<Opened, OpenWaveFault>> {
  if (tripMonths(wanted.period) === null) return fail('period-unknown')
  const today = dateAt(ports.clock.now(), ports.timeZone)
  if (!openablePeriods(today).includes(wanted.period)) return fail('period-not-askable')
  return open(ports, wanted, smallestWaveOf(ports.smallestWave, await ports.store.programme()))
}

/** Opens a wave of any size on any past half-year or year, for replays of past surveys only: it asks nobody today. */
export const openReplayedWave = (ports: SurveyPorts, wanted: OpenWave): Promise<Outcome<Opened, OpenWaveFault>> =>
  open(ports, wanted, 1)

/**
 * Draws the sample once the checklist is complete, plans the cells, and writes the wave, its invitations and their
 * letters.
 */
async function open(
  ports: SurveyPorts,
  { period, mode, size, seed, closesOn }: OpenWave,
  smallestWave: number,
): Promise<Outcome<Opened, OpenWaveFault>> {
  const { store, clock, ids, tokens, timeZone } = ports
  const now = clock.now()
  const months = tripMonths(period)
  if (months === null) return fail('period-unknown')
  const today = dateAt(now, timeZone)
  if (!isCalendarDate(closesOn) || closesOn < today) return fail('close-date-invalid')
  if (closesOn > latestClosingDay(today)) return fail('close-date-too-late')
  if (mode !== 'census' && !(Number.isSafeInteger(size) && Number(size) > 0)) return fail('sample-size-invalid')
  if (await store.wave(period)) return fail('wave-exists')
  const questionnaire = await store.latestQuestionnaire()
  if (!questionnaire) return fail('no-questionnaire')
  const { checklist, lacking: gaps } = await readChecklist(ports)
  if (!checklist || gaps.length > 0) return fail('checklist-incomplete')
  const rules = await store.rulesInForce(period, ports.rules)
  const { firstReminderDays, lastReminderDays, letterLimit } = await store.programme()
  const frameOf = { months, letterLimit, budgetFrom: budgetFrom(now, timeZone) }
  const wave = {
    id: shortId(tokens),
    period,
    mode,
    seed: mode === 'census' ? null : (seed ?? Buffer.from(tokens.bytes(16)).toString('hex')),
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    ruleVersion: rules.version,
    minimumForStatus: rules.minimumForStatus,
    openedAt: now,
    closesAt: closingMoment(closesOn, timeZone),
    firstReminderDays,
    lastReminderDays,
    letterLimit,
  }
  const rate = await store.lastResponseRate(smallestWave)
  const improvements = await listImprovements(ports, { period })
  const sealed = { wave, smallestGroup: rules.smallestGroup, improvements, checklist, closesOn }
  let invitable = 0
  const planOf = (counts: Frame) => {
    invitable = mode === 'census' ? counts.eligible.length : Math.min(Number(size), counts.eligible.length)
    if (invitable < smallestWave) return null
    return { ...sealed, ...drawnWave(counts, { wave, size: Number(size), rate, ids, tokens }) }
  }
  const outcome = await store.openWave({ waveId: wave.id, period, frame: frameOf, clock, planOf })
  if (!outcome.ok && outcome.fault.code === 'no-eligible-travelers' && invitable > 0)
    return fail('too-few-invited', { invitable, needed: smallestWave })
  if (!outcome.ok) return outcome
  const { frame, invitations } = outcome.value
  const untouched = { status: 'open', closedAt: null, unlinkedAt: null, paused: null } as const
  return ok({ wave: { ...wave, ...untouched, sealedClosesAt: wave.closesAt }, frame, invited: invitations.length })
}
