import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { Share } from '@wayproof/kernel/share'
import type { CoursePoint, TrainingPicture, TrainingQuarter } from '@wayproof/scorecard/pictures/draw-training'
import { maySeeStaff } from '../registers/register-access.ts'

/** A reader who may not see single members of staff reads no state of fewer people than this. */
const SMALLEST_UNIT = 20

export interface UnitCell {
  /** Null without anyone due. */
  readonly state: 'reached' | 'below' | null
  /** Null for a reader who may not see single members of staff. */
  readonly share: Share | null
}

export interface TrainingView {
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
