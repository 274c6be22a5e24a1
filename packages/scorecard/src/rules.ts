/** What a verdict was judged by. A changed rule is a new version, and every verdict names the one it was made with. */
export interface Rules {
  readonly version: string
  /** Lowest exam score that passes. */
  readonly passMark: number
  /** Days on the roster, first and last included, from which a joiner is due. */
  readonly minimumTenureDays: number
  /** Days after the approval of a policy version in which the one before still counts. */
  readonly policyGraceDays: number
  /** Days after which an unrepeated check of a surface is stale. */
  readonly policyCheckDays: number
  /** Months from the programme's start in which the policy must stand everywhere. */
  readonly policyDueMonths: number
  /** Days from onboarding in which a partner must be audited. */
  readonly partnerGraceDays: number
  /** Fewest people behind a figure that may be shown. */
  readonly smallestGroup: number
  /** Fewest effective answers for a status. */
  readonly minimumForStatus: number
}

/**
 * The rules a programme starts from; a confirmed change makes version 3.1, 3.2 and so on. Version 1 took the count of the
 * satisfied, version 2 weighs it to the margins of all eligible customers, version 3 finds what nobody recorded unknown.
 */
export const RULES: Rules = {
  version: '3',
  passMark: 80,
  minimumTenureDays: 30,
  policyGraceDays: 14,
  policyCheckDays: 30,
  policyDueMonths: 3,
  partnerGraceDays: 90,
  smallestGroup: 5,
  minimumForStatus: 100,
}
