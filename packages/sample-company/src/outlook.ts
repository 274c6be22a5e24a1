import type { Random } from './random.ts'

/** The results of the sample company this year. At least one register goal is met and one missed, for every seed. */
export interface Outlook {
  readonly policies: boolean
  readonly training: boolean
  readonly incidents: boolean
  readonly audits: boolean
  /** The share of travelers who are satisfied. */
  readonly satisfied: number
}

export function outlook(random: Random): Outlook {
  const goals = ['policies', 'training', 'incidents', 'audits'] as const
  const [met, missed] = random.some(goals, 2)
  const good = (goal: string) => goal === met || (goal !== missed && random.chance(0.5))
  const [policies, training, incidents, audits] = goals.map(good) as [boolean, boolean, boolean, boolean]
  return { policies, training, incidents, audits, satisfied: 0.8 + random.next() * 0.13 }
}
