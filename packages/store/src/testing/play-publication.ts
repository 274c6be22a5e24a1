import { addDays, type CalendarDate, periodOf } from '@wayproof/kernel'
import { judgePolicyPublication, RULES } from '@wayproof/scorecard'
import { factSource } from '../fact-source.ts'
import type { Database } from '../sqlite/database.ts'
import { insertRows, origin } from './insert-rows.ts'
import { commonFigures, type Figures } from './play-scenario.ts'

interface PublicationInput {
  readonly asOf: CalendarDate
  readonly currentVersion: string
  readonly currentVersionApproved: CalendarDate
  readonly previousVersion: string | null
  readonly graceDays: number
  readonly verifyWithinDays: number
  readonly programmeStart?: CalendarDate
  readonly channels: readonly Channel[]
}

interface Channel {
  readonly id: string
  readonly kind?: string
  readonly activeFrom: CalendarDate
  readonly activeTo: CalendarDate | null
  readonly collectsPersonalData: boolean
  readonly languages: readonly string[]
  readonly bookings?: number
  readonly publications: readonly {
    readonly version: string
    readonly languages: readonly string[]
    readonly publishedAt: CalendarDate
    readonly lastVerifiedAt: CalendarDate
  }[]
}

export async function playPublication(database: Database, input: PublicationInput): Promise<Figures> {
  await write(database, input)
  const rules = { ...RULES, policyGraceDays: input.graceDays, policyCheckDays: input.verifyWithinDays }
  const facts = await factSource(database, { timeZone: 'Asia/Shanghai', rules }).publication(input.asOf)
  const verdict = judgePolicyPublication(
    { ...facts, programmeStart: input.programmeStart ?? '2000-01-01' },
    { period: periodOf('half-year', input.asOf), asOf: input.asOf, rules },
  )
  return {
    ...commonFigures(verdict, { numerator: facts.published, denominator: facts.inScope }),
    stale: facts.stale,
  }
}

async function write(database: Database, input: PublicationInput): Promise<void> {
  const approved = input.currentVersionApproved
  const versions = [
    { version: input.currentVersion, approved_on: approved, ...origin },
    ...(input.previousVersion
      ? [{ version: input.previousVersion, approved_on: addDays(approved, -365), ...origin }]
      : []),
  ]
  await insertRows(database, 'policy_version', versions)
  const surfaces = input.channels.map((channel) => ({
    id: channel.id,
    name: channel.id,
    kind: channel.kind ?? 'app',
    languages: [...channel.languages].sort().join(','),
    collects_personal_data: channel.collectsPersonalData,
    active_from: channel.activeFrom,
    active_to: channel.activeTo,
    ...origin,
  }))
  await insertRows(database, 'policy_surface', surfaces)
  const checks = input.channels.flatMap(({ id, publications }) =>
    publications.flatMap((seen) =>
      seen.languages.map((language) => ({
        surface_id: id,
        language,
        version: seen.version,
        published_on: seen.publishedAt,
        checked_on: seen.lastVerifiedAt,
        ...origin,
      })),
    ),
  )
  await insertRows(database, 'policy_check', checks)
  const bookings = input.channels.flatMap(({ id, bookings: count }) =>
    count === undefined ? [] : [{ month: input.asOf.slice(0, 7), channel: id, count, ...origin }],
  )
  await insertRows(database, 'bookings', bookings)
}
