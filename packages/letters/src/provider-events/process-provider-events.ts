import type { Instant } from '@wayproof/kernel/clock'
import { parseEmail } from '@wayproof/kernel/people/email'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { addressMark, type BouncedLetter, readBounceAddress } from '../bounces/bounce-address.ts'
import type { MailReportPorts } from '../bounces/process-mail-report.ts'
import { readMailgunEvents } from './mailgun-events.ts'
import { readPostmarkEvents } from './postmark-events.ts'
import type { ProviderEvent, ReadEvent } from './provider-event.ts'
import { readSendgridEvents } from './sendgrid-events.ts'
import { readSesEvents } from './ses-events.ts'

export { textAt } from './provider-event.ts'
export { readSnsSubscription } from './ses-events.ts'

const READERS = {
  ses: readSesEvents,
  sendgrid: readSendgridEvents,
  postmark: readPostmarkEvents,
  mailgun: readMailgunEvents,
} as const satisfies Readonly<Record<string, (body: unknown) => readonly ReadEvent[]>>

/** An email provider that reports bounces and complaints in its own JSON. */
export type Provider = keyof typeof READERS

export const isProvider = (name: string): name is Provider => Object.hasOwn(READERS, name)

/** `taken`: bounces and complaints about letters of ours, new or repeated. */
export interface EventCounts {
  readonly taken: number
  readonly ignored: number
  readonly unreadable: number
}

/** Processes the events in the body of an authenticated call. A failure to store one rejects; a repeat changes nothing. */
export async function processProviderEvents(
  { markReported, clock, keyring }: MailReportPorts,
  { provider, body }: { readonly provider: Provider; readonly body: unknown },
): Promise<EventCounts> {
  const counts = { taken: 0, ignored: 0, unreadable: 0 }
  const now = clock.now()
  for (const event of READERS[provider](body)) {
    const letter = typeof event === 'string' ? null : letterOf(keyring, event, now)
    if (typeof event !== 'string' && letter) await markReported({ ...event.notice, letter }, now)
    counts[typeof event === 'string' ? event : letter ? 'taken' : 'ignored'] += 1
  }
  return counts
}

const LETTER_ID = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:@[^@]*)?$/i

/**
 * The letter of an event: by the token of its envelope sender, else by its ID, which an authenticated provider repeats
 * from the letter that we gave it.
 */
function letterOf(keyring: Keyring, { recipient, references }: ProviderEvent, now: Instant): BouncedLetter | null {
  for (const reference of references) {
    const letter = readBounceAddress(keyring, reference, now)
    if (letter) return letter
  }
  const letterId = references.map((reference) => LETTER_ID.exec(reference)?.[1]?.toLowerCase()).find(Boolean)
  const to = parseEmail(recipient)
  return letterId && to ? { letterId, addressMark: addressMark(keyring, to) } : null
}
