import { CASE_CHANNELS, RIGHTS_KINDS, RIGHTS_REGIMES } from '@wayproof/evidence'
import { CASE_MARGINS } from '@wayproof/scorecard'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attackGroups } from '../testing/attack-groups.ts'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

const K = 5
const PAIRS = CASE_MARGINS.flatMap((firstMargin, i) =>
  CASE_MARGINS.slice(i + 1).map((secondMargin) => [firstMargin, secondMargin]),
)
const DIVISIONS: readonly (readonly string[])[] = [[], ...CASE_MARGINS.map((margin) => [margin]), ...PAIRS]

/** Cells of three kinds, two laws and two channels. */
const halves = fc.array(fc.oneof(fc.nat(2), fc.nat(6), fc.nat(9)), { minLength: 12, maxLength: 12 }).map((people) =>
  people.map((count, i) => ({
    kind: RIGHTS_KINDS[i % 3]!,
    regime: RIGHTS_REGIMES[Math.floor(i / 3) % 2]!,
    channel: CASE_CHANNELS[Math.floor(i / 6)]!,
    people: count,
  })),
)

it('counts by kind, law and channel reveal no requester, on the screen and in the file', async () => {
  const { services, send, join } = await openApp()
  const { person, cookie } = await join('executive')
  const reader = appRouter.createCaller(createContextInner(services, { user: person }))
  const drawnHalfYears = fc.sample(halves, { numRuns: 4, seed: 38 }).map((cells, i) => ({ year: 2018 + i, cells }))
  for (const { year, cells } of drawnHalfYears) {
    for (const { people, ...facts } of cells) {
      for (let n = 0; n < people; n += 1)
        await services.store.rights.openCase({
          ...facts,
          id: services.ids.next(),
          receivedOn: `${year}-02-02`,
          recordedOn: null,
          dueOn: null,
          status: 'received',
          outcome: null,
          anonymous: true,
          locale: 'en',
          identityCheckedOn: null,
          addressDroppedOn: null,
          extendedOn: null,
          answeredOn: null,
          closedOn: null,
          contactSealed: null,
          codeHash: services.tokens.bytes(32),
          code: null,
          message: { author: 'person', purpose: 'message', day: `${year}-02-02`, textSealed: services.tokens.bytes(9) },
        })
    }
  }
  let hiddenCount = 0
  for (const { year, cells: allCells } of drawnHalfYears) {
    const period = `${year}-H1`
    const { groups } = await reader.measure.cases({ period })
    const cells = allCells.filter(({ people }) => people > 0)
    const figures = new Map(
      groups?.map(({ margins, categories, figure }) => [JSON.stringify([margins, categories]), figure]),
    )
    const attacked = attackGroups({
      cells,
      people: cells.map(({ people }) => people),
      divisions: DIVISIONS,
      isHidden: (margins, categories) => {
        const figure = figures.get(JSON.stringify([margins, categories]))
        if (!figure) throw new Error(`${period} ${margins} ${categories} was never fetched`)
        if (figure.kind === 'shown') expect(figure.people % K).toBe(0)
        return figure.kind === 'hidden'
      },
      k: K,
    })
    expect([period, attacked.found]).toEqual([period, []])
    hiddenCount += attacked.hidden
    const file = await (await send(`/export/cases.csv?period=${period}`, { headers: { cookie } })).text()
    const [, ...lines] = file.trimEnd().split('\r\n')
    expect(lines).toHaveLength(figures.size)
    expect(lines.filter((line) => line.endsWith('hidden to protect small groups'))).toHaveLength(
      [...figures.values()].filter(({ kind }) => kind === 'hidden').length,
    )
  }
  expect(hiddenCount).toBeGreaterThan(5)
  expect(await reader.measure.cases({ period: '2026-H2' })).toMatchObject({ groups: null })
  expect((await send('/export/cases.csv?period=2026-H2', { headers: { cookie } })).status).toBe(422)
})
