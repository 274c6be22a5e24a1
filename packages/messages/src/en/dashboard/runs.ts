import type { JobOutcome } from '@wayproof/oversight/services/job-result'
import type { Service, ServiceState } from '@wayproof/oversight/services/service'

const services: Record<Service, string> = {
  scheduler: 'Scheduler',
  'mail-server': 'Mail server',
  'bounce-mailbox': 'Mailbox for bounces',
}

const states: Record<ServiceState, string> = {
  working: 'Working',
  failing: 'Last attempt failed',
  silent: 'Silent',
  unknown: 'Unknown: the scheduler has stopped',
}

const counted = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)
const waves = (done: string) => (n: number) => counted(n, `wave ${done}`, `waves ${done}`)

/** Jobs of the scheduler; `done` says how much a run did, if its job counts. */
const jobs: Readonly<Record<string, { readonly name: string; readonly done?: (n: number) => string }>> = {
  'close-waves': { name: 'Close waves', done: waves('closed') },
  'certify-unlinking': { name: 'Check that answers are anonymized', done: waves('checked') },
  'open-waves': { name: 'Open waves', done: waves('opened') },
  'test-mail-server': { name: 'Test the mail server before an opening' },
  'watch-letters': { name: 'Watch for bounces', done: waves('paused') },
  'count-open-waves': { name: 'Count open waves', done: waves('counted') },
  'remind-travelers': { name: 'Remind travelers', done: waves('with reminders') },
  'delete-what-is-due': { name: 'Delete expired data' },
  'chain-audit-log': { name: 'Extend the audit log' },
  'verify-audit-log': { name: 'Verify the audit log' },
  'check-policy-pages': {
    name: 'Plan checks of policy pages',
    done: (n) => counted(n, 'page planned', 'pages planned'),
  },
  'tell-of-requests': { name: 'Announce requests', done: (n) => counted(n, 'day announced', 'days announced') },
  'tell-of-reports': { name: 'Announce reports' },
  'mail-digests': { name: 'Email daily deadlines' },
  'alert-at-once': { name: 'Alert of duties in hours' },
  'mail-goal-changes': { name: 'Tell of changed goals' },
  'prove-pdf': { name: 'Prove that PDF reports can be made', done: () => 'Made' },
  'remind-owners': { name: 'Remind goal owners', done: () => 'Done' },
  'end-approvals': { name: 'End approvals that expired' },
  'tell-of-bounces': { name: 'Look for people whose email bounces' },
  'executive-summary': { name: 'Send summaries', done: (n) => counted(n, 'edition processed', 'editions processed') },
}

const outcomes: Record<JobOutcome, string> = {
  done: 'Done',
  nothing: 'Nothing due',
  failed: 'Failed',
  unfinished: 'Not finished, repeated',
}

/** Faults and warnings about the machine, each with what to do. */
const health = {
  'database-unreachable': 'The database does not answer. Ask your administrator to see its server, or the disk.',
  'other-version': 'Another version has upgraded the database. Ask your administrator to start that version.',
  'other-key': 'The database belongs to another key. Ask your administrator to restore the right one.',
  'key-generation-missing': 'The key was changed on another machine. Ask your administrator to copy the key file here.',
  'wave-key-missing':
    'The key of an open wave is missing on this machine, so no answer is accepted. Ask your administrator to put back the folder of the wave keys.',
  'database-damaged':
    'The database is damaged, and nothing is saved. Ask your administrator to restore a backup: wayproof restore.',
  'disk-full': 'The disk is full, and no answer is saved. Ask your administrator to free some space.',
  'journal-unwritable':
    'The journal cannot be written, so nobody can unsubscribe. Ask your administrator to give the backup folder to the user of the apps.',
  'disk-low': 'Less than 5% of the disk is free. Ask your administrator to free some space.',
  'letters-waiting': 'An email has waited for more than an hour. See below whether the mail server works.',
  'backup-folder-unwritable':
    'The backup folder cannot be written. Ask your administrator to give it to the user of the apps.',
  'wave-keys-unwritable':
    'The folder of the wave keys cannot be written, so no wave can open. Ask your administrator to give it to the user of the apps.',
  'wave-keys-among-data':
    'The wave keys are in the folder of data or backups, so one copy contains answers and key. Ask your administrator to move WAVE_KEY_DIR after the wave.',
  'backup-old': 'No backup was made in the last 7 days. Ask your administrator to run one each day: wayproof backup.',
  'restore-unproven':
    'No restore of a backup was proven in the last 100 days. Ask your administrator: wayproof doctor --restore KEY.',
  'pdf-failing':
    'No PDF report can be made, so summaries do not leave. The reason is below, among the runs. Ask your administrator: wayproof doctor.',
  'clock-doubted': 'The clock of the server is in doubt, and nothing is sent until you confirm it under Decisions.',
}

/** The page of services and runs. */
export const runs = {
  health,
  installation: {
    title: 'Installation',
    version: (version: string, generation: number) => `Version ${version}, key generation ${generation}.`,
    queueEmpty: 'No email waits, apart from reminders and emails about cases.',
    waiting: (letters: number, cause: string, since: string) =>
      `${counted(letters, 'email waits', 'emails wait')}: ${cause}, the oldest from ${since}.`,
    causes: {
      due: 'due now',
      later: 'planned for later',
      paused: 'their wave is paused',
      server: 'a mail server was away',
      sender: 'we were refused as the sender',
      address: 'their address or the email was refused',
    },
    proven: (day: string) => `A restore was last proven on ${day}.`,
    neverProven: 'No restore was ever proven: wayproof doctor --restore KEY.',
    noBackup: 'There is no backup in the backup folder: wayproof backup.',
    unreadable: 'not a backup, or damaged',
    destroyBy: (day: string) => `links answers to people, destroy it by ${day}`,
  },
  title: {
    working: 'Everything runs.',
    silent: (n: number) => counted(n, 'service is silent.', 'services are silent.'),
    never: 'The scheduler has not run yet.',
  },
  lead: 'A service that is silent for 10 minutes is reported here, by email and to the web hook.',
  servicesTitle: 'Services',
  columns: {
    service: 'Service',
    state: 'State',
    contact: 'Last contact',
    place: 'Place',
    job: 'Job',
    last: 'Last run',
    outcome: 'Outcome',
    next: 'Next run',
    time: 'Time',
  },
  services,
  states,
  holdTitle: 'Emails that are waiting',
  holdLead: 'One email is tried at least every 10 minutes. Once one is accepted, all are sent.',
  holdColumns: { to: 'Recipients', since: 'Since', why: 'Reason', next: 'Next attempt' },
  allEmails: 'All',
  holdCauses: {
    away: 'The server does not accept emails at the moment. They wait until it does.',
    refused: 'The server refuses us as the sender. Ask your administrator to repair what its reply names.',
  },
  gapsTitle: 'Gaps of the last 90 days',
  noGaps: 'No service was silent for more than 10 minutes.',
  gap: (service: string, from: string, until: string, minutes: number) =>
    `${service}: ${from} to ${until} (${minutes} min)`,
  gapOpen: (service: string, from: string) => `${service}: since ${from}`,
  hookTitle: 'Web hook',
  noHook: 'None is set up. Ask your administrator to set WEB_HOOK_URL, so that alerts also reach a group chat.',
  hookForm: 'Receiver',
  forms: { generic: 'Web service', wecom: 'WeCom', dingtalk: 'DingTalk', feishu: 'Feishu', slack: 'Slack' },
  hookAccepted: 'Last accepted',
  hookWaiting: 'Waiting',
  hookFault: 'Last fault',
  hookTest: 'Send a test message',
  hookTested: 'The test message leaves within half a minute.',
  willTitle: 'What will run',
  ranTitle: (day: string) => `What ran on ${day}`,
  noRuns: 'Nothing ran on this day.',
  noneWorked: 'Nothing was due on this day, and nothing failed.',
  withIdle: 'Also runs with nothing due',
  previous: 'Previous day',
  following: 'Next day',
  jobs,
  outcomes,
  failed: (error: string) => `Failed: ${error}`,
  times: (n: number) => counted(n, 'time', 'times'),
}
