import { capital, numeral } from '../scorecard/numerals.ts'

export const closing = {
  title: {
    running: (period: string) => `The ${period} is still running.`,
    lacking: (period: string, n: number) =>
      n === 1
        ? `One thing is missing before the ${period} can be frozen.`
        : `${capital(numeral(n))} things are missing before the ${period} can be frozen.`,
    ready: (period: string) => `The ${period} is ready to be frozen.`,
    frozen: (period: string, signed: number) =>
      signed === 0
        ? `No owner has signed the ${period} yet.`
        : `${capital(numeral(signed))} of five goals of the ${period} ${signed === 1 ? 'is' : 'are'} signed.`,
    signed: (period: string) => `Every goal of the ${period} is signed; it can be closed.`,
    closed: (period: string) => `The ${period} is closed and sealed.`,
    reopened: (period: string) => `The ${period} is open again, to be restated.`,
  },
  lead: {
    running: 'Its goals are judged when it is over.',
    ended: 'Freezing fixes the figures as they stand. Then each owner signs, and a second person closes.',
    frozen: 'The figures are fixed. Each owner signs for the own goal; then a second person closes.',
    signed: 'Somebody closes who neither froze the scorecard nor signed for a goal.',
    closed: 'What is published is what was sealed, whatever the registers say later.',
    reopened: 'What was sealed stays published until the new version is signed and closed.',
  },
  goals: {
    title: 'Goals and signatures',
    caption: 'The five goals, their figures and who has signed',
    columns: { status: 'Status', goal: 'Goal', figure: 'Figure', owner: 'Owner', signed: 'Signature' },
    sign: 'Sign',
    signGoal: (goal: string) => `Sign for ${goal}`,
    confirmTitle: (goal: string) => `Sign for “${goal}”?`,
    confirm: 'You stand for this figure as it is frozen. A signature cannot be taken back.',
    signedBy: (name: string, day: string) => `${name}, ${day}`,
    unsigned: 'not signed',
    nobody: 'nobody has this role',
    notYet: 'after the freeze',
  },
  lacks: {
    title: 'Before the freeze',
    over: 'The half-year is over',
    'wave-open': 'The wave on it is closed',
    'wave-missing': 'No survey was held on it: that needs a note and an action',
    noWave: 'No survey was held on it; why, and what is done, is written down',
    none: 'not held',
    'improvement-missing': 'An improvement is chosen from the travelers’ answers',
    'remedy-missing': 'Each red goal has a note and an action',
    'outcome-missing': 'What came of the last half-year’s actions is recorded',
    yes: 'done',
    no: 'missing',
    choose: 'Choose one',
    toWaves: 'To the waves',
  },
  freeze: {
    action: 'Freeze the figures',
    confirmTitle: 'Freeze the figures?',
    confirm:
      'The owners get a letter and are asked to sign. Corrections that come later do not count for this half-year.',
  },
  takeBack: {
    action: 'Take the freeze back',
    confirmTitle: 'Take the freeze back?',
    confirm: 'Signatures given so far are gone. Freeze again when the registers are right.',
  },
  close: {
    action: 'Close and seal',
    confirmTitle: 'Close and seal the half-year?',
    confirm:
      'The scorecard becomes a link in the chain of seals. It cannot be changed any more, only restated, with a reason that every reader gets.',
    notYou: 'You froze it, reopened it or signed for a goal: another privacy officer has to close it.',
  },
  told: (people: number) =>
    people === 1
      ? 'One reader gets a letter about the restatement.'
      : `${people} readers get a letter about the restatement.`,
  leave: {
    action: 'Leave it as it was sealed',
    confirmTitle: 'Leave the half-year as it was sealed?',
    confirm: 'No new version is made.',
  },
  course: { title: 'Closing', frozenBy: (name: string, day: string) => `Frozen by ${name} on ${day}.` },
  reopening: (name: string, day: string) => `Reopened by ${name} on ${day}: `,
  changed: {
    title: 'Data changed since',
    frozen: 'Corrections since the freeze do not count. Take the freeze back if they should.',
    sealed: 'Corrections since the seal. Restate the half-year if they should count.',
  },
  undone: {
    lead: 'Imports that this half-year was sealed on were undone since. The sealed figures and records stay as they were.',
    line: (register: string, file: string, day: string) => `${register}: ${file}, undone on ${day}`,
  },
  seals: {
    title: 'Seals',
    version: (n: number) => `Version ${n}`,
    code: 'Code',
    closedBy: 'Closed by',
    clock: 'Clock',
    clockUnknown: 'compared with none',
    clockOff: (seconds: string) => `${seconds} s off`,
    why: 'Reason',
    number: 'Number in the chain',
    sealedOn: 'Sealed on',
    people: 'Signatories',
  },
  restate: {
    title: 'Restate',
    lead: 'Everybody who got the summary gets the new figures and your reason.',
    reason: 'Reason',
    give: 'Say why.',
    action: 'Reopen',
    confirmTitle: 'Reopen the half-year?',
    confirm:
      'What was sealed stays published until the owners have signed the new figures and another person has closed them.',
  },
  verify: {
    title: 'Verify',
    lead: 'Computes the whole chain again from what is stored. The code in the foot of a summary letter shows that nobody made it anew.',
    code: 'Code from paper',
    hint: 'Seven groups of four; may be left empty.',
    action: 'Verify',
  },
  remedy: {
    title: 'Red goals',
    noWave: 'No survey was held',
    noWaveLead: 'A half-year that nobody was asked about is closed with a note and an action; the goal stays unknown.',
    noLonger: 'Decided on goals that are no longer red',
    of: (goal: string) => `${goal}: what is done`,
    lead: 'A red goal is closed with a note and an action.',
    goal: 'Goal',
    note: 'Note: why it is red',
    noteNoWave: 'Note: why no survey was held',
    action: 'Action',
    dueOn: 'Due on',
    effect: 'Expected effect',
    empty: 'Fill this in.',
    day: 'Choose a day after today.',
    save: 'Keep',
    edit: 'Edit',
    editOf: (goal: string) => `Edit the note and action on ${goal}`,
    noteBefore: 'Note',
    changed: (times: number) => (times === 1 ? 'Changed once' : `Changed ${times} times`),
    changedBy: (name: string, moment: string) => `${name}, ${moment}. Before:`,
    due: (day: string) => `due ${day}`,
    expects: (effect: string) => `expected: ${effect}`,
  },
  before: {
    title: 'What came of it',
    lead: (period: string) => `Promised on the ${period}`,
    none: 'Nothing was promised.',
    state: 'State',
    text: 'What came of it',
    record: 'Record',
    open: 'not recorded',
  },
}
