import { accountStore } from '@wayproof/accounts/accounts/account-store'
import { peopleStore } from '@wayproof/accounts/accounts/people-store'
import { appointmentStore } from '@wayproof/accounts/appointments/appointment-store'
import { passwordResetStore } from '@wayproof/accounts/sign-in/password-reset-store'
import { secondFactorStore } from '@wayproof/accounts/sign-in/second-factor-store'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { savedViewStore } from '@wayproof/evidence/rows/saved-view-store'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds } from '@wayproof/kernel/system'
import { deadlineStore } from '@wayproof/oversight/deadlines/deadline-store'
import { at, by, type LoggedAct, mailbox, who } from './logged-act.ts'

const keys = keyring(new Uint8Array(32))
const moments = { createdAt: at - 1_000, expiresAt: at + 1_000 }

const list = { userId: 'lin', register: 'partners' } as const

const accounts = (database: StoreDatabase) => accountStore(database)
const people = (database: StoreDatabase) => peopleStore(database, { keyring: keys })
const addSessions = async (database: StoreDatabase) => {
  const [early, late] = [new Date(at - 1_000), new Date(at + 1_000)]
  const times = { createdAt: early, updatedAt: early, expiresAt: late, userId: 'lin' }
  const { session } = await database.records()
  await session.createMany({ data: ['s1', 's2'].map((id) => ({ id, token: id, ...times })) })
}
const proposeRole = (database: StoreDatabase) =>
  people(database).changeRole({ id: 'ma', role: 'case-handler', appointment: { id: 'p', mailbox, by: who } }, at)

/** Acts on accounts that have no entry of their own in a list of accounts. */
export const ACCOUNT_ACTS: readonly LoggedAct[] = [
  {
    act: 'signed-out',
    of: 'a user',
    first: addSessions,
    carryOut: (database) => accounts(database).signedOut('lin', 's1'),
  },
  {
    act: 'sessions-ended',
    of: 'one session',
    first: addSessions,
    carryOut: (database) => accounts(database).endSession('lin', 's1'),
  },
  {
    act: 'sessions-ended',
    of: 'all other sessions',
    first: addSessions,
    carryOut: (database) => accounts(database).endOtherSessions('lin', 's1'),
  },
  {
    act: 'sessions-ended',
    of: 'another user',
    first: addSessions,
    carryOut: (database) => people(database).endSessions('lin'),
  },
  {
    act: 'password-changed',
    of: 'a user',
    first: addSessions,
    carryOut: (database) => accounts(database).passwordChanged('lin', { id: 's1', token: 't9' }),
  },
  { act: 'second-factor-set', of: 'a user', carryOut: (database) => accounts(database).secondFactorChanged(true) },
  { act: 'second-factor-removed', of: 'a user', carryOut: (database) => accounts(database).secondFactorChanged(false) },
  {
    act: 'setting-changed',
    of: 'the own profile',
    carryOut: (database) => accounts(database).save('lin', { name: 'Lin An', locale: 'zh-CN' }, at),
  },
  {
    act: 'setting-changed',
    of: 'the hour of the digest',
    carryOut: (database) => deadlineStore(database).saveDigestHour('lin', 7),
  },
  {
    act: 'setting-changed',
    of: 'a saved view of a list',
    carryOut: (database) => savedViewStore(database).save(list, { id: 'v', name: 'Mine', search: {}, at }),
  },
  {
    act: 'setting-changed',
    of: 'the name of a saved view',
    first: async (database) => void (await savedViewStore(database).save(list, { id: 'v', name: 'A', search: {}, at })),
    carryOut: (database) => savedViewStore(database).rename('lin', { id: 'v', name: 'B' }),
  },
  { act: 'appointment-proposed', of: 'a user', carryOut: proposeRole },
  {
    act: 'appointment-withdrawn',
    of: 'a user',
    first: proposeRole,
    carryOut: (database) => appointmentStore(database).withdraw('p', at),
  },
  {
    act: 'appointment-confirmed',
    of: 'a user who has the role',
    first: async (database) => {
      const row = { id: 'p', role: 'officer', userId: 'ma', name: 'ma', mailbox, appointedById: 'x', appointedBy: 'x' }
      const { appointment } = await database.records()
      await appointment.create({ data: { ...row, appointedMailbox: mailbox, appointedAt: new Date(at) } })
    },
    carryOut: (database) => appointmentStore(database).confirm('p', who, at),
  },
  {
    act: 'officer-recovery',
    of: 'an officer',
    carryOut: (database) =>
      passwordResetStore(database, { ids: systemIds, keyring: keys }).recover('ma@x.example', { id: 'r', ...moments }),
  },
  {
    act: 'second-factor-reset-asked',
    of: 'a user',
    carryOut: (database) =>
      secondFactorStore(database).askReset({ id: 's', user: { ...by, id: 'ma', mailbox }, by: who, at }),
  },
]
