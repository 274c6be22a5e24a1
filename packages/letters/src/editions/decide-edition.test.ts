import { expect, test } from 'vitest'
import { editionFixture, executive, officer, trainer } from '../testing/edition-fixture.ts'
import { approveEdition, releaseEdition, sendNow } from './decide-edition.ts'
import type { NewEdition } from './edition-store.ts'

const by = { id: 'officer-1', name: 'Wang' }
const id = 'edition-1'
const newEdition: NewEdition = {
  ...{ id, kind: 'record', period: '2025-H2', occasion: '2025-H2', state: 'awaiting-approval', dueOn: '2026-02-02' },
  ...{ dueBecause: 'wave-unlinked', openedAt: 0, heldAt: null, sendsOn: null, reasons: [] },
}

async function waitingEdition(change: Partial<NewEdition> = {}) {
  const { memory, ports } = editionFixture()
  await ports.editions.open({ ...newEdition, ...change }, [])
  return { memory, ports }
}

const refused = (code: string) => ({ ok: false, fault: { code } })

test('an approved edition goes to every reader, with the officer and the comment', async () => {
  const { memory, ports } = await waitingEdition()
  expect(await approveEdition(ports, { id, by, comment: 'as agreed' })).toEqual({ ok: true, value: { people: 3 } })
  expect(await ports.editions.find(id)).toMatchObject({
    ...{ state: 'sent', release: 'approved', decidedBy: 'Wang', comment: 'as agreed', people: 3 },
  })
  const comments = memory.outbox.letters.map(
    ({ letter }) => letter.kind === 'executive-summary' && letter.data.edition?.comment,
  )
  expect(comments).toEqual(Array(3).fill({ text: 'as agreed', by: 'Wang' }))
})

test('a held edition is released as it is; an empty comment is none', async () => {
  const { ports } = await waitingEdition({ state: 'held', heldAt: 0, sendsOn: '2026-02-16' })
  expect(await releaseEdition(ports, { id, by, comment: '' })).toMatchObject({ ok: true })
  expect(await ports.editions.find(id)).toMatchObject({ state: 'sent', release: 'as-is', comment: null })
})

test('approval is for editions that await it, and release for held ones', async () => {
  const { ports } = await waitingEdition()
  const held = await waitingEdition({ state: 'held' })
  expect(await releaseEdition(ports, { id, by, comment: '' })).toEqual(refused('edition-ended'))
  expect(await approveEdition(held.ports, { id, by, comment: '' })).toEqual(refused('edition-ended'))
  await approveEdition(ports, { id, by, comment: '' })
  expect(await approveEdition(ports, { id, by, comment: '' })).toEqual(refused('edition-ended'))
})

test('an unknown edition and a comment over 600 characters are refused', async () => {
  const { memory, ports } = await waitingEdition()
  expect(await approveEdition(ports, { id: 'none', by, comment: '' })).toEqual(refused('edition-unknown'))
  expect(await approveEdition(ports, { id, by, comment: '😀'.repeat(601) })).toEqual(refused('comment-too-long'))
  expect(memory.outbox.letters).toEqual([])
  expect(await approveEdition(ports, { id, by, comment: '😀'.repeat(600) })).toMatchObject({ ok: true })
})

test('an officer sends the summary now, and the same figures only to readers who do not have them', async () => {
  const { fixture, memory, ports } = editionFixture()
  memory.readers = [executive, officer]
  expect(await sendNow(ports, { period: '2025-H2', by })).toEqual({ ok: true, value: { letters: 2, already: null } })
  const at = fixture.now
  fixture.now += 3_600_000
  expect(await sendNow(ports, { period: '2025-H2', by })).toEqual({
    ok: true,
    value: { letters: 0, already: { at, people: 2 } },
  })
  memory.readers = [executive, officer, trainer]
  expect(await sendNow(ports, { period: '2025-H2', by })).toMatchObject({ value: { letters: 1 } })
  expect(memory.outbox.letters.map(({ recipient }) => recipient.id)).toEqual(['executive-1', 'officer-1', 'trainer-1'])
})

test('other figures of the half-year, or another half-year, go to everybody again', async () => {
  const { fixture, ports } = editionFixture()
  await sendNow(ports, { period: '2025-H2', by })
  expect(await sendNow(ports, { period: '2025-H1', by })).toMatchObject({ value: { letters: 3, already: null } })
  const card = await ports.sealed('2025-H2')
  if (card) fixture.cards.set('2025-H2', { ...card, asOf: '2026-01-31' })
  expect(await sendNow(ports, { period: '2025-H2', by })).toMatchObject({ value: { letters: 3, already: null } })
})

test('a period that is no half-year has no summary, and without a name of the organization none is sent', async () => {
  const { fixture, ports } = editionFixture()
  expect(await sendNow(ports, { period: '2025-Q1', by })).toMatchObject(refused('not-a-half-year'))
  fixture.isNamed = false
  expect(await sendNow(ports, { period: '2025-H2', by })).toEqual(refused('organisation-missing'))
})
