import type { ChangeOutcome } from '@wayproof/scorecard/rule-changes/rule-change'
import type { SettingId, SettingUnit } from '@wayproof/scorecard/rule-changes/setting'

const names: Record<SettingId, string> = {
  'publication-target': 'Target: platforms with the current policy',
  'policy-due': 'Publication deadline',
  'policy-grace': 'Grace period for the old version',
  'policy-check-age': 'Validity of a check',
  'training-target': 'Target: staff trained and passed',
  'pass-mark': 'Pass mark of the exam',
  'minimum-tenure': 'Minimum days on the roster',
  'incident-target': 'Target: fewer leaks than in the baseline year',
  'baseline-year': 'Baseline year for leaks',
  'satisfaction-target': 'Target: satisfied customers',
  'minimum-answers': 'Minimum responses',
  'smallest-group': 'Smallest group shown',
  'audit-target': 'Target: partners audited',
  'partner-grace': 'New partner audit deadline',
}

const meanings: Record<SettingId, string> = {
  'publication-target': 'The share of platforms in scope that must show the current policy in every language.',
  'policy-due': 'Counted from the start of the program. Until then the goal is not missed.',
  'policy-grace': 'For this many days after a new version takes effect, pages with the previous one still count.',
  'policy-check-age': 'A page whose last check is older does not count as published.',
  'training-target': 'The share of staff who completed the modules and passed the exam in each quarter.',
  'pass-mark': 'The lowest score that passes. The best attempt of the quarter counts.',
  'minimum-tenure': 'Staff who joined, or returned after a longer gap, fewer days before quarter end are not counted.',
  'incident-target': 'How much confirmed customer data leaks must fall compared with the baseline year.',
  'baseline-year': 'The year that later years are compared with. Without one, each is compared with the previous year.',
  'satisfaction-target':
    'The share of customers with an opinion who are satisfied, weighted to all eligible customers.',
  'minimum-answers': 'With fewer effective responses the share is shown without a status or verdict.',
  'smallest-group': 'Figures on fewer people are hidden. At least 5.',
  'audit-target': 'The share of partners with customer data that must have a full audit within the year.',
  'partner-grace': 'A partner whose deadline ends next year is not due this year.',
}

const units: Record<SettingUnit, (n: number) => string> = {
  percent: (n) => `${n}%`,
  points: (n) => (n === 1 ? '1 point' : `${n} points`),
  days: (n) => (n === 1 ? '1 day' : `${n} days`),
  months: (n) => (n === 1 ? '1 month' : `${n} months`),
  people: (n) => (n === 1 ? '1 person' : `${n} people`),
  answers: (n) => (n === 1 ? '1 response' : `${n} responses`),
  year: (n) => `${n}`,
}

const outcomes: Record<ChangeOutcome, string> = {
  confirmed: 'Confirmed by',
  declined: 'Declined by',
  withdrawn: 'Withdrawn by',
}

export const rules = {
  title: (version: string, rules: number, pending: number) => {
    const inForce = `${rules} rules and targets are in force (version ${version}).`
    if (pending === 0) return inForce
    return `${inForce} ${pending === 1 ? '1 change is' : `${pending} changes are`} pending.`
  },
  lead: (period: string) =>
    `Rules for the ${period}. A change needs a proposer and a second person who does not own the goal. Earlier half-years keep their rules.`,
  names,
  meanings,
  units,
  yearBefore: 'the previous year',
  table: {
    title: 'In force',
    caption: 'Rules and targets in force',
    columns: { rule: 'Rule', value: 'Value', since: 'Since', owner: 'Owner' },
    start: 'Launch',
    coming: (value: string, period: string) => `${value} from the ${period}`,
  },
  waiting: {
    title: 'Pending changes',
    other: 'Another person, who does not own this goal, has to confirm it.',
    notYours: 'You own this goal, so someone else decides.',
  },
  history: {
    title: 'History',
    none: 'No changes yet.',
    change: 'Change',
    value: 'New value or record',
    decided: 'Decision',
    version: (version: string) => `version ${version}`,
    older: (n: number) => (n === 1 ? 'Show 1 older change' : `Show ${n} older changes`),
  },
  facts: {
    value: 'New value',
    was: 'Previous value',
    from: 'Applies from',
    only: 'Applies to',
    reason: 'Reason',
    document: 'Document',
    row: 'Record',
    proposedBy: 'Proposed by',
    version: 'Rule version',
  },
  outcomes,
  confirm: {
    action: 'Confirm',
    title: 'Confirm this change?',
    text: 'It becomes part of the rules and their history. Every half-year it applies to is judged by it.',
  },
  decline: { action: 'Decline', title: 'Decline this change?', text: 'The rules stay as they are.' },
  withdraw: { action: 'Withdraw', title: 'Withdraw this change?', text: 'The rules stay as they are.' },
  propose: {
    title: 'Propose a change',
    formTitle: 'Change',
    lead: 'Another person, who does not own the goal, decides your proposal.',
    setting: 'Rule',
    value: 'New value',
    between: (lowest: string, highest: string) => `From ${lowest} to ${highest}.`,
    documented: (n: string) => `Below ${n} only with a document that gives the reason.`,
    yearBefore: 'Compare each year with the previous year',
    from: 'Applies from',
    fromHint: 'Applies to that half-year and all later ones. A sealed half-year changes only by restatement.',
    reason: 'Reason',
    document: 'Document (minutes, resolution)',
    action: 'Propose',
    wrongValue: 'Enter a whole number within the limits.',
    giveReason: 'Enter a reason.',
    done: 'Proposed. Another person must now decide.',
  },
  rows: {
    exclusion: (goal: string) => `Excluded from “${goal}”`,
    readmission: (goal: string) => `Included again in “${goal}”`,
    onePerson: 'one staff member',
  },
  exclude: {
    title: 'Exclude a record',
    formTitle: 'Proposal',
    lead: 'An excluded record counts neither as met nor as missing. The scorecard, goal page and summary list it with the reason.',
    what: 'Action',
    kinds: { exclusion: 'Exclude', readmission: 'Include again' },
    goal: 'Goal',
    row: 'Record',
    rowHint: {
      'policy-publication': 'Search by name or ID.',
      'staff-training': 'Enter the first characters of the staff number.',
      'partner-audit': 'Search by name or ID.',
    },
    period: 'Half-year',
    reasonHint: 'Visible to all readers: no names or health details.',
    chooseRow: 'Choose a record.',
    noRow: 'No matching records',
  },
  excluded: {
    title: 'Excluded records',
    caption: 'Records excluded from this share by two people',
    columns: ['Record', 'ID', 'Reason', 'Decided on'],
  },
  /** After the definition of a goal. */
  aim: (target: string) => ` ${target.charAt(0).toUpperCase()}${target.slice(1)}.`,
  judgedBy: (version: string) => `Judged by rule version ${version}`,
}

/** Refusals, by the codes of their faults. */
export const ruleFaults: Readonly<Record<string, string>> = {
  'programme-start-stands': 'Correct the program start date with a reason, below the organization form.',
  'programme-start-sealed': 'A half-year is sealed, so the program start date can no longer be corrected.',
  'programme-start-frozen': 'A half-year is frozen. Unfreeze it before you correct the start date.',
  'programme-start-same': 'This is already the program start date.',
  'organisation-unknown': 'Set up the organization first.',
  'baseline-takes-two': 'Changing the baseline year is a rule change: propose it under “Rules and targets”.',
  'row-not-registered': 'No such record.',
  'already-excluded': 'This record is already excluded.',
  'not-excluded': 'This record is not excluded.',
  'document-missing': 'A value this low needs a document that gives the reason.',
  'setting-out-of-range': 'This value is outside the limits.',
  'setting-unchanged': 'This is already the value.',
  'baseline-not-past': 'The baseline year must end before the first half-year compared with it.',
  'baseline-without-data': 'The registers have no data for this year, so nothing can be compared with it.',
  'change-waits': 'Another change of this rule is pending.',
  'applies-too-early': 'A change can apply from the last ended half-year at the earliest.',
  'applies-too-late': 'A change can apply from the next half-year at the latest.',
  'applies-before-latest': 'A confirmed change applies from a later half-year; none can apply before it.',
  'applies-to-sealed': 'This or a later half-year is sealed. Restate it first.',
  'applies-to-frozen': 'Unfreeze this half-year, or the later one, first.',
  'applies-to-asked':
    'The wave for this half-year has opened, so its satisfaction rules are sealed. Choose the next half-year.',
  'change-decided': 'This change has already been decided.',
  'own-change': 'Another person must decide your proposal.',
  'owner-decides': 'The goal’s owner cannot decide its rules.',
  'not-own-change': 'Only the proposer can withdraw a change.',
  'decided-meanwhile': 'Someone else just decided this. Reload the page.',
}
