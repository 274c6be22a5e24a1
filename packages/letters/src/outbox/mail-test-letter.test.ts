import { seededIds } from '@wayproof/survey/testing/seeded-chance'
import { expect, test } from 'vitest'
import { memoryOutbox } from '../testing/memory-outbox.ts'
import { type MailTestLetter, mailTestLetter } from './mail-test-letter.ts'

const command: MailTestLetter = {
  to: { id: 'officer-1' },
  kind: 'survey-invitation',
  locale: 'zh-CN',
  period: '2026-H1',
  closesOn: '2026-07-31',
  smallestGroup: 5,
  improvements: [{ 'zh-CN': '少要一点', en: 'ask for less' }],
}

test('an officer gets the letter of travelers, marked as a test, with the improvements in its language', async () => {
  const outbox = memoryOutbox()
  await mailTestLetter({ outbox, clock: { now: () => 7 }, ids: seededIds('test') }, command)
  const data = { period: '2026-H1', closesOn: '2026-07-31', smallestGroup: 5, improvements: ['少要一点'], test: true }
  expect(outbox.letters).toMatchObject([
    {
      letter: { kind: 'survey-invitation', locale: 'zh-CN', data },
      recipient: { kind: 'user', id: 'officer-1' },
      at: 7,
    },
  ])
})

test('each request sends a new letter, whose link belongs to no invitation and no traveler', async () => {
  const outbox = memoryOutbox()
  const ids = seededIds('test')
  for (const _ of [1, 2]) await mailTestLetter({ outbox, clock: { now: () => 7 }, ids }, command)
  const made = outbox.letters.map(({ letter }) => letter.data as { invitationId: string; travelerId: string })
  expect(new Set(made.flatMap(({ invitationId, travelerId }) => [invitationId, travelerId])).size).toBe(4)
})
