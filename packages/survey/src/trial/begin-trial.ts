import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { addressKey } from '../travelers/address-key.ts'
import { waveKeyCheck } from '../wave-keys/answer-cipher.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'
import { PERIOD_PREFIX, TRIAL } from './trial-columns.ts'

/** The throw-away wave of a deployment check: one invitation, whose letter goes to the operator. */
export interface NewTrial {
  /** A parsed mailbox. */
  readonly address: string
  readonly locale: Locale
  /** The half-year that its pages and its letter name. */
  readonly period: PeriodKey
  readonly questionnaire: Questionnaire
  /** Printed in the letter. */
  readonly checkCode: string
  readonly smallestGroup: number
  readonly at: Instant
  readonly closesAt: Instant
  /** The organization's day of `closesAt`. */
  readonly closesOn: string
}

export interface BegunTrial {
  readonly waveId: Id
  readonly invitationId: Id
  readonly letterId: Id
}

/** `address-known`: it belongs to a traveler, or gets no letters; the check would change that. */
export type TrialFault = { readonly code: 'wave-running' | 'address-known' }

export interface BeginDeps {
  readonly keyring: Keyring
  readonly ids: Ids
  readonly waveKeys: WaveKeys | undefined
  readonly encryptsAnswers: boolean
}

/** Writes the rows of a throw-away wave in one transaction, with its key on disk before. */
export async function beginTrial(
  database: QueryDatabase,
  { keyring, ids, waveKeys, encryptsAnswers }: BeginDeps,
  trial: NewTrial,
): Promise<Outcome<BegunTrial, TrialFault>> {
  const begun = { waveId: ids.next(), invitationId: ids.next(), letterId: ids.next() }
  const cellId = ids.next()
  return database.transaction(async (transaction) => {
    const fault = await whyNot(transaction, addressKey(keyring, trial.address))
    if (fault) return { ok: false, fault }
    const keyCheck = encryptsAnswers && waveKeys ? waveKeyCheck(waveKeys.make(begun.waveId), begun.waveId) : null
    await writeTrial(transaction, trial, { ...begun, cellId, keyCheck })
    await addAuditEntry(transaction.records, { act: 'deployment-check-begun', at: trial.at })
    return ok(begun)
  })
}

async function whyNot({ records }: QueryTransaction, emailKey: Uint8Array): Promise<TrialFault | null> {
  const bytes = Uint8Array.from(emailKey)
  if (await records.waveOpening.findFirst()) return { code: 'wave-running' }
  if (await records.wave.findFirst({ where: { status: { not: 'unlinked' } } })) return { code: 'wave-running' }
  if (await records.traveler.findUnique({ where: { emailKey: bytes } })) return { code: 'address-known' }
  return (await records.suppression.findUnique({ where: { emailKey: bytes } })) ? { code: 'address-known' } : null
}

interface TrialIds extends BegunTrial {
  readonly cellId: Id
  readonly keyCheck: Uint8Array | null
}

async function writeTrial(
  { records, query }: QueryTransaction,
  { questionnaire, smallestGroup, period, closesOn, checkCode, locale, address, ...trial }: NewTrial,
  { waveId, invitationId, letterId, cellId, keyCheck }: TrialIds,
): Promise<void> {
  const closesAt = new Date(trial.closesAt)
  await records.wave.create({
    data: {
      id: waveId,
      period: `${PERIOD_PREFIX}${period}`,
      status: TRIAL,
      mode: 'census',
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      ruleVersion: TRIAL,
      minimumForStatus: 1,
      smallestGroup,
      registeredCount: 1,
      frameCount: 1,
      invitedCount: 1,
      mergeMap: '{}',
      openedAt: new Date(trial.at),
      closesAt,
      sealedClosesAt: closesAt,
      firstReminderDays: 0,
      lastReminderDays: 0,
      letterLimit: 1,
      checklist: '{}',
      keyCheck: keyCheck && Uint8Array.from(keyCheck),
    },
  })
  const groups = { tripType: TRIAL, channel: TRIAL, region: TRIAL, language: locale }
  await records.cell.create({ data: { id: cellId, waveId, ...groups, invitedCount: 1, baseWeight: 1 } })
  // No traveler has this id.
  const invitation = { id: invitationId, waveId, travelerId: waveId, cellId, generation: 0, answered: false }
  await records.invitation.create({ data: invitation })
  const data = { invitationId, generation: 0, travelerId: waveId, period, closesOn, smallestGroup, checkCode }
  const letter = { kind: 'survey-invitation', locale, data } as const
  const recipient = { kind: 'address', id: address } as const
  await insertLetter(query, letterId, { letter, recipient, dedupeKey: `${TRIAL}:${invitationId}` }, trial.at)
}
