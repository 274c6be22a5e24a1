import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { parseEmail } from '@wayproof/kernel/people/email'
import type { SurveyPorts } from '../ports.ts'
import { addressKey } from './address-key.ts'
import type { Erasure, ErasureOf } from './erasure.ts'
import { normaliseText } from './traveler.ts'

/** Identifies the person by customer number or address. */
export type EraseTraveler = { readonly customerNumber: string } | { readonly email: string }

/**
 * Deletes a person from the register, the invitations, the outbox and the ledger, and keeps only a keyed hash of the
 * address, so that no import restores it. Also works for an address that is not in the register. Answers remain,
 * because they cannot be linked to the person. Cannot be undone.
 */
export async function eraseTraveler(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  command: EraseTraveler,
): Promise<Outcome<Erasure, { readonly code: 'email-invalid' | 'traveler-unknown' }>> {
  const person = personOf(ports, command)
  if (person === null) return fail('email-invalid')
  const at = ports.clock.now()
  const erasure = await ports.store.eraseTraveler({ person, at, day: dateAt(at, ports.timeZone) })
  return erasure ? ok(erasure) : fail('traveler-unknown')
}

function personOf({ keyring }: Pick<SurveyPorts, 'keyring'>, command: EraseTraveler): ErasureOf['person'] | null {
  if ('customerNumber' in command) return { customerNumber: normaliseText(command.customerNumber) }
  const email = parseEmail(command.email)
  return email === null ? null : { emailKey: addressKey(keyring, email) }
}
