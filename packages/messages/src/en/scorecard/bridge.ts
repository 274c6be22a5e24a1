import type { Bridge, BridgeEvent, BridgeNote, BridgeStep } from '@wayproof/scorecard/goals/bridge'
import { BRIDGE_STEPS, signedStep } from '@wayproof/scorecard/goals/bridge'
import type { RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import { count as counted } from '../../number-format.ts'

const n = (value: number) => counted(value, 'en')

const steps: Record<BridgeStep, string> = {
  joined: 'Joined',
  'moved-in': 'Moved into scope',
  left: 'Left',
  excluded: 'Excluded by two people',
  exempt: 'On leave for the whole quarter',
  'not-yet-due': 'Not yet due',
}

/** Within a sentence. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

const notes: Record<BridgeNote, string> = {
  waiting: 'Taken out by one person, still counted',
  'out-of-scope': 'Out of scope',
}

const ends: Record<RowGoal, { readonly start: string; readonly end: string }> = {
  'policy-publication': { start: 'In scope at the start', end: 'Platforms in the share' },
  'staff-training': { start: 'On the roster at the start', end: 'People in the share' },
  'partner-audit': { start: 'In scope at the start', end: 'Partners in the share' },
}

const events: Record<BridgeEvent, string> = {
  joined: 'Joined',
  left: 'Left',
  'left-late': 'Leaving entered late: left',
  'scope-set': 'Moved into scope',
  'scope-unset': 'Moved out of scope',
  'out-of-scope': 'Out of scope',
  'days-changed': 'Days changed',
  removed: 'Removed from the register',
  excluded: 'Excluded by two people',
  'on-leave': 'On leave since',
  'not-yet-due': 'Joined',
}

const signed = (count: number): string => (count < 0 ? `−${n(-count)}` : `+${n(count)}`)

const records = (count: number): string => `${n(count)} ${count === 1 ? 'record' : 'records'}`

/** The parts of the sum that are not 0, and what stands beside it. */
function line(
  goalName: string,
  period: string,
  { goal, atStart, steps: counts, atEnd, notes: beside }: Bridge,
): string {
  const moved = BRIDGE_STEPS.filter((step) => counts[step] > 0).map(
    (step) => `${signed(signedStep(step, counts[step]))} ${inSentence(steps[step])}`,
  )
  const parts = [`${n(atStart)} at the start`, ...moved].join(', ')
  const waiting = beside.waiting > 0 ? ` ${records(beside.waiting)} taken out by one person still counted.` : ''
  const outside = beside['out-of-scope'] > 0 ? ` ${records(beside['out-of-scope'])} out of scope.` : ''
  return `${goalName}, ${period}: ${parts} = ${n(atEnd)} ${unitsOf[goal]}.${waiting}${outside}`
}

const unitsOf: Record<RowGoal, string> = {
  'policy-publication': 'platforms',
  'staff-training': 'people due',
  'partner-audit': 'partners due',
}

/** How the denominator of a goal came about. */
export const bridge = {
  title: 'Who is counted',
  titleOf: (period: string) => `Who is counted: ${period}`,
  caption: (goal: string, period: string) => `${goal}: from the start of ${period} to the denominator`,
  heading: 'Who is counted',
  columns: ['Step', 'Records'],
  steps,
  notes,
  ends,
  events,
  count: n,
  signed,
  line,
  rowsOf: (name: string) => `${name}: records`,
  rowColumns: ['Record', 'ID', 'What happened', 'Recorded'],
  recorded: (by: string, day: string) => `${by}, ${day}`,
  notRecorded: 'Not recorded',
  staffHidden: 'Names are visible to officers, HR and auditors.',
  scopeRule: {
    'policy-publication':
      'The share counts every website, and every other platform that collects personal data. “Out of scope” are the others.',
    'staff-training': 'The share counts everyone on the roster after the quarter.',
    'partner-audit': 'The share counts every partner that processes personal data. “Out of scope” are the others.',
  } satisfies Record<RowGoal, string>,
  sealed: 'Numbers as sealed. The records are today’s.',
  sealedChanged: 'Numbers as sealed. The registers have changed since, so the records may differ.',
  notSealed: 'This half-year was sealed without these numbers. They are today’s.',
  takenOut: {
    title: 'Records that one person took out',
    lead: 'They still count in the figures of these half-years. They leave once two people exclude them.',
    none: 'None.',
    action: 'Exclusion',
    propose: 'Propose exclusion',
    proposeAll: (count: number) => `Propose all ${n(count)}`,
    proposed: 'Waits for a second person',
    reason: (event: string, by: string, day: string) => `${event} (register: ${by}, ${day})`,
  },
}
