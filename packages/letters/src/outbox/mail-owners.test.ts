import type { Owner } from '@wayproof/accounts/accounts/person'
import { expect, test } from 'vitest'
import { memoryOutbox } from '../testing/memory-outbox.ts'
import { mailOwners } from './remind-owners.ts'

const reminder = { period: '2026-H1', version: 1, stage: 'ended' } as const

function office() {
  const outbox = memoryOutbox()
  const peopleOf = async (owner: Owner) =>
    owner === 'procurement' ? [] : [{ id: `${owner}-1`, locale: 'en' } as const]
  const mail = (owners: readonly Owner[], occasion = '2026-07') =>
    mailOwners({ outbox, peopleOf, clock: { now: () => 7 } }, reminder, { owners, occasion })
  return { outbox, mail }
}

test('each person of an owner gets one letter that names the owner', async () => {
  const { outbox, mail } = office()
  expect(await mail(['human-resources', 'it-security'])).toBe(2)
  expect(outbox.letters).toMatchObject([
    { letter: { kind: 'closing-reminder', data: { ...reminder, owner: 'human-resources' } }, at: 7 },
    { letter: { kind: 'closing-reminder', data: { ...reminder, owner: 'it-security' } }, at: 7 },
  ])
  expect(outbox.letters.map(({ recipient }) => recipient.id)).toEqual(['human-resources-1', 'it-security-1'])
})

test('nobody is mailed twice on one occasion, and everybody again on the next', async () => {
  const { mail } = office()
  await mail(['human-resources'])
  expect(await mail(['human-resources', 'it-security'])).toBe(1)
  expect(await mail(['human-resources'], '2026-08')).toBe(1)
})

test('an owner without people gets no letters', async () => {
  const { mail } = office()
  expect(await mail(['procurement'])).toBe(0)
})
