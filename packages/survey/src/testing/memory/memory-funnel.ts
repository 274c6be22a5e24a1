import type { CompletenessCounts } from '@wayproof/forms/questionnaire/completeness'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { ALL_ITEMS } from '../../answers/tally.ts'
import { coverageOf } from '../../sampling/coverage.ts'
import type { Funnel } from '../../waves/wave.ts'
import { figuresInSteps, inLetterSteps, openFigures, type WaveFigures } from '../../waves/wave-figures.ts'
import type { LetterCounts, MemoryWave, SurveyMemory } from './survey-memory.ts'

/** Counts a wave's sent letters. */
export function countLetters({ letters }: SurveyMemory, waveId: Id): LetterCounts {
  const sent = (kind: string) =>
    letters.filter((letter) => letter.waveId === waveId && letter.kind === kind && letter.state === 'sent').length
  const [reminded, remindedAgain] = [sent('first-reminder'), sent('last-reminder')]
  return { delivered: sent('invitation'), written: 0, reminded, remindedAgain }
}

/** Counts of a wave as they are now. */
function exactFigures(memory: SurveyMemory, memoryWave: MemoryWave): WaveFigures {
  const { wave, letterCounts, answered, withdrawn, days } = memoryWave
  return { ...(letterCounts ?? countLetters(memory, wave.id)), answered, withdrawn, days }
}

/** Stores the published figures of an open wave for a full hour that is not yet counted. */
export function countHour(memory: SurveyMemory, waveId: Id, hour: Instant): boolean {
  const memoryWave = memory.waves.get(waveId)
  if (memoryWave?.wave.status !== 'open' || (memoryWave.figures && memoryWave.figures.at >= hour)) return false
  memoryWave.figures = { at: hour, ...figuresInSteps(exactFigures(memory, memoryWave)) }
  return true
}

type FunnelFigures = Pick<Funnel, 'counted' | keyof WaveFigures>

const NOT_YET: FunnelFigures = {
  counted: { kind: 'not-yet' },
  ...{ delivered: null, written: null, reminded: null, remindedAgain: null, answered: null, withdrawn: null },
  days: [],
}

function figuresOf(memory: SurveyMemory, memoryWave: MemoryWave): FunnelFigures {
  if (memoryWave.wave.status !== 'open') {
    const { reminded, remindedAgain, ...exact } = exactFigures(memory, memoryWave)
    const letters = { reminded: inLetterSteps(reminded), remindedAgain: inLetterSteps(remindedAgain) }
    return { counted: { kind: 'exact' }, ...exact, ...letters }
  }
  if (!memoryWave.figures) return NOT_YET
  const { at: asOf, ...figures } = memoryWave.figures
  return { counted: { kind: 'hourly', asOf }, ...openFigures(figures) }
}

export function funnelOf(memory: SurveyMemory, memoryWave: MemoryWave): Funnel {
  const { plan, wave, skips, answered, withdrawn } = memoryWave
  const responded = wave.status === 'open' ? 0 : answered + withdrawn
  return {
    wave,
    frame: plan.frame,
    coverage: coverageOf({ registered: plan.registered, eligible: plan.frame, skips }),
    invited: plan.invitations.length,
    completeness: completenessOf(memoryWave),
    skips: responded > 0 ? [...skips, { stage: 'reminder', reason: 'answered', count: responded }] : skips,
    key: null,
    ...figuresOf(memory, memoryWave),
  }
}

function completenessOf({ wave, plan, tallies }: MemoryWave): CompletenessCounts | null {
  if (wave.status !== 'unlinked') return null
  const of = (value: string) =>
    tallies.reduce((sum, each) => sum + (each.item === ALL_ITEMS && each.value === value ? each.count : 0), 0)
  const counts = { complete: of('complete'), partial: of('partial'), 'break-off': of('break-off') }
  return counts.complete + counts.partial + counts['break-off'] < plan.smallestGroup ? null : counts
}
