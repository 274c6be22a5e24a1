import fc from 'fast-check'
import type { SettingId } from '../../rule-changes/setting.ts'

/** The rules of a data set: the policy paper's, unless two people changed them. */
export interface RulesCase {
  /** Percent. */
  readonly targets: Readonly<Record<'publication' | 'training' | 'incidents' | 'satisfaction' | 'partners', number>>
  readonly pass: number
  readonly tenure: number
  readonly grace: number
  readonly checkAge: number
  readonly dueMonths: number
  readonly partnerGrace: number
  readonly smallest: number
  /** Rows excluded from this half-year's shares, by their keys. */
  readonly out: Readonly<Record<'surfaces' | 'staff' | 'partners', readonly string[]>>
}

/** Usually the paper's value. */
const or = (paper: number, ...others: readonly number[]): fc.Arbitrary<number> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(paper) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

const some = (letter: string): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([`${letter}0`, `${letter}1`, `${letter}2`], { minLength: 1 }) },
  )

export const rulesCase: fc.Arbitrary<RulesCase> = fc.record({
  targets: fc.record({
    publication: or(100, 95, 90, 50),
    training: or(95, 100, 90, 80, 55),
    incidents: or(50, 30, 75, 90, 10),
    satisfaction: or(85, 80, 90, 57),
    partners: or(100, 90, 75, 50),
  }),
  pass: or(80, 60, 95),
  tenure: or(30, 1, 7, 60),
  grace: or(14, 0, 30),
  checkAge: or(30, 7, 90),
  dueMonths: or(3, 1, 12),
  partnerGrace: or(90, 0, 30, 365),
  smallest: or(5, 8, 20),
  out: fc.record({ surfaces: some('S'), staff: some('E'), partners: some('P') }),
})

/** A setting with the value of the policy paper and the one in force. */
export const settingsOf = ({ targets, ...rules }: RulesCase): readonly (readonly [SettingId, number, number])[] => [
  ['publication-target', 100, targets.publication],
  ['training-target', 95, targets.training],
  ['incident-target', 50, targets.incidents],
  ['satisfaction-target', 85, targets.satisfaction],
  ['audit-target', 100, targets.partners],
  ['pass-mark', 80, rules.pass],
  ['minimum-tenure', 30, rules.tenure],
  ['policy-grace', 14, rules.grace],
  ['policy-check-age', 30, rules.checkAge],
  ['policy-due', 3, rules.dueMonths],
  ['partner-grace', 90, rules.partnerGrace],
  ['smallest-group', 5, rules.smallest],
]
