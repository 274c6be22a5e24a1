import type { ClaimChoices, ClaimedLetter, Outbox } from '@wayproof/letters'
import { expect, it } from 'vitest'
import { sharedClaims } from './shared-claims.ts'

type Asked = Parameters<Outbox['claim']>

/** An outbox of `letters` named by their place, and what it was asked. */
function outboxOf(letters: number) {
  const asked: Asked[] = []
  let next = 0
  const claim = sharedClaims(async (...args) => {
    asked.push(args)
    const from = next
    next = Math.min(letters, from + args[0])
    return Array.from({ length: next - from }, (_, place) => ({ id: String(from + place) }) as ClaimedLetter)
  })
  const idsOf = async (limit: number, choices?: ClaimChoices, now = 0) =>
    (await claim(limit, now, now + 100, choices)).map(({ id }) => Number(id))
  return { asked, idsOf }
}

it('makes one claim of those that come together, and deals its letters out in turn', async () => {
  const { asked, idsOf } = outboxOf(100)
  const inHands = new Set<string>()
  const hands = await Promise.all([idsOf(3, { inHands }, 7), idsOf(3, { inHands }, 5), idsOf(3, { inHands }, 9)])
  expect(hands).toEqual([
    [0, 3, 6],
    [1, 4, 7],
    [2, 5, 8],
  ])
  // Due by the earliest clock, leased to the latest end.
  expect(asked).toEqual([[9, 5, 109, { inHands }]])
  expect(await idsOf(2, { inHands })).toEqual([9, 10])
})

it('gives nobody more than he asked for, and few letters to several', async () => {
  const many = outboxOf(100)
  expect(await Promise.all([many.idsOf(1), many.idsOf(4), many.idsOf(2)])).toEqual([[0], [1, 3, 5, 6], [2, 4]])
  const few = outboxOf(2)
  expect(await Promise.all([few.idsOf(20), few.idsOf(20), few.idsOf(20)])).toEqual([[0], [1], []])
})

it('keeps those apart who choose among different letters', async () => {
  const { asked, idsOf } = outboxOf(100)
  const inHands = new Set<string>()
  await Promise.all([
    idsOf(1, { inHands }),
    idsOf(1, { inHands, surveys: false }),
    idsOf(1),
    idsOf(1, { surveys: true }),
  ])
  expect(asked.map(([limit, , , choices]) => [limit, choices?.surveys ?? true, choices?.inHands === inHands])).toEqual([
    [1, true, true],
    [1, false, true],
    [2, true, false],
  ])
})

it('tells everybody of a claim that failed, and goes on', async () => {
  let broken = true
  const claim = sharedClaims(async () => {
    if (broken) throw new Error('the disk is full')
    return []
  })
  const both = await Promise.allSettled([claim(1, 0, 1), claim(1, 0, 1)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  broken = false
  expect(await claim(1, 0, 1)).toEqual([])
})
