import { COMPLETENESS } from '@wayproof/forms/questionnaire/completeness'
import { type CrossCount, driverItems } from '@wayproof/forms/questionnaire/driver-items'
import { fail, ok } from '@wayproof/kernel/outcome'
import { answerCode } from '../../answers/answer-code.ts'
import type { AnswerStore } from '../../answers/ports.ts'
import { ALL_ITEMS, type TallyEntry } from '../../answers/tally.ts'
import { questionnaireOf, waveOfPeriod } from './find-in-memory.ts'
import type { SurveyMemory } from './survey-memory.ts'

type Tally = TallyEntry & { count: number }

/** Counts of a wave's answers by cell, item and value, and of whole answers by completeness. */
export function countAnswers(memory: SurveyMemory, waveId: string): readonly Tally[] {
  const wave = memory.waves.get(waveId)
  if (!wave) return []
  const code = answerCode(questionnaireOf(memory, wave.wave))
  const counted = new Map<string, Tally>()
  for (const { cellId, values } of memory.answers.filter((answer) => answer.waveId === waveId)) {
    const whole = [ALL_ITEMS, code.completeness(code.encode(values))] as const
    for (const [item, value] of [...Object.entries(values), whole]) {
      const key = JSON.stringify([cellId, item, value])
      counted.set(key, { cellId, item, value, count: (counted.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...counted.values()]
}

/** Counts of aspect ratings by headline rating. Answers without an opinion on either are in no pair. */
export function countPairs(memory: SurveyMemory, waveId: string): readonly CrossCount[] {
  const wave = memory.waves.get(waveId)
  const asked = wave && driverItems(questionnaireOf(memory, wave.wave))
  if (!asked) return []
  const isPoint = (value: string | undefined) => value !== undefined && /^\d$/.test(value)
  const pairs = memory.answers
    .filter((answer) => answer.waveId === waveId)
    .flatMap(({ values }) =>
      asked.drivers.map(({ id }) => ({ item: id, value: values[id], headline: values[asked.headline.id] })),
    )
    .filter(({ value, headline }) => isPoint(value) && isPoint(headline))
  const grouped = Map.groupBy(pairs, ({ item, value, headline }) => `${item} ${value} ${headline}`)
  return [...grouped.values()].flatMap(([pair, ...others]) =>
    pair
      ? [{ item: pair.item, value: Number(pair.value), headline: Number(pair.headline), count: others.length + 1 }]
      : [],
  )
}

type TallyStore = Pick<AnswerStore, 'satisfactionCounts' | 'crossCounts' | 'rebuildTallies'>

export function memoryTallyStore(memory: SurveyMemory): TallyStore {
  return {
    satisfactionCounts: async (period) => {
      const memoryWave = waveOfPeriod(memory, period)
      if (!memoryWave) return fail('no-wave')
      if (memoryWave.wave.status !== 'unlinked') return fail('wave-open')
      const of = (item: string, value: string) =>
        memoryWave.tallies.reduce((sum, each) => sum + (each.item === item && each.value === value ? each.count : 0), 0)
      const point = (value: string) => of('overall', value)
      const counts = [point('1'), point('2'), point('3'), point('4'), point('5')] as const
      const [notApplicable, dontKnow] = [of('overall', 'na'), of('overall', 'dk')]
      const answered = COMPLETENESS.reduce((sum, value) => sum + of(ALL_ITEMS, value), 0)
      const given = counts.reduce((sum, count) => sum + count, notApplicable + dontKnow)
      const { id: waveId, ruleVersion, minimumForStatus } = memoryWave.wave
      const blank = answered - given
      return ok({ waveId, ruleVersion, minimumForStatus, counts, notApplicable, dontKnow, blank, answered })
    },
    crossCounts: async (waveId) => memory.waves.get(waveId)?.pairs ?? [],
    rebuildTallies: async (waveId) => {
      const wave = memory.waves.get(waveId)
      if (!wave) throw new Error('no such wave')
      const cells = wave.plan.cells.length
      // Answers that were deleted on schedule leave tallies that cannot be checked.
      if (wave.answersDeleted) return { cells, answers: null, differences: [] }
      const answers = memory.answers.filter((answer) => answer.waveId === waveId).length
      if (wave.wave.status !== 'unlinked') return { cells, answers, differences: [] }
      const tallies = countAnswers(memory, waveId)
      const keyOf = ({ cellId, item, value }: TallyEntry) => JSON.stringify([cellId, item, value])
      const before = new Map(wave.tallies.map((tally) => [keyOf(tally), tally]))
      const after = new Map(tallies.map((tally) => [keyOf(tally), tally]))
      const differences = [...new Map([...before, ...after]).entries()].flatMap(([key, { cellId, item, value }]) => {
        const [stored, now] = [before.get(key)?.count ?? 0, after.get(key)?.count ?? 0]
        return stored === now ? [] : [{ cellId, item, value, stored, counted: now }]
      })
      wave.tallies = tallies
      return { cells, answers, differences }
    },
  }
}
