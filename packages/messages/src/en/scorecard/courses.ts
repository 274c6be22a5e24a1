import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { GoalCourse, RunningResult } from '@wayproof/scorecard/running-result'

/** The names of the goals in a sentence, and whether they take a plural verb. */
export const subjects: Record<GoalId, { readonly text: string; readonly verb: 'is' | 'are' }> = {
  'policy-publication': { text: 'policy publication', verb: 'is' },
  'staff-training': { text: 'staff training', verb: 'is' },
  'incident-reduction': { text: 'incident reduction', verb: 'is' },
  'customer-satisfaction': { text: 'customer satisfaction', verb: 'is' },
  'partner-audit': { text: 'partner audits', verb: 'are' },
}

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const listed = (ids: readonly GoalId[]): string =>
  new Intl.ListFormat('en').format(ids.map((id) => subjects[id].text))

const words: Record<GoalCourse, string> = {
  reached: 'Met so far',
  missed: 'Missed',
  'on-pace': 'On pace',
  behind: 'Behind',
  'far-behind': 'Far behind',
  'too-early': 'Too early',
  'no-data': 'No data',
  later: 'Not asked yet',
}

const isPlural = (ids: readonly GoalId[]) => ids.length > 1 || ids.some((id) => subjects[id].verb === 'are')

/** "Staff training and partner audits are behind."; empty without a goal. */
function sentence(ids: readonly GoalId[], one: string, many: string): readonly string[] {
  return ids.length === 0 ? [] : [`${upper(listed(ids))} ${isPlural(ids) ? many : one}.`]
}

/** A running half-year says what is behind, never that no goal is met. */
function headline(result: RunningResult): string {
  const { reached, missed, behind, 'far-behind': farBehind } = result
  const first =
    reached.length + missed.length === 0
      ? ['No goal can be judged yet.']
      : [
          ...sentence(missed, 'can no longer be met', 'can no longer be met'),
          ...sentence(reached, 'is met so far', 'are met so far'),
        ]
  const course =
    farBehind.length + behind.length > 0
      ? [...sentence(farBehind, 'is far behind', 'are far behind'), ...sentence(behind, 'is behind', 'are behind')]
      : sentence(result['on-pace'], 'is on pace', 'are on pace')
  return [...first, ...course, ...sentence(result['no-data'], 'has no current data', 'have no current data')].join(' ')
}

const ends = (days: number) => (days === 1 ? 'tomorrow' : `in ${days} days`)

export const courses = {
  words,
  headline,
  lead: (period: string, days: number) => `The ${period} ends ${ends(days)}. Travelers are asked about it afterwards.`,
}
