/** Sentences of `torture`, which kills the working apps and counts losses. */
export const torture = {
  mailing: (recipients: number, kills: number) =>
    `Mailing ${recipients} recipients while the scheduler is killed ${kills} times`,
  killedScheduler: (times: number, kills: number, reached: number, recipients: number) =>
    `Kill ${times} of ${kills}: the mail server knows ${reached} of ${recipients} recipients`,
  waiting: 'Waiting for the outbox to empty; what a killed scheduler held comes free when its lease ends',
  taken: (letters: number, duplicates: number, forced: number) =>
    `The mail server took ${letters} letters. Duplicates: ${duplicates}, of these after a dropped connection: ${forced}`,
  answering: (links: number, clients: number, kills: number) =>
    `${clients} clients answer through ${links} links while the survey is killed ${kills} times`,
  killedSurvey: (times: number, kills: number, acknowledged: number) =>
    `Kill ${times} of ${kills}: ${acknowledged} answers were thanked for`,
  checking: (answers: number) => `Reading ${answers} answers in the database`,
  slowestStart: (seconds: string) => `The slowest start after a kill took ${seconds} s`,
  breaches: {
    late: (waiting: number) => `The time was over with ${waiting} letters still waiting.`,
    lostLetters: (lost: number) => `Recipients without an invitation: ${lost}.`,
    duplicates: (found: number, allowed: number) => `Duplicates: ${found}, at most ${allowed} are allowed.`,
    messageIds: (recipients: number) => `Recipients whose copies differ in their Message-ID: ${recipients}.`,
    ledger: (sent: number, reached: number) =>
      `The ledger has ${sent} letters sent, but the mail server confirmed ${reached} recipients.`,
    lostAnswers: (lost: number) => `Answers that were thanked for and are not stored as they were sent: ${lost}.`,
    stored: (stored: number, acknowledged: number) =>
      `${acknowledged} answers were thanked for, ${stored} are counted as stored.`,
    unanswered: (people: number) => `Travelers who could not answer: ${people}.`,
    counters: (wrong: number) => `Counters that differ from a recount of the answers: ${wrong}.`,
    broken: (what: string) => `The database file is broken: ${what}`,
    slowStart: (seconds: string) => `A start after a kill took ${seconds} s three times in a row; 5 s are allowed.`,
  },
  faults: {
    what: 'Say what to torture: letters or answers',
    count: (option: string, least: number, most: number) => `${option} is a whole number from ${least} to ${most}`,
    sink: '--sink is rough or clean',
  },
  usage: `Usage: pnpm torture letters [--recipients N] [--kills N] [--sink rough|clean] [--lease SECONDS] [--seed N] [--json]
                            [--data FOLDER]
       pnpm torture answers [--recipients N] [--kills N] [--seed N] [--json] [--data FOLDER]
letters: mails a wave while the scheduler is killed (SIGKILL) at random moments. The rough mail server answers 451 to
  2% of the letters and 421 to 1%, and drops 1% of the connections after it took the letter. lost: recipients without
  a letter that the server confirmed. duplicates: all letters beyond each recipient’s first. A letter that was taken
  without a confirmation must be sent again, and counts as a duplicate too. Allowed: 5 a kill in all; where those after
  a dropped connection are more by themselves, 5 a kill beside them.
answers: 8 clients answer while the survey is killed. lost: answers that were thanked for and are not stored as they
  were sent. Checked too: the counters, the database file, and that a start after a kill takes at most 5 s (a slow one
  is measured up to three times).
N recipients (1-20000, usually 3000), kills (0-100, usually 20). Letters of a killed scheduler wait for the lease
  (1-3600 s, usually 60). The folder of --data must be new or empty, and is kept.
The exit code is 1 when something does not hold.`,
}
