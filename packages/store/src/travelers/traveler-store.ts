import type { SurveyStore } from '@wayproof/survey'
import type { Journal } from '../backup/journal.ts'
import type { ReadSql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { countFrame, registeredTravelers } from '../opening/read-frame.ts'
import { suppressAddress } from '../outbox/suppress-address.ts'
import { eraseTraveler } from './erase-traveler.ts'
import { type StagingDeps, stageTravelers } from './stage-travelers.ts'

export type TravelerStore = Pick<
  SurveyStore,
  'stageTravelers' | 'registeredTravelers' | 'countFrame' | 'suppressAddress' | 'wantsNoLetters' | 'eraseTraveler'
>

interface TravelerDeps extends StagingDeps {
  readonly journal?: Journal
}

export function travelerStore(database: SqliteDatabase, deps: TravelerDeps): TravelerStore {
  let files = 0
  const read: ReadSql = (text) => database.read(text)
  return {
    stageTravelers: (told) => {
      files += 1
      return stageTravelers(database, { name: `staged_traveler_${files}`, told }, deps)
    },
    eraseTraveler: (erasure) => eraseTraveler(database, erasure, deps.journal),
    registeredTravelers: () => registeredTravelers(database.query),
    countFrame: (frame) => countFrame(database.query, frame),
    suppressAddress: (emailKey, reason, at) =>
      database.write(async (sql) => {
        await suppressAddress(sql, emailKey, reason, at)
        if (reason === 'unsubscribed' || reason === 'objected') deps.journal?.record({ kind: reason, emailKey, at })
        return sql('SELECT 1 FROM traveler WHERE email_key = ?').get(emailKey) !== undefined
      }),
    wantsNoLetters: async (emailKey) =>
      read(`SELECT 1 FROM suppression WHERE email_key = ? AND reason <> 'bounced'`).get(emailKey) !== undefined,
  }
}
