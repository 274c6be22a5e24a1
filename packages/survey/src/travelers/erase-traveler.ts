import { dateAt, fail, type Outcome, ok, parseEmail } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { addressKey } from './address-key.ts'
import type { Erasure, ErasureOf } from './erasure.ts'
import { normaliseText } from './traveler.ts'

/** The person who asks is known by one or the other. */
export type EraseTraveler = { readonly customerNumber: string } | { readonly email: string }

/**
 * Deletes a person from the sampling frame, the invitations, the outbox and the ledger, and keeps a keyed hash of the
 * address alone, so that no import brings it back: also of an address that nobody has yet. Answers stay: they cannot be
 * tied to the person. It cannot be undone.
 */
export async function eraseTraveler(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  command: EraseTraveler,
): Promise<Outcome<Erasure, { readonly code: 'email-invalid' | 'traveler-unknown' }>> {
  const who = whoIs(ports, command)
  if (who === null) return fail('email-invalid')
  const at = ports.clock.now()
  const erasure = await ports.store.eraseTraveler({ who, at, day: dateAt(at, ports.timeZone) })
  return erasure ? ok(erasure) : fail('traveler-unknown')
}

function whoIs({ keyring }: Pick<SurveyPorts, 'keyring'>, command: EraseTraveler): ErasureOf['who'] | null {
  if ('customerNumber' in command) return { customerNumber: normaliseText(command.customerNumber) }
  const email = parseEmail(command.email)
  return email === null ? null : { emailKey: addressKey(keyring, email) }
}
