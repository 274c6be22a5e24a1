import type { EligibleTraveler, FrameOf, Skip, SurveyStore } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import { suppressAddress } from '../suppress-address.ts'
import type { PackingDeps } from '../travelers/chunk-packer.ts'
import { stageTravelers } from '../travelers/stage-travelers.ts'
import { lettersSince } from './contact-budget.ts'
import { eraseTraveler } from './erase-traveler.ts'

export type TravelerStore = Pick<
  SurveyStore,
  | 'stageTravelers'
  | 'registeredTravelers'
  | 'eligibleTravelers'
  | 'skippedTravelers'
  | 'suppressAddress'
  | 'eraseTraveler'
>

const TRAVELLED = 'last_trip >= @first AND (@last IS NULL OR last_trip <= @last)'

/** The first reason that keeps a traveler out, or null; in the order of the coverage ladder. */
const WHY_NOT = `CASE WHEN adult = 0 THEN 'not-adult' WHEN basis_holds = 0 THEN 'no-basis' ELSE COALESCE(
  (SELECT suppression.reason FROM suppression WHERE suppression.email_key = traveler.email_key),
  CASE WHEN ${lettersSince('traveler.id')} >= @letterLimit THEN 'budget' END) END`

const bound = ({ months, budgetFrom, letterLimit }: FrameOf) => ({ ...months, budgetFrom, letterLimit })

export function travelerStore(database: Database, deps: PackingDeps): TravelerStore {
  let files = 0
  return {
    stageTravelers: (told) => {
      files += 1
      return stageTravelers(database, { name: `staged_traveler_${files}`, told }, deps)
    },
    eraseTraveler: (erasure) => eraseTraveler(database, erasure),
    registeredTravelers: async () => database.read<{ n: number }>('SELECT COUNT(*) AS n FROM traveler').get()?.n ?? 0,
    eligibleTravelers: async (frame) =>
      database
        .read<EligibleTraveler>(
          `SELECT id, locale, trip_type AS tripType, channel, region FROM traveler WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL`,
        )
        .all(bound(frame)),
    skippedTravelers: async (frame) =>
      database
        .read<Skip>(
          `SELECT 'invitation' AS stage, reason, COUNT(*) AS count FROM
             (SELECT ${WHY_NOT} AS reason FROM traveler WHERE ${TRAVELLED})
           WHERE reason IS NOT NULL GROUP BY reason ORDER BY count DESC, reason`,
        )
        .all(bound(frame)),
    suppressAddress: (emailKey, reason, at) =>
      database.write((sql) => {
        suppressAddress(sql, emailKey, reason, at)
        return sql('SELECT 1 FROM traveler WHERE email_key = ?').get(emailKey) !== undefined
      }),
  }
}
