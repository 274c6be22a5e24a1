import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import { NOTICE_DUTIES } from '@wayproof/evidence/notices/notice-duty'
import { surfaceState } from '@wayproof/evidence/policy-watch/surface-state'
import { isPresent, ofTable, periodParameters, rowsOfPeriod } from '@wayproof/evidence/registers/rows-of-period'
import { addDays, addMonths, type CalendarDate, earlier, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, type Period, periodKey, previousPeriod, quartersOf } from '@wayproof/kernel/calendar/period'
import { areCasesPublished, areReportsPublished } from '../cases/case-gate.ts'
import type { QuarterFacts } from '../facts.ts'
import { CHECKED_MONTHS, WATCHED_MONTHS } from '../measures/indicator.ts'
import type { IndicatorFacts } from '../measures/indicator-facts.ts'
import { bookedMonths } from './booked-months.ts'
import { checkedRows } from './checked-rows.ts'
import { findingFacts } from './finding-facts.ts'
import { incidentParameters, UNDECIDED } from './incident-facts.ts'
import { lastEvidence } from './last-evidence.ts'
import { PARTNERS_IN_SCOPE, partnerFacts } from './partner-facts.ts'
import { publicationParameters } from './publication-facts.ts'
import { rightsFacts } from './rights-facts.ts'
import { surveyFacts } from './survey/survey-facts.ts'
import { type FactDeps, trainingFacts } from './training-facts.ts'
import { whistleFacts } from './whistle-facts.ts'

/** The tables from which the counts and the rows behind them are taken. */
export const indicatorBase = (dialect: Dialect): string => `
WITH ${rowsOfPeriod(dialect, PARTNERS_IN_SCOPE)},
  in_force AS (
    SELECT version FROM policy_version WHERE coalesce(effective_on, approved_on) <= @asOf
    ORDER BY coalesce(effective_on, approved_on) DESC, version DESC LIMIT 1
  ),
  point AS (
    SELECT point_id, min(form) AS form,
      count(*) = count(*) FILTER (WHERE checked_on >= @checkedFrom AND notice_version = (SELECT version FROM in_force)) AS current,
      count(*) = count(*) FILTER (WHERE checked_on >= @checkedFrom AND (needed OR NOT mandatory)) AS minimal
    FROM (${checkedRows(dialect, 'collection-points')}) form GROUP BY point_id
  ),
  system_with_data AS (
    SELECT id, name, checked_on >= @checkedFrom AND encrypted_at_rest AND encrypted_in_transit AS encrypted
    FROM (${checkedRows(dialect, 'systems')}) checked_system WHERE customer_data
  ),
  partner_due AS (
    SELECT p.id, p.name, EXISTS (
      SELECT 1 FROM partner_agreement a WHERE a.partner_id = p.id AND a.signed_on <= @asOf
        AND (a.expires_on IS NULL OR a.expires_on >= @asOf)
    ) AS signed
    FROM period_row p WHERE ${isPresent(PARTNERS_IN_SCOPE, ofTable('p'))}
  ),
  month(name) AS (SELECT value FROM ${dialect.listed('@months')}),
  quarter(first, last) AS (SELECT substr(value, 1, 10), substr(value, 12) FROM ${dialect.listed('@quarters')})`

// One row of counts. A null count means that the register is empty, which differs from zero.
const counts: Statement = (dialect) => `${indicatorBase(dialect)}
SELECT
  (SELECT max(approved_on) FROM policy_version WHERE approved_on <= @asOf) AS policyApprovedOn,
  (SELECT nullif(count(*), 0) FROM point) AS points,
  (SELECT count(*) FROM point WHERE current) AS pointsCurrent,
  (SELECT count(*) FROM point WHERE minimal) AS pointsMinimal,
  EXISTS (SELECT 1 FROM incident) OR EXISTS (SELECT 1 FROM import_file WHERE register = 'incidents') AS incidents,
  (SELECT count(*) FROM incident WHERE ${UNDECIDED(dialect)}) AS undecided,
  EXISTS (SELECT 1 FROM security_assessment) AS assessed,
  (SELECT count(*) FROM security_assessment
    WHERE full_scope AND substr(performed_on, 1, 4) = @year AND performed_on <= @asOf) AS assessments,
  EXISTS (SELECT 1 FROM security_scan) AS scanned,
  (SELECT count(*) FROM month WHERE EXISTS (SELECT 1 FROM security_scan
    WHERE kind = 'full-scan' AND substr(performed_on, 1, 7) = month.name AND performed_on <= @asOf)) AS monthsScanned,
  EXISTS (SELECT 1 FROM security_scan WHERE kind = 'full-scan' AND performed_on <= @asOf) AS fullyScanned,
  (SELECT count(*) FROM security_scan
    WHERE kind = 'penetration-test' AND substr(performed_on, 1, 4) = @year AND performed_on <= @asOf) AS penetrationTests,
  (SELECT nullif(count(*), 0) FROM system) AS systems,
  (SELECT count(*) FROM system_with_data) AS systemsWithData,
  (SELECT count(*) FROM system_with_data WHERE encrypted) AS systemsEncrypted,
  EXISTS (SELECT 1 FROM training_session) AS sessions,
  (SELECT count(*) FROM quarter WHERE EXISTS (
    SELECT 1 FROM training_session WHERE held_on BETWEEN first AND last AND held_on <= @asOf)) AS sessionsHeld,
  EXISTS (SELECT 1 FROM exam_attempt) AS exams,
  (SELECT count(*) FROM improvement WHERE period = @period AND withdrawn_at IS NULL) AS improvements,
  EXISTS (SELECT 1 FROM published_report WHERE period = @before AND published_at < @until AND withdrawn_at IS NULL) AS reportPublished,
  (SELECT programme_start FROM organisation) AS programmeStart,
  (SELECT nullif(count(*), 0) FROM partner_due) AS partners,
  (SELECT count(*) FROM partner_due WHERE signed) AS partnersSigned,
  EXISTS (SELECT 1 FROM "user" WHERE role = 'case-handler') AS caseHandlers,
  EXISTS (SELECT 1 FROM partner_agreement) AS agreements,
  EXISTS (SELECT 1 FROM partner_audit) AS audits,
  EXISTS (SELECT 1 FROM customer_education) AS education,
  (SELECT count(*) FROM customer_education WHERE published_on BETWEEN @firstDay AND @at) AS educated,
  EXISTS (SELECT 1 FROM privacy_meeting) AS meetings,
  (SELECT count(*) FROM quarter WHERE EXISTS (SELECT 1 FROM privacy_meeting
    WHERE minutes AND held_on BETWEEN first AND last AND held_on <= @asOf)) AS meetingsHeld,
  (SELECT coalesce(sum(actions_agreed), 0) FROM privacy_meeting
    WHERE held_on BETWEEN @firstDay AND @at) AS actionsAgreed,
  (SELECT coalesce(sum(actions_closed), 0) FROM privacy_meeting
    WHERE held_on BETWEEN @firstDay AND @at) AS actionsClosed`

// The watcher can compare a page that has an address and an approved text of the version in force. The page is watched
// if its last try by the day found a text: a page that was refused, never tried or unreachable is not.
export const watchedPages = (dialect: Dialect): string => `${surfaceState(dialect)},
  shown AS (
    SELECT seen.id, surface.name, seen.language,
      CASE WHEN page.surface_id IS NULL THEN surface.url ELSE page.url END IS NOT NULL AND EXISTS (
        SELECT 1 FROM policy_text t JOIN version ON version.version = t.version AND nth = 1
        WHERE t.language = seen.language
      ) AND coalesce((
        SELECT p.outcome IN ('found', 'other-text') FROM policy_proof p
        WHERE p.surface_id = seen.id AND p.language = seen.language AND p.checked_on BETWEEN @watchedFrom AND @asOf
        ORDER BY p.at DESC LIMIT 1
      ), FALSE) AS watched
    FROM seen JOIN surface ON surface.id = seen.id
      LEFT JOIN policy_page page ON page.surface_id = seen.id AND page.language = seen.language
  )`

const watched: Statement = (dialect) => `${watchedPages(dialect)}
SELECT count(*) AS "all", count(*) FILTER (WHERE watched) AS watched FROM shown`

type Counts = Readonly<
  Record<
    | 'pointsCurrent'
    | 'pointsMinimal'
    | 'incidents'
    | 'undecided'
    | 'assessed'
    | 'assessments'
    | 'scanned'
    | 'monthsScanned'
    | 'fullyScanned'
    | 'penetrationTests'
    | 'systemsWithData'
    | 'systemsEncrypted'
    | 'sessions'
    | 'sessionsHeld'
    | 'exams'
    | 'improvements'
    | 'reportPublished'
    | 'partnersSigned'
    | 'caseHandlers'
    | 'agreements'
    | 'education'
    | 'educated'
    | 'audits'
    | 'meetings'
    | 'meetingsHeld'
    | 'actionsAgreed'
    | 'actionsClosed',
    number
  >
> &
  Readonly<Record<'points' | 'systems' | 'partners', number | null>> & {
    readonly policyApprovedOn: CalendarDate | null
    readonly programmeStart: CalendarDate | null
  }

/** Facts of the second-tier indicators of a half-year as of a day, which may be after its end. */
export async function indicatorFacts(
  query: ReadQuery,
  half: Period,
  today: CalendarDate,
  deps: FactDeps & { readonly period: string },
): Promise<IndicatorFacts> {
  const asOf = earlier(today, lastDay(half))
  const begun = begunQuarters(half, asOf)
  const months = monthsOf(half, asOf)
  const before = previousPeriod(half)
  const c = await query.get<Counts>(counts, {
    ...indicatorParameters(half, asOf, deps.timeZone),
    before: periodKey(before),
  })
  if (!c) throw new Error('a count returned no row')
  const booked = await bookedMonths(query, months)
  const pages = await query.get<{ all: number; watched: number }>(watched, {
    ...publicationParameters(asOf, deps),
    ...watchParameters(asOf),
  })
  const quarters: QuarterFacts[] = []
  for (const quarter of begun) quarters.push(await trainingFacts(query, quarter, asOf, deps))
  const sum = (of: 'passed' | 'firstAttemptPassed') => quarters.reduce((total, quarter) => total + quarter[of], 0)
  return {
    asOf,
    policyApprovedOn: c.policyApprovedOn,
    pages: pages?.all ? pages : null,
    collection: c.points ? { points: c.points, current: c.pointsCurrent, minimal: c.pointsMinimal } : null,
    undecidedIncidents: c.incidents ? c.undecided : null,
    assessments: c.assessed ? c.assessments : null,
    scans: c.scanned
      ? {
          months: months.length,
          scanned: c.monthsScanned,
          covered: c.fullyScanned === 1,
          penetrationTests: c.penetrationTests,
        }
      : null,
    systems: c.systems ? { withData: c.systemsWithData, encrypted: c.systemsEncrypted } : null,
    training: c.exams ? { passed: sum('passed'), atFirst: sum('firstAttemptPassed') } : null,
    sessions: c.sessions ? { quarters: begun.length, held: c.sessionsHeld } : null,
    rights: areCasesPublished(half, today) ? await rightsFacts(query, half) : null,
    hasCaseHandler: c.caseHandlers === 1,
    whistle: areReportsPublished(half, today) ? await whistleFacts(query, half) : null,
    bookings:
      booked.unbooked.length === months.length ? null : { count: booked.sumOf(months), unbooked: booked.unbooked },
    survey: await surveyFacts(query, deps.period),
    improvements: c.improvements,
    reports:
      c.programmeStart !== null && c.programmeStart <= lastDay(before)
        ? { due: 1, published: c.reportPublished }
        : null,
    partners: c.partners ? { inScope: c.partners, signed: c.partnersSigned } : null,
    agreementsRegistered: c.agreements === 1,
    audits: c.audits ? await partnerFacts(query, half.year, asOf, deps) : null,
    education: c.education ? c.educated : null,
    meetings: c.meetings
      ? {
          ...{ quarters: begun.length, held: c.meetingsHeld },
          ...{ actionsAgreed: c.actionsAgreed, actionsClosed: c.actionsClosed },
        }
      : null,
    ...(await findingFacts(query, { asOf, at: earlier(asOf, lastDay(half)), firstDay: firstDay(half) })),
    notices: await noticeFacts(query, half, asOf, deps.timeZone),
    lastOn: await lastEvidence(query, asOf, { timeZone: deps.timeZone, period: deps.period }),
  }
}

export const begunQuarters = (half: Period, asOf: CalendarDate): readonly Period[] =>
  quartersOf(half).filter((quarter) => firstDay(quarter) <= asOf)

export const indicatorParameters = (half: Period, asOf: CalendarDate, timeZone: string) => ({
  ...incidentParameters({ year: half.year, baselineYear: half.year }, asOf, timeZone),
  ...{ asOf, at: earlier(asOf, lastDay(half)), firstDay: firstDay(half) },
  ...{ year: `${half.year}`, period: periodKey(half), until: new Date(startOfDay(addDays(asOf, 1), timeZone)) },
  ...{ checkedFrom: addMonths(asOf, -CHECKED_MONTHS), ...periodParameters(half, asOf, timeZone) },
  months: monthsOf(half, asOf),
  quarters: begunQuarters(half, asOf).map((quarter) => `${firstDay(quarter)}/${lastDay(quarter)}`),
})

/** The parameter of `watchedPages`, beside those of publication. */
export const watchParameters = (asOf: CalendarDate) => ({ watchedFrom: addMonths(asOf, -WATCHED_MONTHS) })

/** Months of the half-year that have begun by the day. */
const monthsOf = (half: Period, asOf: CalendarDate): string[] =>
  Array.from({ length: 6 }, (_, i) => `${half.year}-${String((half.index - 1) * 6 + i + 1).padStart(2, '0')}`).filter(
    (month) => month <= asOf.slice(0, 7),
  )

/** The hours of each duty that has a number of hours, in SQL. */
const HOURS = `CASE n.duty ${Object.entries(NOTICE_DUTIES)
  .flatMap(([id, { hours }]) => (hours === null ? [] : [`WHEN '${id}' THEN ${hours}`]))
  .join(' ')} END`

// A duty without a number of hours has no deadline; neither has an incident without the moment of its discovery.
const DUE: Statement = ({ milliseconds }) => `
WITH notice AS (
  SELECT ${milliseconds('n.notified_at')} AS at, ${milliseconds('i.discovered')} + ${HOURS} * 3600000 AS due
  FROM incident_notice n JOIN incident i ON i.id = n.incident_id
  WHERE n.wanted AND ${HOURS} IS NOT NULL AND i.discovered IS NOT NULL
)
SELECT EXISTS (SELECT 1 FROM incident_notice) AS kept,
  (SELECT count(*) FROM notice WHERE due >= @from AND due < @until) AS due,
  (SELECT count(*) FROM notice WHERE due >= @from AND due < @until AND at <= due) AS inTime`

/** Notices of incidents whose deadline was in a half-year, up to the end of a day, and how many were given in time. */
async function noticeFacts(
  query: ReadQuery,
  half: Period,
  asOf: CalendarDate,
  timeZone: string,
): Promise<IndicatorFacts['notices']> {
  const from = startOfDay(firstDay(half), timeZone)
  const until = startOfDay(addDays(earlier(asOf, lastDay(half)), 1), timeZone)
  const counts = await query.get<{ kept: number; due: number; inTime: number }>(DUE, { from, until })
  return counts?.kept ? { due: counts.due, inTime: counts.inTime } : null
}
