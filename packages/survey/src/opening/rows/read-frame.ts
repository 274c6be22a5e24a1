import { userName } from '@wayproof/accounts/accounts/user-name'
import type { ReadQuery } from '@wayproof/database/query/query'
import { publishedLettersSince } from '../../reminders/contact-budget.ts'
import { isReminder } from '../../reminders/reminder-kind.ts'
import type { SourceCount } from '../../sampling/dominated-cells.ts'
import type { EligibleTraveler, FrameCounts, FrameOf, FrameProvenance } from '../../sampling/sampling-frame.ts'

const TRAVELLED = 'last_trip >= @first AND (CAST(@last AS TEXT) IS NULL OR last_trip <= @last)'

const COMPLAINED = "SELECT 1 FROM letter WHERE letter.recipient_id = traveler.id AND letter.state = 'complained'"

/**
 * SQL condition: the suppression was caused by a complaint about a reminder, and about no invitation, of a wave that is not
 * unlinked. Not counting the traveler would reveal that they have not answered. The suppression counts after the unlinking;
 * until then a letter to the traveler is skipped when it is due. A reminder that comes back suppresses nothing.
 */
const BY_REMINDER = `(suppression.reason = 'complained' AND EXISTS (${COMPLAINED} AND ${isReminder('letter')})
  AND NOT EXISTS (${COMPLAINED} AND letter.kind = 'survey-invitation'))`

/** SQL: the first reason that excludes a traveler, or null; in the order of the coverage ladder. */
const WHY_NOT = `CASE WHEN NOT adult THEN 'not-adult' WHEN NOT basis_holds THEN 'no-basis' ELSE COALESCE(
  (SELECT suppression.reason FROM suppression WHERE suppression.email_key = traveler.email_key AND NOT ${BY_REMINDER}),
  CASE WHEN ${publishedLettersSince('traveler.id')} >= @letterLimit THEN 'budget' END) END`

const ELIGIBLE = `SELECT id, locale, trip_type AS tripType, channel, region FROM traveler
  WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL`

const BY_LANGUAGE = `SELECT locale AS language, COUNT(*) AS count FROM traveler
  WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL GROUP BY locale`

/** SQL: travelers by the reason that excludes them; null for eligible ones. */
const COUNTED = `SELECT reason, COUNT(*) AS count FROM (SELECT ${WHY_NOT} AS reason FROM traveler WHERE ${TRAVELLED})
  GROUP BY reason ORDER BY count DESC, reason`

const bound = ({ months, budgetFrom, letterLimit }: FrameOf) => ({
  ...months,
  budgetFrom: new Date(budgetFrom),
  letterLimit,
})

export const eligibleTravelers = (query: ReadQuery, frame: FrameOf): Promise<readonly EligibleTraveler[]> =>
  query.all<EligibleTraveler>(ELIGIBLE, bound(frame))

export const registeredTravelers = async (query: ReadQuery): Promise<number> =>
  (await query.get<{ n: number }>('SELECT COUNT(*) AS n FROM traveler'))?.n ?? 0

export async function countFrame(query: ReadQuery, frame: FrameOf): Promise<FrameCounts> {
  const counted = await query.all<{ reason: string | null; count: number }>(COUNTED, bound(frame))
  return {
    eligible: counted.find(({ reason }) => reason === null)?.count ?? 0,
    skips: counted.flatMap(({ reason, count }) => (reason === null ? [] : [{ stage: 'invitation', reason, count }])),
  }
}

export async function countEligibleByLanguage(
  query: ReadQuery,
  frame: FrameOf,
): Promise<Readonly<Record<string, number>>> {
  const counted = await query.all<{ language: string; count: number }>(BY_LANGUAGE, bound(frame))
  return Object.fromEntries(counted.map(({ language, count }) => [language, count]))
}

/** SQL: eligible travelers by categories, domain and import. A public domain is one byte long. */
const BY_ORIGIN = `SELECT locale AS language, trip_type AS tripType, channel, region, mail_domain AS domain, import_id AS importId,
    COUNT(*) AS people
  FROM traveler WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL
  GROUP BY locale, trip_type, channel, region, mail_domain, import_id`

interface OriginRow extends Omit<SourceCount, 'source'> {
  readonly domain: Uint8Array | null
  readonly importId: string
}

/** People who imported travelers. Outside systems are none. */
const PEOPLE = `SELECT id, imported_by AS person FROM import_file WHERE register = 'travelers' AND NOT by_key`

/** Counts the eligible travelers of each domain that is no public one, and of each person who imported some. */
export async function frameSources(query: ReadQuery, frame: FrameOf): Promise<readonly SourceCount[]> {
  const people = await query.all<{ id: string; person: string }>(PEOPLE)
  const personOf = new Map(people.map(({ id, person }) => [id, person]))
  const origins = await query.all<OriginRow>(BY_ORIGIN, bound(frame))
  return origins.flatMap(({ domain, importId, ...counted }) => {
    const person = personOf.get(importId)
    return [
      ...(domain && domain.length > 1 ? [{ ...counted, source: `domain ${Buffer.from(domain).toString('hex')}` }] : []),
      ...(person === undefined ? [] : [{ ...counted, source: `person ${person}` }]),
    ]
  })
}

const IMPORTERS = `SELECT ${userName('imported_by')} AS by, by_key AS byKey, SUM(people) AS travelers, COUNT(*) AS imports,
    MAX(imported_at) AS lastAt
  FROM (SELECT import_id, COUNT(*) AS people FROM traveler WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL GROUP BY import_id) AS counted
    JOIN import_file ON import_file.id = counted.import_id
  GROUP BY imported_by, by_key ORDER BY travelers DESC, by`

const DOMAINS = `SELECT COALESCE(MAX(CASE WHEN length(domain) > 1 THEN people END), 0) AS largestDomain,
    COALESCE(SUM(CASE WHEN length(domain) = 1 THEN people END), 0) AS publicDomains,
    COALESCE(SUM(CASE WHEN domain IS NULL THEN people END), 0) AS unknownDomains
  FROM (SELECT mail_domain AS domain, COUNT(*) AS people FROM traveler WHERE ${TRAVELLED} AND ${WHY_NOT} IS NULL
    GROUP BY mail_domain) AS counted`

type Importer = FrameProvenance['importers'][number]

export async function frameProvenance(query: ReadQuery, frame: FrameOf): Promise<FrameProvenance> {
  const rows = await query.all<Omit<Importer, 'byKey'> & { byKey: number | boolean }>(IMPORTERS, bound(frame))
  const domains = await query.get<Omit<FrameProvenance, 'importers'>>(DOMAINS, bound(frame))
  if (!domains) throw new Error('a count has one row')
  return { importers: rows.map((row) => ({ ...row, byKey: Boolean(row.byKey) })), ...domains }
}
