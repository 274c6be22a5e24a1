import { accountStore } from '@wayproof/accounts/accounts/account-store'
import { apiKeyStore } from '@wayproof/accounts/accounts/api-key-store'
import { peopleStore } from '@wayproof/accounts/accounts/people-store'
import { organisationStore } from '@wayproof/accounts/organisation/organisation-store'
import { programmeStartStore } from '@wayproof/accounts/organisation/programme-start'
import { passwordResetStore } from '@wayproof/accounts/sign-in/password-reset-store'
import { secondFactorStore } from '@wayproof/accounts/sign-in/second-factor-store'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { emptyMonthStore } from '@wayproof/evidence/empty-months/empty-month-store'
import { evidenceStore } from '@wayproof/evidence/imports/evidence-store'
import { rowStore } from '@wayproof/evidence/registers/row-store'
import { importText } from '@wayproof/evidence/testing/import-ports'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds } from '@wayproof/kernel/system'
import { editionSettings } from '@wayproof/letters/editions/edition-records'
import { ruleChangeStore } from '@wayproof/scorecard/rules/rule-change-store'
import { programmeStore } from '@wayproof/survey/opening/programme-store'
import { eraseTraveler } from '@wayproof/survey/travelers/erase-traveler-rows'
import { auditLogStore } from '../audit-log-store.ts'
import { ACCOUNT_ACTS } from './logged-account-acts.ts'
import { at, by, type LoggedAct, mailbox, who } from './logged-act.ts'
import { CASE_ACTS } from './logged-case-acts.ts'
import { EVIDENCE_ACTS } from './logged-evidence-acts.ts'
import { SURVEY_ACTS } from './logged-survey-acts.ts'

const keys = keyring(new Uint8Array(32))
const moments = { createdAt: at - 1_000, expiresAt: at + 1_000 }

const people = (database: StoreDatabase) => peopleStore(database, { keyring: keys })
const resets = (database: StoreDatabase) => passwordResetStore(database, { ids: systemIds, keyring: keys })
const invitation = { id: 'i', email: 'new@x.example', role: 'auditor', locale: 'en', invitedBy: 'lin' } as const
const apiKey = { id: 'k', name: 'HR', scopes: ['training:write'], createdById: 'lin', createdBy: 'Lin' } as const
const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2024-01-01' }
const settings = { workingDays: 3, preliminary: false, approval: false, monthly: true, quarterly: true } as const
const what = { kind: 'setting', setting: 'smallest-group', value: 12, appliesFrom: '2027-H1' } as const
const change = { id: 'c', what, reason: 'r', document: null, proposedBy: by, proposedAt: at, decision: null }

const importBookings = (database: StoreDatabase) =>
  importText(database, 'bookings', 'month,channel,count\n2025-01,web,1200\n')
const propose = (database: StoreDatabase) =>
  ruleChangeStore(database).propose(
    change as unknown as Parameters<ReturnType<typeof ruleChangeStore>['propose']>[0],
    mailbox,
  )
const confirmMonth = (database: StoreDatabase) =>
  emptyMonthStore(database, 'UTC').confirm({ register: 'incidents', month: '2025-01', by: 'Lin', at })
const invite = (database: StoreDatabase) => people(database).invite({ ...invitation, ...moments })
const makeKey = (database: StoreDatabase) =>
  apiKeyStore(database).create({ ...apiKey, scopes: [], createdAt: at, keyHash: mailbox })
const saveOrganisation = (database: StoreDatabase) =>
  organisationStore(database).save({ ...organisation, baselineYear: null, sample: false })

/** Acts of the stores, each of which writes its entry in its own transaction. The user `lin` acts. */
export const LOGGED_ACTS: readonly LoggedAct[] = [
  {
    act: 'signed-in',
    of: 'a user',
    carryOut: (database) => accountStore(database).signedIn('lin', { on: '2026-07-01', at, factor: false }),
  },
  { act: 'invited', of: 'an address', carryOut: invite },
  {
    act: 'invitation-withdrawn',
    of: 'an open invitation',
    first: invite,
    carryOut: (database) => people(database).revoke({ id: 'i', by }, at),
  },
  {
    act: 'joined',
    of: 'an invited person',
    actor: 'u',
    first: invite,
    carryOut: (database) =>
      people(database).accept(
        { invitationId: 'i', userId: 'u', accountId: 'a', name: 'Mo', email: null, passwordHash: 'h', locale: 'en' },
        at,
      ),
  },
  {
    act: 'role-changed',
    of: 'a user',
    carryOut: (database) => people(database).changeRole({ id: 'ma', role: 'auditor', appointment: null }, at),
  },
  { act: 'user-removed', of: 'a user', carryOut: (database) => people(database).revoke({ id: 'ma', by }, at) },
  {
    act: 'password-reset',
    of: 'a user',
    first: (database) => resets(database).recover('lin@x.example', { id: 'r', ...moments }),
    carryOut: (database) => resets(database).use('r', 'hash', at),
  },
  {
    act: 'second-factor-reset',
    of: 'a user',
    first: (database) =>
      secondFactorStore(database).askReset({ id: 's', user: { ...by, id: 'ma', mailbox }, by: who, at }),
    carryOut: (database) => secondFactorStore(database).confirmReset('s', by, at),
  },
  { act: 'key-made', of: 'an outside system', carryOut: makeKey },
  {
    act: 'key-ended',
    of: 'a valid key',
    first: makeKey,
    carryOut: (database) => apiKeyStore(database).revoke('k', at),
  },
  { act: 'setting-changed', of: 'the organization', carryOut: saveOrganisation },
  {
    act: 'setting-changed',
    of: 'the first day of the program',
    first: saveOrganisation,
    carryOut: (database) => programmeStartStore(database).correct({ to: '2025-01-01', reason: 'r', at, by: 'Lin' }),
  },
  {
    act: 'setting-changed',
    of: 'the program',
    carryOut: async (database) => {
      const programme = programmeStore(database)
      await programme.saveProgramme({ ...(await programme.programme()), daysOpen: 20 })
    },
  },
  {
    act: 'setting-changed',
    of: 'editions',
    carryOut: (database) => editionSettings(database).saveSettings(settings, 'Lin', at),
  },
  {
    act: 'setting-changed',
    of: 'the second factor of a role',
    carryOut: (database) => secondFactorStore(database).setRule({ role: 'auditor', required: true, by: 'Lin' }, at),
  },
  { act: 'rule-proposed', of: 'a setting', carryOut: propose },
  {
    act: 'rule-decided',
    of: 'a proposal',
    first: propose,
    carryOut: (database) =>
      ruleChangeStore(database).decide('c', { outcome: 'confirmed', by, at, number: 1, until: '2026-H1' }),
  },
  { act: 'imported', of: 'a register', carryOut: importBookings },
  {
    act: 'import-undone',
    of: 'a register',
    first: importBookings,
    carryOut: async (database) => {
      const [last] = await evidenceStore(database).listImports(1)
      return evidenceStore(database).undoImport({
        register: 'bookings',
        importId: last?.id ?? '',
        at,
        by: 'lin',
        reason: 'r',
      })
    },
  },
  {
    act: 'row-corrected',
    of: 'a record',
    first: importBookings,
    carryOut: (database) =>
      rowStore(database).write('bookings', { at, by: 'lin', reason: 'r' }, async () => ({
        ok: true,
        value: [{ kind: 'remove', key: '["2025-01","web"]' }],
      })),
  },
  { act: 'empty-month-confirmed', of: 'a month', carryOut: (database) => confirmMonth(database) },
  {
    act: 'empty-month-withdrawn',
    of: 'a month',
    first: async (database) => void (await confirmMonth(database)),
    carryOut: (database) => emptyMonthStore(database, 'UTC').withdraw({ register: 'incidents', month: '2025-01', at }),
  },
  {
    act: 'erased',
    of: 'an unknown address',
    carryOut: (database) =>
      eraseTraveler(database, { person: { emailKey: new Uint8Array(32) }, day: '2026-07-01', at }),
  },
  {
    act: 'exported',
    of: 'a file',
    carryOut: (database) => auditLogStore(database, { timeZone: 'UTC' }).add({ act: 'exported', at, subject: 'x' }),
  },
  ...ACCOUNT_ACTS,
  ...CASE_ACTS,
  ...EVIDENCE_ACTS,
  ...SURVEY_ACTS,
]
