import { answerShares } from '@wayproof/forms/questionnaire/answer-shares'
import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { driverItems } from '@wayproof/forms/questionnaire/driver-items'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { halfYear } from '@wayproof/kernel/calendar/period'
import type { AnswerValues } from '@wayproof/survey/answers/answer'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { anyAnswer, anyQuestionnaire } from '@wayproof/survey/testing/any-questionnaire'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import {
  closeAtOnce,
  submit,
  surveyWorld,
  tokens,
  travelerFile,
  travelerRow,
} from '@wayproof/survey/testing/survey-world'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakdownFacts } from '../fact-source.ts'

const period = '2026-H1'
const PEOPLE = 24
/** In two cells, neither of them small, so that no search for other tables delays the unlinking. */
const people = Array.from({ length: PEOPLE }, (_, n) => travelerRow(n + 1, { region: 'east', locale: 'en' }))

/** The wave after all `answers` to the questionnaire came in and it was unlinked. */
async function unlinkedWave(questionnaire: Questionnaire, answers: readonly AnswerValues[]) {
  const world = await surveyWorld()
  await importTravelers(world.ports, travelerFile(people))
  await publishQuestionnaire(world.ports, { questionnaire })
  await openWave(world.ports, { period, mode: 'census', closesOn: '2026-07-31' })
  const links = await tokens(world)
  for (const [n, values] of answers.entries())
    expect(await submit(world, links[n] ?? '', values)).toMatchObject({ ok: true })
  await closeAtOnce(world, period)
  const wave = await world.ports.store.wave(period)
  return { world, waveId: wave?.id ?? '' }
}

const asked: fc.Arbitrary<readonly [Questionnaire, readonly AnswerValues[]]> = fc
  .oneof({ weight: 1, arbitrary: fc.constant(EVERY_TYPE) }, { weight: 2, arbitrary: anyQuestionnaire })
  .chain((questionnaire) =>
    fc.tuple(fc.constant(questionnaire), fc.array(anyAnswer(questionnaire), { minLength: PEOPLE, maxLength: PEOPLE })),
  )

test('tallies, shares and pairs of any questionnaire are those that a count of its answers gives', async () => {
  for (const [questionnaire, answers] of fc.sample(asked, { numRuns: 4, seed: 115 })) {
    const { world, waveId } = await unlinkedWave(questionnaire, answers)

    type Tally = { readonly item: string; readonly value: string; readonly count: number }
    const rows = await world.database.query.all<Tally>('SELECT item, value, count FROM tally')
    const counted = Map.groupBy(rows, ({ item }) => item)
    for (const { id, codes } of codedItems(questionnaire)) {
      const stored = codes.map((code) =>
        (counted.get(id) ?? []).reduce((sum, { value, count }) => sum + (value === code ? count : 0), 0),
      )
      expect(stored, id).toEqual(codes.map((code) => answers.filter((values) => values[id] === code).length))
    }

    const facts = await breakdownFacts(world.database.query, halfYear(2026, 1))
    for (const { id, item, countedAs } of answerShares(questionnaire)) {
      const sum = (count: 'opinions' | 'topTwo' | 'withoutOpinion') =>
        facts?.cells.reduce((total, { counts }) => total + (counts[id]?.[count] ?? 0), 0)
      const as = answers.flatMap((values) => countedAs.get(values[item] ?? '') ?? [])
      const number = (wanted: string) => as.filter((each) => each === wanted).length
      expect([sum('topTwo'), sum('opinions'), sum('withoutOpinion')], id).toEqual([
        number('in'),
        number('in') + number('beside'),
        number('without-opinion'),
      ])
    }

    const drivers = driverItems(questionnaire)
    const isPoint = (value: string | undefined) => value !== undefined && /^\d$/.test(value)
    const pairs = (drivers?.drivers ?? []).flatMap(({ id }) =>
      answers.filter((values) => isPoint(values[id]) && isPoint(values[drivers?.headline.id ?? ''])),
    )
    const crossed = await world.ports.store.crossCounts(waveId)
    expect(crossed.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length)
    expect(await world.ports.store.rebuildTallies(waveId)).toMatchObject({ answers: PEOPLE, differences: [] })
    await world.database.close()
  }
})
