import { LOCALES } from '@wayproof/kernel/people/locale'
import { systemClock, systemIds } from '@wayproof/kernel/system'
import { type FixturePlace, withFixtureStore } from '../fixtures/fixture-store.ts'

const INVITED_MS = 60_000

/** Adds `count` executives, who read every edition, half of them in each language. */
export async function addReaders(place: FixturePlace, count: number): Promise<void> {
  await withFixtureStore(place, async ({ store }) => {
    for (let nth = 0; nth < count; nth += 1) {
      const now = systemClock.now()
      const id = systemIds.next()
      const locale = LOCALES[nth % LOCALES.length] ?? 'en'
      const email = `reader-${nth}@bench.example`
      const times = { createdAt: now, expiresAt: now + INVITED_MS }
      await store.people.invite({ id, email, role: 'executive', locale, invitedBy: null, ...times })
      const account = { userId: systemIds.next(), accountId: systemIds.next(), passwordHash: '' }
      const accepted = await store.people.accept(
        { invitationId: id, name: `Reader ${nth}`, email: null, locale, ...account },
        now,
      )
      if (!accepted.ok) throw new Error(accepted.fault.code)
    }
  })
}
