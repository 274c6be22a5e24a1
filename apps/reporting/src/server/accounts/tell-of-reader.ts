import { type Person, READER_ROLES } from '@wayproof/accounts/accounts/person'
import type { Services } from '../trpc/context.ts'

/**
 * Tells each officer, and the person, by letter that somebody can read figures from now on. An administrator reads
 * none. The first officer, who set the installation up, is told nothing: there is nobody else yet.
 */
export async function tellOfReader(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { id, name, role }: Pick<Person, 'id' | 'name' | 'role'>,
): Promise<void> {
  if (!READER_ROLES.includes(role)) return
  const now = clock.now()
  const told = (await store.people.list()).filter((user) => user.id === id || user.role === 'officer')
  if (told.every((user) => user.id === id)) return
  const letters = told.map((user) => ({
    letter: {
      kind: 'reader-added' as const,
      locale: user.locale,
      data: { personId: id, name, role, own: user.id === id },
    },
    recipient: { kind: 'user' as const, id: user.id },
    dedupeKey: `reader-added:${id}:${now}:${user.id}`,
  }))
  await store.outbox.post(letters, now)
}
