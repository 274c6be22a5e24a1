import type { UserRole } from '@wayproof/accounts/accounts/person'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Share } from '@wayproof/kernel/share'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { drawAudits } from '@wayproof/scorecard/pictures/draw-audits'
import { drawLeaks } from '@wayproof/scorecard/pictures/draw-leaks'
import {
  type CoursePoint,
  drawTraining,
  type TrainingPicture,
  type TrainingQuarter,
} from '@wayproof/scorecard/pictures/draw-training'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { z } from 'zod'
import { maySeeStaff } from '../registers/register-access.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, halfYearKey } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'
import { goalView } from './goal-view.ts'
import { halfYears } from './half-years.ts'

const oneGoal = z.strictObject({ goal: z.enum(GOALS), period: halfYearKey })

export const scorecardRouter = router({
  forPeriod: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await readScorecard(scorecardPorts(ctx), input))),

  goal: readerProcedure
    .input(oneGoal)
    .query(async ({ ctx, input }) => unwrap(await goalView(ctx, { ...input, role: ctx.user.role }))),

  /** The share passed by unit and quarter, and in the last weeks. */
  training: readerProcedure.input(atHalfYear).query(async ({ ctx, input }) => {
    const ports = scorecardPorts(ctx)
    const picture = unwrap(await drawTraining(ports, input))
    const { definitions } = await ports.facts.forHalfYear(input.period)
    return trainingForRole(ctx.user.role, picture, definitions.targets['staff-training'])
  }),

  /** The leaks that count in the year of a half-year, and those of several years by month. */
  leaks: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await drawLeaks(scorecardPorts(ctx), input))),

  /** Partners and whether each was audited, by year. */
  audits: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await drawAudits(scorecardPorts(ctx), input))),

  periods: readerProcedure.query(async ({ ctx }) => {
    const waves = await ctx.store.survey.waves()
    const start = (await ctx.store.organisation.get())?.programmeStart ?? null
    return halfYears(dateAt(ctx.clock.now(), ctx.timeZone), { start, waves: waves.map(({ period }) => period) })
  }),
})

/** A reader who may not see single members of staff reads no state of fewer people than this. */
const SMALLEST_UNIT = 20

interface UnitCell {
  /** Null without anyone due. */
  readonly state: 'reached' | 'below' | null
  /** Null for a reader who may not see single members of staff. */
  readonly share: Share | null
}

interface TrainingView {
  readonly quarters: readonly Pick<TrainingQuarter, 'quarter' | 'running' | 'share'>[]
  /** Units with the most people missing from the latest quarter first; the small ones together under an empty name. */
  readonly units: readonly { readonly unit: string; readonly cells: readonly UnitCell[] }[]
  readonly course: readonly CoursePoint[]
  readonly courseBefore: readonly CoursePoint[]
}

interface UnitRow {
  readonly unit: string
  readonly shares: readonly Share[]
}

/**
 * Shapes the training of units for a role. One person more or less must not show in a state, so readers who may not
 * see single members of staff get no counts, and small units together.
 */
export function trainingForRole(role: UserRole, picture: TrainingPicture, target: Share): TrainingView {
  const { quarters, course, courseBefore } = picture
  const names = [...new Set(quarters.flatMap(({ units }) => units.map(({ unit }) => unit)))]
  const rows = names.map((unit) => ({
    unit,
    shares: quarters.map(
      ({ units }) => units.find((each) => each.unit === unit)?.share ?? { numerator: 0, denominator: 0 },
    ),
  }))
  const isShown = maySeeStaff(role)
  const cellOf = (share: Share): UnitCell => ({
    state:
      share.denominator === 0 || (!isShown && share.denominator < SMALLEST_UNIT)
        ? null
        : share.numerator * target.denominator >= target.numerator * share.denominator
          ? 'reached'
          : 'below',
    share: isShown && share.denominator > 0 ? share : null,
  })
  return {
    quarters: quarters.map(({ quarter, running, share }) => ({ quarter, running, share })),
    units: (isShown ? worstFirst(rows) : withSmallOnesTogether(rows)).map(({ unit, shares }) => ({
      unit,
      cells: shares.map(cellOf),
    })),
    course,
    courseBefore,
  }
}

function worstFirst(rows: readonly UnitRow[]): readonly UnitRow[] {
  const missing = ({ shares }: UnitRow) => {
    const last = shares.at(-1)
    return last ? last.denominator - last.numerator : 0
  }
  return rows.toSorted((a, b) => missing(b) - missing(a) || (a.unit < b.unit ? -1 : 1))
}

/** In the order of their names, because an order by missing people would reveal it. */
function withSmallOnesTogether(rows: readonly UnitRow[]): readonly UnitRow[] {
  const isSmall = ({ shares }: UnitRow) =>
    shares.some(({ denominator }) => denominator > 0 && denominator < SMALLEST_UNIT)
  const large = rows.filter((row) => !isSmall(row)).toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
  const small = rows.filter(isSmall)
  if (small.length === 0) return large
  const [first, ...others] = small
  const together = others.reduce<readonly Share[]>(
    (sum, { shares }) => sum.map((share, n) => add(share, shares[n])),
    first?.shares ?? [],
  )
  return [...large, { unit: '', shares: together }]
}

const add = (a: Share, b: Share | undefined): Share => ({
  numerator: a.numerator + (b?.numerator ?? 0),
  denominator: a.denominator + (b?.denominator ?? 0),
})
