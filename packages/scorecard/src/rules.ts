/** The rules of a verdict. A changed rule makes a new version, and every verdict names its version. */
export interface Rules {
  readonly version: string
  /** Lowest passing exam score. */
  readonly passMark: number
  /** Days on the roster (inclusive) from which a new joiner is due. */
  readonly minimumTenureDays: number
  /** Days after the approval of a policy version in which the previous one still counts. */
  readonly policyGraceDays: number
  /** Days after which a check of a surface is stale. */
  readonly policyCheckDays: number
  /** Months from the program's start until the policy must be published everywhere. */
  readonly policyDueMonths: number
  /** Days from onboarding until a partner must be audited. */
  readonly partnerGraceDays: number
  /** Fewest people behind a figure that may be shown. */
  readonly smallestGroup: number
  /** Fewest effective answers for a status. */
  readonly minimumForStatus: number
}

/**
 * The initial rules of a program; confirmed changes make version 4.1, 4.2 and so on. Version 1 counted satisfied
 * answers, version 2 weights them to the margins of all eligible customers, version 3 treats missing records as
 * unknown. Version 4 compares leaks by equal parts of years and takes silence as unknown, keeps a row that one person
 * took out of a begun period, starts tenure again after an absence, claims nothing from very uneven response, and takes
 * the status of a running goal from its pace.
 */
export const RULES: Rules = {
  version: '4',
  passMark: 80,
  minimumTenureDays: 30,
  policyGraceDays: 14,
  policyCheckDays: 30,
  policyDueMonths: 3,
  partnerGraceDays: 90,
  smallestGroup: 5,
  minimumForStatus: 100,
}
