import { fail, type Instant, type Outcome, ok } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Sql } from '../engine/sql.ts'
import { barUser } from '../provider-accounts/barred-sign-in.ts'
import type { Removal } from './account.ts'
import { endAccess, lastOfficerFault } from './end-access.ts'
import type { Person } from './person.ts'

const KEEP_NAME = `INSERT INTO former_user (id, name, role, removed_at, removed_by_id, removed_by)
  VALUES (@id, @name, @role, @at, @byId, @byName)`

/** Inside a transaction: removes the account and keeps its name. Faults `person-unknown`, `last-officer`. */
export function removeAccount(sql: Sql, keyring: Keyring, { id, by }: Removal, at: Instant): Outcome<null> {
  const user = sql<Omit<Person, 'locale'>>('SELECT id, name, email, role FROM user WHERE id = ?').get(id)
  if (!user) return fail('person-unknown')
  const fault = lastOfficerFault(sql, user)
  if (fault) return { ok: false, fault }
  endAccess(sql, id, at)
  barUser(sql, keyring, user)
  const { email: _, ...former } = user
  sql(KEEP_NAME).run({ ...former, at, byId: by.id, byName: by.name })
  sql('DELETE FROM user WHERE id = ?').run(id)
  return ok(null)
}
