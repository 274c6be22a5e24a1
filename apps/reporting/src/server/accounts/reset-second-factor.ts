import { fail, type Id, mailboxHash, type Outcome, ok, secondPersonFault } from '@wayproof/kernel'
import type { Person, SecondFactorReset } from '@wayproof/store'
import { colleagues } from '../appointments/colleagues.ts'
import { confirmersOf } from '../appointments/confirmers.ts'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'

type ResetServices = Pick<Services, 'store' | 'clock' | 'ids' | 'keyring'>

/** Faults: `person-unknown`, `no-second-factor`, `appointment-unconfirmed`, `factor-reset-waits`. */
export async function askFactorReset(
  services: ResetServices,
  { userId, actor }: { readonly userId: Id; readonly actor: Person },
): Promise<Outcome<null>> {
  const { store, clock, ids, keyring } = services
  const user = (await store.people.list()).find(({ id }) => id === userId)
  if (!user) return fail('person-unknown')
  if (!(await store.secondFactors.users()).includes(userId)) return fail('no-second-factor')
  const officer = await actingPerson(services, actor)
  const fault = secondPersonFault(officer)
  if (fault) return fail(fault)
  const reset = {
    id: ids.next(),
    user: { ...user, mailbox: mailboxHash(keyring, user.email) },
    by: officer,
    at: clock.now(),
  }
  return (await store.secondFactors.askReset(reset)) ? ok(null) : fail('factor-reset-waits')
}

/**
 * Removes the second factor of another user.
 * Faults: `factor-reset-unknown`, `own-factor-reset` (the requesting officer and the user, also with another account of
 * the same mailbox), `appointment-unconfirmed`, `not-the-confirmer`.
 */
export async function confirmFactorReset(
  services: ResetServices,
  { id, actor }: { readonly id: Id; readonly actor: Person },
): Promise<Outcome<null>> {
  const { secondFactors } = services.store
  const confirmations = await secondFactors.hands(id)
  if (confirmations.length === 0) return fail('factor-reset-unknown')
  const fault = secondPersonFault(await actingPerson(services, actor), confirmations)
  if (fault) return fail(fault === 'same-person' ? 'own-factor-reset' : fault)
  const confirmers = confirmersOf(confirmations, await colleagues(services))
  if (!confirmers.some((colleague) => colleague.id === actor.id)) return fail('not-the-confirmer')
  return (await secondFactors.confirmReset(id, actor, services.clock.now())) ? ok(null) : fail('factor-reset-unknown')
}

export interface ShownReset extends SecondFactorReset {
  /** Whether the reader may confirm it. */
  readonly mayConfirm: boolean
}

/** Open and confirmed resets, as a reader sees them. */
export async function listFactorResets(
  services: ResetServices,
  reader: Pick<Person, 'id'>,
): Promise<readonly ShownReset[]> {
  const { secondFactors } = services.store
  const users = await colleagues(services)
  const resets = await secondFactors.resets()
  return Promise.all(
    resets.map(async (reset) => {
      const confirmers = reset.confirmed ? [] : confirmersOf(await secondFactors.hands(reset.id), users)
      return { ...reset, mayConfirm: confirmers.some(({ id }) => id === reader.id) }
    }),
  )
}
