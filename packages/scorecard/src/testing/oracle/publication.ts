import type { PolicyCheck } from '@wayproof/evidence/registers/policies/policy-check'
import type { PolicySurface } from '@wayproof/evidence/registers/policies/policy-surface'
import fc from 'fast-check'
import { daysWithin, earliest, plusDays, plusMonths } from './calendar.ts'
import { type Moment, near, type Registers } from './company.ts'
import { type Judged, paceColour } from './judged.ts'
import type { RulesCase } from './rules.ts'

// statistics.md 2.2 and 2.3, goal 1, evaluated surface by surface.

const LANGUAGES = ['zh-CN', 'en'] as const

const dayOf = ({ today, span }: Moment) => earliest(today, span.last)

/** Surfaces, checks and versions around the day; sometimes 20 or more valid ones, to come near 95 %. */
export function publication(at: Moment): fc.Arbitrary<Registers> {
  const day = dayOf(at)
  const look = fc.record({
    languages: fc.constantFrom<readonly string[]>(['zh-CN'], ['en'], LANGUAGES, LANGUAGES),
    version: fc.constantFrom('v1', 'v2', 'v2', 'v3'),
    checkedOn: near(day, day, plusDays(day, -at.rules.checkAge)),
    since: fc.constantFrom(0, 3),
  })
  const surface = fc.record({
    kind: fc.constantFrom('website' as const, 'app' as const, 'branch' as const),
    languages: fc.constantFrom<readonly string[]>(['zh-CN'], LANGUAGES),
    collectsPersonalData: fc.boolean(),
    activeFrom: near('2020-01-01', day),
    activeTo: fc.option(near(day), { nil: null, freq: 2 }),
    looks: fc.uniqueArray(look, { maxLength: 3, selector: ({ checkedOn }) => checkedOn }),
  })
  return fc
    .record({
      surfaces: fc.array(surface, { maxLength: 4 }),
      cohort: fc.constantFrom(0, 0, 0, 0, 0, 18, 19, 20),
      second: near(plusDays(day, -at.rules.grace)),
      third: fc.constantFrom(1, 500),
      bookings: fc.array(
        fc.record({
          channel: fc.constantFrom('S0', 'S1', 'app', 'branch', 'elsewhere'),
          month: fc.constantFrom(0, -1, -11, -12, 1).map((months) => plusMonths(day, months).slice(0, 7)),
          count: fc.constantFrom(0, 9, 10, 11, 90, 100),
        }),
        { maxLength: 6 },
      ),
      some: fc.boolean(),
    })
    .map(({ surfaces, cohort, second, third, bookings, some }) => {
      const good = Array.from({ length: cohort }, () => ({
        kind: 'mini-programme' as const,
        languages: ['zh-CN'],
        collectsPersonalData: true,
        activeFrom: '2020-01-01',
        activeTo: null,
        looks: [{ languages: ['zh-CN'], version: 'v2', checkedOn: plusDays(day, -1), since: 0 }],
      }))
      const all = [...surfaces, ...good].map((each, i) => ({ ...each, id: `S${i}` }))
      const months = new Map(bookings.map((each) => [`${each.month} ${each.channel}`, each]))
      return {
        'policy-versions': [
          { version: 'v1', approvedOn: '2020-01-01', effectiveOn: null },
          { version: 'v2', approvedOn: second, effectiveOn: null },
          { version: 'v3', approvedOn: plusDays(day, third), effectiveOn: null },
        ],
        'policy-surfaces': all.map(
          ({ looks: _, languages, ...each }): PolicySurface => ({
            ...each,
            languages: [...languages],
            name: each.id,
            url: null,
          }),
        ),
        'policy-checks': all.flatMap(({ id, looks }) =>
          looks.map(({ languages, version, checkedOn, since }): PolicyCheck => {
            return {
              surfaceId: id,
              languages: [...languages],
              version,
              checkedOn,
              publishedOn: plusDays(checkedOn, -since),
            }
          }),
        ),
        bookings: some ? [...months.values()] : [],
      }
    })
}

/**
 * Versions that count: the current one, and the previous one for some days of grace after the approval of the current.
 */
function accepted(rows: Registers, day: string, grace: number): readonly string[] {
  const approved = (rows['policy-versions'] ?? [])
    .filter(({ approvedOn }) => approvedOn <= day)
    .sort((a, b) => (a.approvedOn > b.approvedOn || (a.approvedOn === b.approvedOn && a.version > b.version) ? -1 : 1))
  const [current, before] = approved
  if (!current) return []
  return before && day <= plusDays(current.approvedOn, grace) ? [current.version, before.version] : [current.version]
}

/**
 * Whether the last check of each language showed a version that counts, and whether none of these checks is too old.
 */
function readSurface({ id, languages }: PolicySurface, rows: Registers, day: string, by: RulesCase) {
  const versions = accepted(rows, day, by.grace)
  const seen = languages.map((language) => {
    const looks = (rows['policy-checks'] ?? []).filter(
      (check) => check.surfaceId === id && check.languages.includes(language) && check.checkedOn <= day,
    )
    const last = looks.sort((a, b) => (a.checkedOn > b.checkedOn ? -1 : 1))[0]
    return {
      inOrder: last !== undefined && versions.includes(last.version),
      fresh: last !== undefined && last.checkedOn >= plusDays(day, -by.checkAge),
    }
  })
  const inOrder = seen.every((look) => look.inOrder)
  return { published: inOrder && seen.every((look) => look.fresh), inOrder }
}

/** The day of the latest check of a language that a surface must show. */
function lastLook(inScope: readonly PolicySurface[], rows: Registers, day: string): string | null {
  const days = inScope.flatMap(({ id, languages }) =>
    (rows['policy-checks'] ?? [])
      .filter((check) => check.surfaceId === id && check.languages.some((language) => languages.includes(language)))
      .map(({ checkedOn }) => checkedOn)
      .filter((checkedOn) => checkedOn <= day),
  )
  return days.sort().at(-1) ?? null
}

/** Whether a missing surface has at least a tenth of the bookings of the last 12 months; null without bookings. */
function busyMissing(rows: Registers, day: string, missing: readonly PolicySurface[]): boolean | null {
  const from = plusMonths(`${day.slice(0, 7)}-01`, -11).slice(0, 7)
  const recent = (rows.bookings ?? []).filter(({ month }) => month >= from && month <= day.slice(0, 7))
  const all = recent.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  return missing.some(({ id, kind }) => {
    const own = recent.filter(({ channel }) => channel === id || channel === kind)
    return own.reduce((sum, { count }) => sum + count, 0) * 10 >= all
  })
}

export function judgePublication(rows: Registers, at: Moment): Judged {
  const day = dayOf(at)
  const by = at.rules
  const inScope = (rows['policy-surfaces'] ?? []).filter(
    ({ id, kind, collectsPersonalData, activeFrom, activeTo }) =>
      !by.out.surfaces.includes(id) &&
      (collectsPersonalData || kind === 'website') &&
      activeFrom <= day &&
      (activeTo === null || activeTo > day),
  )
  const read = inScope.map((surface) => ({ surface, ...readSurface(surface, rows, day, by) }))
  const absent = read.filter(({ published }) => !published).map(({ surface }) => surface)
  const [all, published] = [inScope.length, inScope.length - absent.length]
  const stale = read.filter((each) => each.inOrder && !each.published).length
  const version = accepted(rows, day, by.grace)[0] ?? null
  const last = lastLook(inScope, rows, day)
  // "Stale source = no data, never 0": no check is recent enough to count.
  const silent = version !== null && (last === null || last < plusDays(day, -by.checkAge))
  const said = {
    demonstrated: null,
    value: all === 0 || silent ? null : published / all,
    flags: stale > 0 ? ['stale-checks'] : [],
    facts: { inScope: all, published, stale, lastLookOn: last, version },
    missing: absent.map(({ id }) => id),
  }
  if (all === 0) return { ...said, verdict: 'unknown', status: 'no-data' }
  const target = by.targets.publication
  if (100 * published >= target * all) return { ...said, verdict: 'met', status: 'green' }
  const due = plusMonths(at.programmeStart, by.dueMonths)
  if (day < due) {
    const elapsed = (daysWithin(at.programmeStart, day) - 1) / (daysWithin(at.programmeStart, due) - 1)
    return { ...said, verdict: 'unknown', status: paceColour(published, all, target, elapsed) }
  }
  if (silent) return { ...said, verdict: 'unknown', status: 'no-data' }
  const nearly = 100 * published >= 95 * all && busyMissing(rows, day, absent) === false
  return { ...said, verdict: 'missed', status: nearly ? 'amber' : 'red' }
}
