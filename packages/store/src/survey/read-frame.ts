import type { EligibleTraveler, FrameOf, Skip } from '@wayproof/survey'
import type { ReadSql } from '../sqlite/sql.ts'
import { lettersSince } from './contact-budget.ts'

const TRAVELLED = 'last_trip >= @first AND (@last IS NULL OR last_trip <= @last)'

/** The first reason that keeps a traveler out, or null; in the order of the coverage ladder. */
const WHY_NOT = `CASE WHEN adult = 0 THEN 'not-adult' WHEN basis_holds = 0 THEN 'no-basis' ELSE COALESCE(
  (SELECT suppression.reason FROM suppression WHERE suppression.email_key = traveler.email_key),
  CASE WHEN ${lettersSince('traveler.id')} >= @letterLimit THEN 'budget' END) END`

const ELIGIBLE = `SELECT id, locale, trip_type AS tripType, channel, region FROM traveler
  WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL`

const SKIPPED = `SELECT 'invitation' AS stage, reason, COUNT(*) AS count FROM
    (SELECT ${WHY_NOT} AS reason FROM traveler WHERE ${TRAVELLED})
  WHERE reason IS NOT NULL GROUP BY reason ORDER BY count DESC, reason`

const bound = ({ months, budgetFrom, letterLimit }: FrameOf) => ({ ...months, budgetFrom, letterLimit })

// `sql` may be a read or a transaction.

export const eligibleTravelers = (sql: ReadSql, frame: FrameOf): readonly EligibleTraveler[] =>
  sql<EligibleTraveler>(ELIGIBLE).all(bound(frame))

export const skippedTravelers = (sql: ReadSql, frame: FrameOf): readonly Skip[] => sql<Skip>(SKIPPED).all(bound(frame))

export const registeredTravelers = (sql: ReadSql): number =>
  sql<{ n: number }>('SELECT COUNT(*) AS n FROM traveler').get()?.n ?? 0
