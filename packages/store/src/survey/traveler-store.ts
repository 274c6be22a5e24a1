import type { EligibleTraveler, SurveyStore } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import { eraseTraveler } from './erase-traveler.ts'
import { importTravelers } from './import-travelers.ts'

export type TravelerStore = Pick<
  SurveyStore,
  'importTravelers' | 'eligibleTravelers' | 'suppressTraveler' | 'eraseTraveler'
>

export function travelerStore(database: Database): TravelerStore {
  return {
    importTravelers: (file, travelers) => importTravelers(database, file, travelers),
    eraseTraveler: (erasure) => eraseTraveler(database, erasure),
    eligibleTravelers: async ({ first, last }) =>
      database
        .read<EligibleTraveler>(
          `SELECT id, locale, trip_type AS tripType, channel, region FROM traveler
           WHERE adult = 1 AND last_trip >= ? AND (? IS NULL OR last_trip <= ?)
             AND NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.email_key = traveler.email_key)`,
        )
        .all(first, last, last),
    suppressTraveler: (travelerId, reason, at) =>
      database.write((sql) => {
        const traveler = sql<{ email_key: Uint8Array }>('SELECT email_key FROM traveler WHERE id = ?').get(travelerId)
        if (!traveler) return false
        sql('INSERT INTO suppression (email_key, reason, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
          traveler.email_key,
          reason,
          at,
        )
        return true
      }),
  }
}
