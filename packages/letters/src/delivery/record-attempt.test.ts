import { expect, test } from 'vitest'
import type { ClaimedLetter } from '../outbox/outbox.ts'
import { sampleLetters } from '../testing/sample-letters.ts'
import type { EndedAttempt } from './attempt-letter.ts'
import { type RecordPorts, recordAttempt } from './record-attempt.ts'

const NOW = 1000
const DAY = 86_400_000

/** Records an attempt and returns what the outbox stored. */
async function recorded(outcome: EndedAttempt['outcome'], attempt = 1, firstWait = 10_000) {
  const stored: unknown[] = []
  const mark =
    (name: string) =>
    async ({ id }: Pick<ClaimedLetter, 'id'>, ...values: unknown[]) => {
      stored.push([name, id, ...values])
      return true
    }
  const outbox: RecordPorts['outbox'] = {
    markSent: mark('sent'),
    markWritten: mark('written'),
    markFailed: mark('failed'),
    markDeferred: mark('deferred'),
    markSuppressed: mark('suppressed'),
  }
  const [letter] = sampleLetters('en')
  if (!letter) throw new Error('no sample letter')
  const claimed = { id: 'letter-1', fence: 1, attempt, to: 'ann@traveler.example', letter }
  const counted = await recordAttempt({ outbox, clock: { now: () => NOW }, firstWait }, claimed, {
    outcome,
    reply: '451 later',
  })
  return { counted, stored }
}

test.each(['sent', 'written', 'failed'] as const)(
  'a letter that is %s is stored with the reply and the time',
  async (as) => {
    expect(await recorded(as)).toEqual({ counted: as, stored: [[as, 'letter-1', '451 later', NOW]] })
  },
)

test('a suppressed letter is stored without a reply, because nobody was asked', async () => {
  expect(await recorded('suppressed')).toEqual({ counted: 'suppressed', stored: [['suppressed', 'letter-1', NOW]] })
})

test('a deferred letter is tried again after a wait that grows with its attempts', async () => {
  const due = async (attempt: number) => (await recorded('deferred', attempt)).stored
  expect(await due(1)).toEqual([['deferred', 'letter-1', '451 later', NOW, NOW + 10_000]])
  expect(await due(2)).toEqual([['deferred', 'letter-1', '451 later', NOW, NOW + 30_000]])
})

test('a letter that would wait longer than three days fails and is counted as failed', async () => {
  expect(await recorded('deferred', 4, DAY)).toEqual({
    counted: 'failed',
    stored: [['failed', 'letter-1', '451 later', NOW]],
  })
  expect(await recorded('deferred', 3, DAY)).toMatchObject({ counted: 'deferred' })
})
