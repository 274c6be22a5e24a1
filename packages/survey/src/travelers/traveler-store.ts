import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { insertUserAct } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import { suppressAddress, undoUnsubscribe } from '@wayproof/journal/outbox/suppress-address'
import {
  countEligibleByLanguage,
  countFrame,
  frameProvenance,
  registeredTravelers,
} from '../opening/rows/read-frame.ts'
import type { SurveyStore } from '../ports.ts'
import { eraseTraveler } from './erase-traveler-rows.ts'
import { type StagingDeps, stageTravelers } from './stage-travelers.ts'

export type TravelerStore = Pick<
  SurveyStore,
  | 'stageTravelers'
  | 'registeredTravelers'
  | 'countFrame'
  | 'countEligibleByLanguage'
  | 'frameProvenance'
  | 'suppressAddress'
  | 'wantsNoLetters'
  | 'isUnsubscribed'
  | 'undoUnsubscribe'
  | 'eraseTraveler'
>

interface TravelerDeps extends StagingDeps {
  readonly journal?: Journal
}

const HAS_TRAVELER = 'SELECT 1 AS found FROM traveler WHERE email_key = @emailKey'

const WANTS_NONE = `SELECT 1 AS found FROM suppression WHERE email_key = @emailKey AND reason <> 'bounced'`

const UNSUBSCRIBED = `SELECT 1 AS found FROM suppression WHERE email_key = @emailKey AND reason = 'unsubscribed'`

export function travelerStore(database: StoreDatabase, deps: TravelerDeps): TravelerStore {
  let files = 0
  const queries: QueryDatabase = database
  return {
    stageTravelers: (mostListed) => {
      files += 1
      return stageTravelers(database, { name: `staged_traveler_${files}`, told: mostListed }, deps)
    },
    eraseTraveler: (erasure) => eraseTraveler(database, erasure, deps.journal),
    registeredTravelers: () => registeredTravelers(queries.query),
    countFrame: (frame) => countFrame(queries.query, frame),
    frameProvenance: (frame) => frameProvenance(queries.query, frame),
    countEligibleByLanguage: (frame) => countEligibleByLanguage(queries.query, frame),
    suppressAddress: (emailKey, reason, at) =>
      queries.write(async (query) => {
        await suppressAddress(query, emailKey, reason, at)
        await insertUserAct(query, { act: 'address-suppressed' })
        if (reason === 'unsubscribed' || reason === 'objected') deps.journal?.record({ kind: reason, emailKey, at })
        return (await query.get(HAS_TRAVELER, { emailKey })) !== undefined
      }),
    wantsNoLetters: async (emailKey) => (await queries.query.get(WANTS_NONE, { emailKey })) !== undefined,
    isUnsubscribed: async (emailKey) => (await queries.query.get(UNSUBSCRIBED, { emailKey })) !== undefined,
    undoUnsubscribe: (emailKey, at) =>
      queries.write(async (query) => {
        if ((await undoUnsubscribe(query, emailKey)) > 0)
          deps.journal?.record({ kind: 'unsubscribe-undone', emailKey, at })
      }),
  }
}
