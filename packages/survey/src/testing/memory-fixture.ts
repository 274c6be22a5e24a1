import type { Locale } from '@wayproof/kernel/people/locale'
import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import type { ActingPerson } from '@wayproof/kernel/people/second-person'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import type { Answer } from '../answers/answer.ts'
import { newReceipt } from '../answers/receipt.ts'
import { recordAnswer } from '../answers/record-answer.ts'
import { linkToken } from '../links/invitation-link.ts'
import type { SurveyPorts } from '../ports.ts'
import { memorySurveyStore } from './memory/memory-survey-store.ts'
import { emptyMemory, type SurveyMemory } from './memory/survey-memory.ts'
import { seededIds, seededTokens } from './seeded-chance.ts'
import { SMALL_WAVES } from './small-waves.ts'

const TEST_KEYRING = keyring(new Uint8Array(32).fill(5))

/** A survey in memory, with a clock that the test sets. */
export interface MemoryFixture {
  readonly memory: SurveyMemory
  readonly ports: SurveyPorts
  setNow(iso: string): void
}

/** An empty survey at 09:00 on 1 July 2026 in Shanghai. */
export function memoryFixture(): MemoryFixture {
  const memory = emptyMemory()
  const ids = seededIds('ids')
  let now = Date.parse('2026-07-01T01:00:00Z')
  const ports: SurveyPorts = {
    store: memorySurveyStore(memory, { ids, keyring: TEST_KEYRING }),
    clock: { now: () => now },
    ids,
    tokens: seededTokens('tokens'),
    keyring: TEST_KEYRING,
    timeZone: 'Asia/Shanghai',
    rules: { version: '2026-1', minimumForStatus: 100, smallestGroup: 5 },
    ...SMALL_WAVES,
  }
  const setNow = (iso: string) => {
    now = Date.parse(iso)
  }
  return { memory, ports, setNow }
}

/** An officer whose appointment is confirmed. */
export const officerAt = (id: string, email: string, confirmed = true): ActingPerson => {
  return { id, name: email, mailbox: mailboxHash(TEST_KEYRING, email), confirmed }
}

/** The survey links of a memory's invitations, in the order of their IDs. */
export const surveyLinks = ({ memory, ports }: MemoryFixture, locale: Locale = 'zh-CN'): string[] =>
  [...memory.invitations.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, generation }) => linkToken(ports.keyring, { invitationId: id, generation: generation ?? 0, locale }))

/** Marks every queued letter as sent now. */
export function sendLetters({ memory, ports }: MemoryFixture): void {
  for (const letter of memory.letters)
    if (letter.state === 'queued') Object.assign(letter, { state: 'sent', sentAt: ports.clock.now() })
}

/** Answers the survey behind a link and returns the receipt code. */
export async function answerLink(
  { ports }: MemoryFixture,
  token: string,
  { values = { overall: '4' }, comment = null }: Partial<Answer> = {},
): Promise<string> {
  const receipt = newReceipt(ports.tokens)
  const fields = { ...values, ...(comment !== null && { improve: comment }) }
  const outcome = await recordAnswer(ports, { token, receipt, locale: 'en', fields })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return receipt
}
