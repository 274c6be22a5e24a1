import type { StoreDatabase } from '@wayproof/database/store-database'
import type { PolicySurface } from '@wayproof/evidence/registers/policies/policy-surface'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { periodOf } from '@wayproof/kernel/calendar/period'
import { openExact } from '../exact.ts'
import { factSource } from '../facts/fact-source.ts'
import { judgePolicyPublication } from '../goals/policy-publication.ts'
import { RULES } from '../rules.ts'
import { commonFigures, type Figures } from './scenario-figures.ts'

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
  readonly kind?: PolicySurface['kind']
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

export async function playPublication(database: StoreDatabase, input: PublicationInput): Promise<Figures> {
  await write(database, input)
  const rules = { ...RULES, policyGraceDays: input.graceDays, policyCheckDays: input.verifyWithinDays }
  const counts = await factSource(database, { timeZone: 'Asia/Shanghai', rules }).forHalfYear('2025-H2')
  const facts = await counts.publication(input.asOf)
  const verdict = openExact(
    judgePolicyPublication(
      { ...facts, programmeStart: input.programmeStart ?? '2000-01-01' },
      { period: periodOf('half-year', input.asOf), asOf: input.asOf, rules },
    ),
  )
  return {
    ...commonFigures(verdict, { numerator: facts.published, denominator: facts.inScope }),
    stale: facts.stale,
  }
}

async function write(database: StoreDatabase, input: PublicationInput): Promise<void> {
  const approved = input.currentVersionApproved
  const versions = [
    { version: input.currentVersion, approvedOn: approved, effectiveOn: null },
    ...(input.previousVersion
      ? [{ version: input.previousVersion, approvedOn: addDays(approved, -365), effectiveOn: null }]
      : []),
  ]
  await saveRegister(database, 'policy-versions', versions)
  const surfaces = input.channels.map((channel) => ({
    id: channel.id,
    name: channel.id,
    kind: channel.kind ?? 'app',
    url: null,
    languages: [...channel.languages].sort(),
    collectsPersonalData: channel.collectsPersonalData,
    activeFrom: channel.activeFrom,
    activeTo: channel.activeTo,
  }))
  await saveRegister(database, 'policy-surfaces', surfaces)
  const checks = input.channels.flatMap(({ id, publications }) =>
    publications.map((seen) => ({
      surfaceId: id,
      languages: [...seen.languages].sort(),
      version: seen.version,
      publishedOn: seen.publishedAt,
      checkedOn: seen.lastVerifiedAt,
    })),
  )
  await saveRegister(database, 'policy-checks', checks)
  const bookings = input.channels.flatMap(({ id, bookings: count }) =>
    count === undefined ? [] : [{ month: input.asOf.slice(0, 7), channel: id, count }],
  )
  await saveRegister(database, 'bookings', bookings)
}
