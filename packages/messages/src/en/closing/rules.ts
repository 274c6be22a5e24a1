import type { ChangeOutcome, SettingId, SettingUnit } from '@wayproof/scorecard'

const names: Record<SettingId, string> = {
  'publication-target': 'Target: platforms with the current policy',
  'policy-due': 'Time until the policy stands everywhere',
  'policy-grace': 'Grace for the policy before',
  'policy-check-age': 'Age of a check that still counts',
  'training-target': 'Target: staff trained and examined',
  'pass-mark': 'Pass mark of the exam',
  'minimum-tenure': 'Days on the roster before training is due',
  'incident-target': 'Target: fewer leaks than in the baseline year',
  'baseline-year': 'Baseline year of the leaks',
  'satisfaction-target': 'Target: satisfied customers',
  'minimum-answers': 'Answers needed for a status',
  'smallest-group': 'Smallest group that is shown',
  'audit-target': 'Target: partners audited',
  'partner-grace': 'Time until a new partner is audited',
}

const meanings: Record<SettingId, string> = {
  'publication-target': 'The share of platforms in scope that must show the current policy in every language.',
  'policy-due': 'Counted from the first day of the programme. Until then the goal is not missed.',
  'policy-grace': 'For so many days after a new version comes into force, pages that show the one before still count.',
  'policy-check-age': 'A page that nobody has looked at for longer does not count as published.',
  'training-target': 'The share of staff who completed the modules and passed the exam, in each quarter.',
  'pass-mark': 'The lowest score that passes. The best attempt of the quarter counts.',
  'minimum-tenure': 'Whoever joined later than this before the end of a quarter is in neither part of the share.',
  'incident-target': 'By how much the confirmed leaks of customers’ data must fall on the baseline year.',
  'baseline-year': 'The year that later years are compared with. Without one, each is compared with the year before.',
  'satisfaction-target':
    'The share of customers with an opinion who are satisfied, weighted to all who could be asked.',
  'minimum-answers': 'With fewer effective answers the share is shown, but gets no colour and no verdict.',
  'smallest-group': 'No figure on fewer people is shown. Never below five.',
  'audit-target': 'The share of partners with customers’ data that must be audited in full within the year.',
  'partner-grace': 'A partner whose days end only next year is not due this year.',
}

const units: Record<SettingUnit, (n: number) => string> = {
  percent: (n) => `${n}%`,
  points: (n) => (n === 1 ? '1 point' : `${n} points`),
  days: (n) => (n === 1 ? '1 day' : `${n} days`),
  months: (n) => (n === 1 ? '1 month' : `${n} months`),
  people: (n) => `${n} people`,
  answers: (n) => `${n} answers`,
  year: (n) => `${n}`,
}

const outcomes: Record<ChangeOutcome, string> = {
  confirmed: 'Confirmed by',
  declined: 'Declined by',
  withdrawn: 'Withdrawn by',
}

export const rules = {
  title: (version: string) => `Rules and targets, version ${version}`,
  lead: (period: string) =>
    `What the goals of the ${period} are judged by. A change takes two people: an officer proposes it, and somebody confirms it who does not answer for the goal. Earlier half-years keep the rules of their time.`,
  names,
  meanings,
  units,
  yearBefore: 'the year before',
  table: {
    title: 'In force',
    caption: 'Rules and targets in force',
    columns: { rule: 'Rule', value: 'Value', since: 'Since', owner: 'Owner' },
    start: 'the start',
    coming: (value: string, period: string) => `${value} from the ${period}`,
  },
  waiting: {
    title: 'Waiting for a second person',
    other: 'Another person has to confirm it: one who does not answer for this goal.',
    notYours: 'You answer for this goal, so somebody else decides.',
  },
  history: { title: 'History', none: 'Nothing has been changed.' },
  facts: {
    value: 'New value',
    was: 'Until then',
    from: 'Applies from',
    only: 'Applies to',
    reason: 'Reason',
    document: 'Written down in',
    row: 'Row',
    proposedBy: 'Proposed by',
    version: 'Rule version',
  },
  outcomes,
  confirm: {
    action: 'Confirm',
    title: 'Confirm this change?',
    text: 'It becomes part of the rules and stays in their history. Every half-year it applies to is judged by it.',
  },
  decline: { action: 'Decline', title: 'Decline this change?', text: 'The rules stay as they are.' },
  withdraw: { action: 'Withdraw', title: 'Withdraw this change?', text: 'The rules stay as they are.' },
  propose: {
    title: 'Propose a change',
    setting: 'Rule',
    value: 'New value',
    between: (lowest: string, highest: string) => `From ${lowest} to ${highest}.`,
    documented: (n: string) => `Below ${n} only with a document that says why.`,
    yearBefore: 'Compare each year with the year before',
    from: 'Applies from',
    fromHint: 'It holds for that half-year and all that follow. A sealed half-year is only changed by restating it.',
    reason: 'Reason',
    document: 'Document (minutes, resolution)',
    action: 'Propose',
    wrongValue: 'Enter a whole number within the bounds.',
    giveReason: 'Say why.',
    done: 'Proposed. It waits for a second person.',
  },
  rows: {
    exclusion: (goal: string) => `Left out of “${goal}”`,
    readmission: (goal: string) => `Counted again in “${goal}”`,
    onePerson: 'one member of staff',
  },
  exclude: {
    title: 'Leave a row out',
    lead: 'A row that is left out counts neither as met nor as missing. Scorecard, goal page and summary name it with the reason.',
    what: 'What',
    kinds: { exclusion: 'Leave out of the count', readmission: 'Count again' },
    goal: 'Goal',
    row: 'Row',
    rowHint: {
      'policy-publication': 'The id of the surface in the register.',
      'staff-training': 'The staff number on the roster.',
      'partner-audit': 'The id of the partner in the register.',
    },
    period: 'Half-year',
    reasonHint: 'Every reader sees it: name nobody, and nothing about anybody’s health.',
    giveRow: 'Name the row.',
  },
  excluded: {
    title: 'Left out of the count',
    caption: 'Rows that two people left out of this share',
    columns: ['Row', 'Id', 'Reason', 'Decided on'],
  },
  /** After the definition of a goal. */
  aim: (target: string) => ` ${target.charAt(0).toUpperCase()}${target.slice(1)}.`,
  judgedBy: (version: string) => `Judged by rule version ${version}`,
}

/** Refusals, by the codes of their faults. */
export const ruleFaults: Readonly<Record<string, string>> = {
  'programme-start-stands':
    'The first day of the programme is corrected with a reason, below the form of the organization.',
  'programme-start-sealed': 'A half-year is sealed, so the first day of the programme can no longer be corrected.',
  'programme-start-frozen': 'A half-year is frozen. Take the freeze back before you correct the first day.',
  'programme-start-same': 'The programme begins on this day already.',
  'organisation-unknown': 'First set up the organization.',
  'baseline-takes-two': 'Another baseline year is a change of the rules: propose it under “Rules and targets”.',
  'row-not-registered': 'The register knows no such row.',
  'already-excluded': 'This row is left out already.',
  'not-excluded': 'This row is not left out.',
  'document-missing': 'A value as low as this needs a document that says why.',
  'setting-out-of-range': 'This value lies outside the bounds.',
  'setting-unchanged': 'This is the value already.',
  'baseline-not-past': 'The baseline year must be over before the first half-year that is compared with it.',
  'baseline-without-data': 'No register knows anything of this year, so nothing can be compared with it.',
  'change-waits': 'Another change of this waits for a second person.',
  'applies-too-early': 'A change applies from the half-year that ended last at the earliest.',
  'applies-too-late': 'A change applies from the next half-year at the latest.',
  'applies-before-latest':
    'A change that applies from a later half-year is confirmed already; none can apply before it.',
  'applies-to-sealed': 'This half-year, or one after it, is sealed. Restate it first.',
  'applies-to-frozen': 'The figures of this half-year, or of one after it, are frozen. Take the freeze back first.',
  'applies-to-asked':
    'The wave on this half-year has opened, and what satisfaction is judged by was sealed then. Choose the next one.',
  'change-decided': 'This change is decided already, or withdrawn.',
  'own-change': 'Whoever proposed a change cannot decide about it: a second person must.',
  'owner-decides': 'Whoever answers for the goal cannot decide about its rules: somebody else must.',
  'not-own-change': 'Only whoever proposed a change can withdraw it.',
  'decided-meanwhile': 'Somebody else has decided meanwhile. Look at the page again.',
}
