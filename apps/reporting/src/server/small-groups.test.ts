import { isDeepStrictEqual } from 'node:util'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { Letter } from '@wayproof/letters/letter/letter'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { messages } from '@wayproof/messages/messages'
import type { Breakdown } from '@wayproof/scorecard/breakdown/breakdown'
import { MARGINS, type Margin } from '@wayproof/scorecard/breakdown/margin'
import type { GroupFigure } from '@wayproof/scorecard/disclosure/suppress-cells'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attackGroups } from './testing/attack-groups.ts'
import { openApp } from './testing/open-app.ts'
import { type WaveCell, writeWaves } from './testing/write-waves.ts'
import { createContextInner } from './trpc/context.ts'
import { surveyPorts } from './trpc/ports.ts'
import { appRouter } from './trpc/router.ts'

const K = 5
/** A rating, a row of a matrix, one choice among several, a recommendation. */
const ITEMS = ['overall', 'security', 'channels.app', 'recommend'] as const
const PAIRS = MARGINS.flatMap((by) => MARGINS.filter((and) => and !== by).map((and) => ({ by, and })))
const FILTERS: readonly { readonly by?: Margin; readonly and?: Margin }[] = [
  {},
  ...MARGINS.map((by) => ({ by })),
  ...PAIRS,
]
/** Everyone, each margin, and each pair of margins in one order. */
const DIVISIONS: readonly (readonly Margin[])[] = [
  [],
  ...MARGINS.map((margin) => [margin]),
  ...PAIRS.map(({ by, and }) => [by, and]).filter(([by, and]) => MARGINS.indexOf(by!) < MARGINS.indexOf(and!)),
]

const counts = fc
  .record({
    opinions: fc.oneof(fc.nat(6), fc.nat(15), fc.nat(40)),
    satisfied: fc.double({ min: 0, max: 1, noNaN: true }),
    withoutOpinion: fc.nat(4),
  })
  .map(({ satisfied, ...rest }) => ({ ...rest, topTwo: Math.floor(rest.opinions * satisfied) }))

/** Cells of two trip types, two channels and three regions; some in English, some never invited. */
const waves = fc
  .array(
    fc.record({
      ...{ overall: counts, security: counts, recommend: counts },
      // Choices have no value without an opinion.
      'channels.app': counts.map((drawn) => ({ ...drawn, withoutOpinion: 0 })),
      ...{ asked: fc.nat(3), language: fc.constantFrom('en', 'zh-CN') },
    }),
    { minLength: 12, maxLength: 12 },
  )
  .map((drawnCounts) =>
    drawnCounts.flatMap(({ asked, language, ...counts }, i): WaveCell[] =>
      asked > 0 || i === 0
        ? [{ tripType: `trip${i % 2}`, channel: `way${(i >> 1) % 2}`, region: `region${i >> 2}`, language, counts }]
        : [],
    ),
  )

/** Figures by wave, item and group, from every reader and query. */
type Seen = Map<string, GroupFigure>

const nameOf = (...nameParts: readonly unknown[]) => JSON.stringify(nameParts)

function note(seenFigures: Seen, { item, now, before, tables }: Breakdown): void {
  const keep = (name: string, figure: GroupFigure) => {
    const knownFigure = seenFigures.get(name)
    if (knownFigure && !isDeepStrictEqual(knownFigure, figure))
      throw new Error(`${name} looks different from elsewhere`)
    seenFigures.set(name, figure)
  }
  keep(nameOf(now.period, item?.id, [], []), now.everybody)
  keep(nameOf(before.period, item?.id, [], []), before.everybody)
  for (const { margins, groups } of tables) {
    for (const group of groups) {
      keep(nameOf(now.period, item?.id, margins, group.categories), group.now)
      keep(nameOf(before.period, item?.id, margins, group.categories), group.before)
    }
  }
}

interface AttackedWave {
  readonly cells: readonly WaveCell[]
  readonly period: string
  readonly item: (typeof ITEMS)[number]
}

function attack(seenFigures: Seen, { cells, period, item }: AttackedWave) {
  return attackGroups({
    cells,
    people: cells.map((cell) => cell.counts[item]?.opinions ?? 0),
    divisions: DIVISIONS,
    isHidden: (margins, categories) => {
      const figure = seenFigures.get(nameOf(period, item, margins, categories))
      if (!figure) throw new Error(`${period} ${margins} ${categories} was never fetched`)
      return figure.kind === 'hidden'
    },
    k: K,
  })
}

it('filters, pairs of filters, half-years, files and letters reveal no small group', async () => {
  const { services, database, send, join } = await openApp()
  await publishQuestionnaire(surveyPorts(services), { questionnaire: EVERY_TYPE })
  const { person, cookie } = await join('executive')
  const { person: officer } = await join('officer')
  const caller = appRouter.createCaller(createContextInner(services, { user: person }))
  const drawnWaves = fc
    .sample(waves, { numRuns: 6, seed: 27 })
    .map((cells, i) => ({ period: `${2015 + (i >> 1)}-H${(i % 2) + 1}`, cells, questionnaire: EVERY_TYPE }))
  await writeWaves(database, drawnWaves)

  const seenFigures: Seen = new Map()
  let files = 0
  for (const { period } of drawnWaves) {
    for (const filter of FILTERS) {
      for (const item of [...ITEMS, 'recommend.detractors'])
        note(seenFigures, await caller.breakdown.satisfaction({ period, item, ...filter }))
      if (filter.and && MARGINS.indexOf(filter.and) < MARGINS.indexOf(filter.by ?? filter.and)) continue
      const query = new URLSearchParams({ period, ...filter })
      const answer = await send(`/export/satisfaction.csv?${query}`, { headers: { cookie } })
      expect(answer.status).toBe(200)
      files += agreeing(await answer.text(), seenFigures)
    }
  }
  expect(files).toBeGreaterThan(1_000)

  const attacked = drawnWaves.flatMap((wave) => ITEMS.map((item) => attack(seenFigures, { ...wave, item })))
  expect(attacked.flatMap(({ found }) => found)).toEqual([])
  expect(attacked.filter(({ hidden }) => hidden > 0).length).toBeGreaterThan(6)

  // The bases of one group in two questions are equal, or differ by at least the smallest group.
  for (const [name, figure] of seenFigures) {
    const otherFigure = seenFigures.get(name.replace('"overall"', '"security"'))
    if (figure.kind === 'shown' && otherFigure?.kind === 'shown')
      expect(Math.abs(figure.people - otherFigure.people) % K).toBe(0)
  }

  const organisation = { nameZh: '远行', nameEn: 'Farway', contactEmail: 'privacy@x.example', sample: false }
  const asOfficer = appRouter.createCaller(createContextInner(services, { user: officer }))
  await asOfficer.organisation.save({ ...organisation, programmeStart: '2015-01-01', baselineYear: null })
  for (const { period } of drawnWaves.slice(-2)) await asOfficer.summary.send({ period })
  const now = services.clock.now()
  const letters = await services.store.outbox.claim(10, now, now + 60_000)
  expect(letters.length).toBeGreaterThan(1)
  for (const { letter } of letters) expect(await textOf(letter, organisation)).not.toMatch(/trip\d|way\d|region\d/)
})

/** In the file a group is hidden exactly if the screen hides it, and otherwise has the same figures. */
function agreeing(text: string, seenFigures: Seen): number {
  const words = messages('en').reporting.breakdown
  const disclosed = new Set(
    [...seenFigures.values()].map((figure) =>
      figure.kind === 'shown'
        ? `${words.people(figure.people)},${words.share(figure.topTwo)}`
        : `${words.kinds[figure.kind]},–`,
    ),
  )
  // Other questions have no answers.
  disclosed.add(`${words.kinds.empty},–`)
  const [, ...allLines] = text.trimEnd().split('\r\n')
  // The score of the recommendation is computed from its two shares.
  const lines = allLines.filter((line) => !line.includes(`,${words.scoreOf},`))
  expect(lines.filter((line) => !disclosed.has(line.split(',').slice(-4, -2).join()))).toEqual([])
  return lines.length
}

async function textOf(
  letter: Letter,
  organisation: { nameZh: string; nameEn: string; contactEmail: string; sample: boolean },
) {
  const links = { reporting: 'https://r.example/', sealCheck: 'https://r.example/check-seal' }
  const { subject, html, text } = await renderLetter(letter, {
    organisation: { ...organisation, sample: false },
    links,
  })
  return subject + html + text
}
