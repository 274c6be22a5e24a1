/** The output of `torture`: it kills the apps while they work and counts what is lost. */
export const torture = {
  mailing: (recipients: number, kills: number) =>
    `Emailing ${recipients} recipients while the scheduler is killed ${kills} times`,
  killedScheduler: (times: number, kills: number, reached: number, recipients: number) =>
    `Kill ${times} of ${kills}: the mail server has ${reached} of ${recipients} recipients`,
  waiting: 'Waiting for the outbox to empty; emails of a killed scheduler are released when its lease ends',
  taken: (letters: number, duplicates: number, forced: number) =>
    `The mail server accepted ${letters} emails. Duplicates: ${duplicates}, of these after a dropped connection: ${forced}`,
  answering: (links: number, clients: number, kills: number) =>
    `${clients} clients answer through ${links} links while the survey is killed ${kills} times`,
  killedSurvey: (times: number, kills: number, acknowledged: number) =>
    `Kill ${times} of ${kills}: ${acknowledged} responses acknowledged`,
  clusterWorks: (surveys: number, schedulers: number, seconds: number) =>
    `${surveys} survey processes and ${schedulers} schedulers work for ${seconds} s, while they and the database are killed`,
  checking: (answers: number) => `Reading ${answers} responses in the database`,
  slowestStart: (seconds: string) => `The slowest start after a kill took ${seconds} s`,
  breaches: {
    late: (waiting: number) => `Time ran out with ${waiting} emails still waiting.`,
    lostLetters: (lost: number) => `Recipients without an invitation: ${lost}.`,
    duplicates: (duplicateLetters: number, allowed: number) =>
      `Duplicates: ${duplicateLetters}, at most ${allowed} are allowed.`,
    messageIds: (recipients: number) => `Recipients whose copies differ in their Message-ID: ${recipients}.`,
    ledger: (sent: number, reached: number) =>
      `The delivery log has ${sent} emails sent, but the mail server confirmed ${reached} recipients.`,
    lostAnswers: (lost: number) => `Acknowledged responses that are not saved as sent: ${lost}.`,
    stored: (stored: number, acknowledged: number) =>
      `${acknowledged} responses acknowledged, ${stored} counted as saved.`,
    unanswered: (people: number) => `Travelers who could not answer: ${people}.`,
    counters: (wrong: number) => `Counters that differ from a recount: ${wrong}.`,
    broken: (what: string) => `The database file is damaged: ${what}`,
    doubledRuns: (runs: number) => `Runs of a job for the same period beyond the first: ${runs}.`,
    crashes: (processes: number) => `Processes that ended on their own: ${processes}.`,
    slowStart: (seconds: string) => `A start after a kill took ${seconds} s three times in a row; 5 s are allowed.`,
  },
  faults: {
    what: 'Name what to torture: letters, answers or cluster',
    count: (option: string, least: number, most: number) => `${option} must be a whole number from ${least} to ${most}`,
    sink: '--sink must be rough or clean',
  },
  usage: `Usage: npx -y pnpm@12 torture letters [--recipients N] [--kills N] [--sink rough|clean] [--lease SECONDS] [--seed N] [--json]
                            [--data FOLDER] [--database URL]
       npx -y pnpm@12 torture answers [--recipients N] [--kills N] [--seed N] [--json] [--data FOLDER] [--database URL]
       npx -y pnpm@12 torture cluster [--seconds N] [--seed N] [--json] [--data FOLDER]
letters: emails a wave while the scheduler is killed (SIGKILL) at random moments. The rough mail server answers 451 to
  2% of the emails and 421 to 1%, and drops 1% of the connections after accepting the email. lost: recipients without
  a confirmed email. duplicates: all emails beyond each recipient’s first. An email accepted without confirmation must
  be sent again and counts as a duplicate. Allowed: 5 per kill in all; if those after a dropped connection alone are
  more, 5 per kill in addition to them.
answers: 8 clients answer while the survey is killed. lost: acknowledged responses that are not saved as sent. Also
  checked: the counters, the database, and that a start after a kill takes at most 5 s (a slow one is measured up
  to 3 times).
cluster: 4 survey processes and 2 schedulers work on a PostgreSQL server of their own for N seconds (5-3600, default
  180), while processes are killed and the server is restarted, half of the times in the middle of commits. Travelers
  also correct and withdraw responses. lost: acknowledged responses that are not saved as last sent. doubledAnswers,
  doubledRuns: responses and runs of jobs beyond the first. lettersLost: recipients without an email.
N recipients (1-20000, default 3000), kills (0-100, default 20). Emails of a killed scheduler wait for the lease
  (1-3600 s, default 60). The folder of --data and the database must be new or empty,
  and are kept; the default is a SQLite file in a folder that is removed.
The exit code is 1 if a check fails.`,
}
