import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { readProgramme } from '@wayproof/survey/programme/read-programme'
import type { Context } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'

export const FIRST_STEPS = [
  'organisation',
  'calendar',
  'mail',
  'people',
  'registers',
  'travelers',
  'checklist',
  'wave',
] as const

export type FirstStep = (typeof FIRST_STEPS)[number]

export interface FirstRun {
  readonly steps: readonly { readonly step: FirstStep; readonly isDone: boolean }[]
  /** Imported travelers, and the fewest answers from which the goal of customer satisfaction is judged. */
  readonly travelers: { readonly rows: number; readonly fewestAnswers: number }
  /** A second officer is there or invited; some decisions need two. */
  readonly hasSecondOfficer: boolean
  /** The half-year whose opening waits for another officer, or null. */
  readonly waitingFor: PeriodKey | null
  /** A wave was opened, so there is more to see than the steps. */
  readonly hasWave: boolean
  /** When the program opens the next wave; null if the program does not run. */
  readonly opensAt: Instant | null
  /** Every step is done, a wave has closed, or sample data is loaded. */
  readonly isOver: boolean
}

/** The steps from an empty installation to its first wave, with those that are done. Nothing is stored: each is derived. */
export async function readFirstRun(ctx: Context): Promise<FirstRun> {
  const { store, clock } = ctx
  const [organisation, people, invitations, registers, waves, planned, sample, programme, pending] = await Promise.all([
    store.organisation.get(),
    store.people.list(),
    store.people.invitations(clock.now()),
    store.registers.list(),
    store.survey.waves(),
    readProgramme(surveyPorts(ctx)),
    store.sampleData.state(clock.now()),
    store.survey.programme(),
    store.approvals.pending(clock.now()),
  ])
  const { lacking: missingRequirements, next } = planned
  const hasWave = waves.length > 0
  const officers = [...people, ...invitations].filter(({ role }) => role === 'officer')
  const travelers = registers.find(({ id }) => id === 'travelers')?.rows ?? 0
  const done: Readonly<Record<FirstStep, boolean>> = {
    organisation: organisation !== null,
    // A saved program, with holidays or none.
    calendar: programme !== DEFAULT_PROGRAMME,
    mail: !missingRequirements.includes('mail-server'),
    people: people.length + invitations.length > 1,
    registers: registers.some(({ id, rows }) => id !== 'travelers' && rows > 0),
    travelers: travelers > 0,
    checklist: missingRequirements.every((gap) => gap === 'mail-server'),
    wave: hasWave,
  }
  const steps = FIRST_STEPS.map((step) => ({ step, isDone: done[step] }))
  const isOver = steps.every(({ isDone }) => isDone) || waves.some(({ status }) => status !== 'open')
  return {
    steps,
    travelers: { rows: travelers, fewestAnswers: ctx.rules.minimumForStatus },
    hasSecondOfficer: officers.length > 1,
    waitingFor: pending.find(({ kind }) => kind === 'wave-opening')?.subject ?? null,
    hasWave,
    opensAt: next?.at ?? null,
    isOver: sample ? sample.phase === 'loaded' : isOver,
  }
}
