import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import type { Past } from './open-past.ts'

const LETTERS_AT_ONCE = 500
const LEASE_MS = 60_000
const REPLY = '250 accepted'
/** Letters of a wave leave only while a survey app with its key runs. */
const SURVEY_APP = 'past'

/** Takes every due letter from the outbox, as a mail server that accepts all of them, and returns them. */
export async function deliverAll({ store, clock }: Past): Promise<readonly ClaimedLetter[]> {
  const { outbox, surveyInstances } = store
  const delivered: ClaimedLetter[] = []
  await surveyInstances?.report(SURVEY_APP)
  for (;;) {
    const now = clock.now()
    const letters = await outbox.claim(LETTERS_AT_ONCE, now, now + LEASE_MS)
    if (letters.length === 0) break
    for (const letter of letters) await outbox.markSent(letter, REPLY, now)
    delivered.push(...letters)
  }
  await surveyInstances?.leave(SURVEY_APP)
  return delivered
}
