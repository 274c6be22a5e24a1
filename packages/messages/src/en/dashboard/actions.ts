import type { ActionOrigin } from '@wayproof/oversight/actions/action'

const origins: Record<ActionOrigin, string> = {
  'red-goal': 'Off-target goal',
  feedback: 'Traveler feedback',
  'audit-finding': 'Audit finding',
  'security-finding': 'Security finding',
  meeting: 'Meeting',
}

export const actions = {
  title: (open: number, overdue: number) => {
    if (open === 0) return 'No action is open.'
    const counted = open === 1 ? '1 open action' : `${open} open actions`
    return overdue === 0 ? `${counted}, none overdue.` : `${counted}, ${overdue} overdue.`
  },
  lead: 'From off-target goals, feedback, findings and meetings. An action can change until its half-year is frozen.',
  caption: 'Actions',
  columns: { action: 'Action', owner: 'Owner', due: 'Due', effect: 'Expected effect', outcome: 'Outcome' },
  show: 'Show',
  shown: { open: 'Open', overdue: 'Overdue', closed: 'Closed', all: 'All' },
  origin: 'Origin',
  anyOrigin: 'All origins',
  anyOwner: 'All owners',
  origins,
  noOwner: 'No owner in office; goes to the privacy officers',
  effectOfFeedback: 'Seen in the next survey',
  noOutcome: 'Not recorded yet',
  none: 'No action matches. Change the filters.',
  record: 'Record outcome',
  edit: 'Edit',
  inClosing: 'Edit in closing',
  add: {
    title: 'Agree an action because of a finding',
    lead: 'Actions on off-target goals are decided in closing, improvements in waves, all others in meetings.',
    finding: 'Finding',
    noFinding: 'No finding is open.',
    text: 'Action',
    save: 'Agree',
    saved: 'Agreed. The owner is reminded before the due date.',
  },
}
