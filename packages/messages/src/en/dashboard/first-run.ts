import { count } from '../../number-format.ts'

const steps = {
  organisation: {
    title: 'Name your organization',
    help: 'Its name, the contact address for travelers and the start of the program.',
    act: 'Enter the name',
  },
  calendar: {
    title: 'Check the time zone and the holidays',
    help: 'Company holidays move the days on which waves open. The server’s settings name the time zone.',
    act: 'Check the holidays',
  },
  mail: {
    title: 'Send a test email',
    help: 'The person who runs the server enters the mail server in its settings. You or an administrator test it here.',
    act: 'Test email',
  },
  people: {
    title: 'Invite people',
    help: 'The owners of the goals, executives who read the summaries, and a second privacy officer.',
    act: 'Invite a person',
  },
  registers: {
    title: 'Import the first registers',
    help: 'Staff and training, incidents, partners and audits. Each register has a template in CSV and XLSX.',
    act: 'Go to registers',
  },
  travelers: {
    title: 'Import travelers',
    help: 'The customers whom a wave may ask, with the legal basis for each.',
    act: 'Import travelers',
  },
  checklist: {
    title: 'Confirm the opening checklist',
    help: 'Legal basis, privacy notice, impact assessment and backups. A privacy officer confirms them.',
    act: 'Confirm the checklist',
  },
  wave: {
    title: 'Open the first wave',
    help: 'Travelers are asked about a half-year once it has ended. Open it yourself, or let the program open it.',
    act: 'Open a wave',
  },
}

/** The way from an empty installation to its first wave. */
export const firstRun = {
  title: (done: number, all: number) => `Set-up: ${done} of ${all} steps are done.`,
  lead: 'Take the steps in any order. Progress is kept, and the scorecard fills as data arrives.',
  leadUnnamed: 'Name your organization first. To look around before that, load the sample data below.',
  heading: 'Steps',
  done: 'done',
  open: 'open',
  again: 'Review',
  notes: {
    secondOfficer:
      'A second privacy officer is missing. Until one has joined, no wave can be opened, and the rules, the questionnaire, survey languages, the organization’s name and policy texts cannot be changed.',
    openingNeedsTwo: 'Another privacy officer has to approve the opening. Invite one first.',
    waits: 'The opening waits for another privacy officer.',
    scheduled: (day: string) =>
      `The next wave opens automatically on ${day} once two privacy officers have approved it.`,
    fewTravelers: (rows: number, answers: number) =>
      `${count(rows, 'en')} travelers are too few: the satisfaction goal is judged from ${count(answers, 'en')} answers.`,
  },
  back: (done: number, all: number) => `Back to the set-up: ${done} of ${all} steps are done`,
  zone: (name: string) => `Time zone: ${name}.`,
  steps,
}
