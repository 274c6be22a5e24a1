/** Number of people who got no letter, by reason. */
export interface Skip {
  readonly stage: 'invitation' | 'reminder'
  /** `not-adult`, `no-basis`, `budget`, a suppression reason, or a reason why there is no reminder. */
  readonly reason: string
  readonly count: number
}
