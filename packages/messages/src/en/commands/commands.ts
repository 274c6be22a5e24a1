import { calibrate } from './calibrate.ts'
import { help } from './help.ts'
import { torture } from './torture.ts'

interface BenchFigures {
  readonly name: string
  readonly perSecond: number
  readonly limitPerSecond: number
  readonly p99Milliseconds: number
  readonly cpuMicroseconds: number
}

interface ScorecardFigures {
  readonly runs: readonly { readonly answers: number; readonly milliseconds: number }[]
  readonly rebuildSeconds: number
}

interface AllFigures {
  readonly faults: readonly {
    readonly name: string
    readonly fault: keyof typeof benchFaults
    readonly measured: number
    readonly wanted: number
  }[]
}

interface PdfFigures {
  readonly pages: number
  readonly millisecondsPerPage: number
  readonly firstMilliseconds: number
}

interface DashboardFigures {
  readonly answers: number
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
  readonly firstScreen: { readonly requests: number; readonly bytes: number }
  readonly firstPaint: Readonly<Record<'loopback' | 'slowLine', { readonly figuresMilliseconds: number }>>
}

interface SummaryFigures {
  readonly pages: number
  readonly millisecondsPerPage: number
  readonly pdfBytes: Readonly<Record<string, number>>
  readonly readers: number
  readonly readersSeconds: number
}

interface ExportFigures {
  readonly rows: number
  readonly bytes: number
  readonly seconds: number
  readonly liveMegabytes: number
}

interface RegistersFigures {
  readonly rows: number
  readonly milliseconds: Readonly<Record<'first' | 'search' | 'sort' | 'filter' | 'last', number>>
  readonly slowestMilliseconds: number
}

interface TestFigures {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly seconds: number
  readonly workSeconds: number
  readonly slowest: readonly { readonly file: string; readonly seconds: number }[]
}

interface StartFigures {
  readonly listenMilliseconds: number
  readonly firstPageMilliseconds: number
  readonly idleMegabytes: number
  readonly idleOfAll?: { readonly sum: number }
}

interface MoveRun {
  readonly seconds: number
  readonly peakMegabytes: number
}

interface MixedFigures {
  readonly seconds: number
  readonly requests: number
  readonly errors: number
  readonly p99Milliseconds: number
  readonly memory: Readonly<Record<string, { readonly endMegabytes: number; readonly megabytesAnHour: number }>>
}

interface PlanFigures {
  readonly steps: readonly {
    readonly step: string
    readonly times: number
    readonly walBytes: number
    readonly statements: readonly {
      readonly statement: string
      readonly executions: number
      readonly milliseconds: number
      readonly pages: number
      readonly scans: readonly string[]
    }[]
  }[]
}

interface MoveFigures {
  readonly answers: number
  readonly rows: number
  readonly there: MoveRun
  readonly back: MoveRun
  readonly digestsEqual: boolean
}

const benchFaults = {
  'below-target': (name: string, measured: number, wanted: number) =>
    `${name}: ${measured}/s, below the target of ${wanted}/s.`,
  'slower-than-documented': (name: string, measured: number, wanted: number) =>
    `${name}: ${measured}/s, more than a third below the documented ${wanted}/s.`,
  'too-slow': (name: string, measured: number, wanted: number) =>
    `${name}: ${measured} ms, above the target of ${wanted} ms.`,
  'grows-with-answers': (name: string, measured: number, wanted: number) =>
    `${name}: the largest wave takes ${measured} ms, above ${wanted} ms.`,
}

/** How an app ended: its exit code, or the signal that ended it. */
interface AppEnd {
  readonly code: number | null
  readonly signal: string | null
}

const howEnded = ({ code, signal }: AppEnd) => {
  if (signal === 'SIGKILL') return 'by signal SIGKILL; the system may have run out of memory'
  return signal === null ? `with exit code ${code}` : `by signal ${signal}`
}

/** Sentences of the commands on a terminal, and of the sample mailbox. */
export const commands = {
  mailbox: {
    title: (letters: number) => `Mailbox: ${letters === 1 ? '1 email' : `${letters} emails`}`,
    to: 'To',
    subject: 'Subject',
    people: 'Sign in as one of the sample people',
    back: 'Mailbox',
  },
  building: 'Building the apps, which takes up to a minute after an installation or a change',
  demo: {
    starting: 'Starting the survey, the dashboard, the scheduler and a mail server …',
    picturing: (folder: string) => `Taking pictures: ${folder}`,
    remembering: (start: string) => `Writing the company's history since ${start}`,
    settingUp: 'The first privacy officer signs up and sets up the organization',
    importing: (files: number) => `Importing ${files} registers`,
    imported: (name: string, rows: number) => `${name}: ${rows} rows`,
    opening: (period: string) => `Opening the survey wave for ${period} and sending the invitations`,
    delivering: (sent: number, all: number) => `${sent} of ${all} emails delivered`,
    answering: 'Travelers open the links in their emails and answer',
    answered: (done: number, all: number) => `${done} of ${all} answered`,
    reminding: 'Reminding people who have not answered',
    closing: 'Closing the wave and anonymizing the responses',
    judging: (period: string) => `Assessing the five goals of ${period} and sending the summary`,
    summing: (period: string) => `Mailing the summary of ${period}, whose survey is still open`,
    result: (seconds: string) => `Done in ${seconds} s. This is a made-up sample company.`,
    columns: {
      goal: (period: string) => `Goal, ${period}`,
      verdict: 'Verdict',
      value: 'Value',
      target: 'Target',
      missing: 'Missing',
    },
    places: {
      survey: 'Survey',
      dashboard: 'Dashboard',
      mailbox: 'Mailbox',
      data: 'Data',
    },
    /** Three lines of at most 60 columns: an address in each. */
    guide: (open: string, people: string, survey: string) =>
      [
        `Open  ${open}`,
        `Be    ${people} (9 roles, one click each)`,
        `Try   ${survey} (answer the survey by email)`,
      ].join('\n'),
    surveyOpen: (period: string, invited: number) =>
      `The survey about ${period} is open: ${invited} people invited. Its counts appear once it has closed.`,
    surveyPlace: (url: string) => `${url} (travelers open their page with the link in an email)`,
    stop: 'Press Ctrl-C to stop.',
    stopping: 'Stopping …',
  },
  start: {
    ended: (app: string, how: AppEnd, ends: number) =>
      `The ${app} app ended ${howEnded(how)} (${ends} of 5 in 10 minutes).`,
    again: (seconds: number) => `It restarts in ${seconds} s.`,
    givenUp: 'It is not restarted; the other apps are stopped. Its last lines are above.',
    unusableSettings: (app: string) =>
      `The ${app} app cannot start with these settings. It is not restarted; the other apps run on.`,
    runnerEnded: 'The command that started the apps has ended; the apps are stopped.',
  },
  help,
  replay: {
    organisation: 'Replay',
    closingReason: 'A replay does not wait for the closing date.',
    wave: (label: string, people: number) => `Wave ${label}: inviting ${people} travelers`,
    counted: (recipients: number, invited: number, posts: number, answered: number) =>
      `Mail server: ${recipients} recipients of ${invited} invited. Access log: ${posts} responses of ${answered} saved.`,
    result: (seconds: string) => `Done in ${seconds} s.`,
    countsDiffer: (wave: string) => `The counts of wave ${wave} do not agree. Do not use the results of this run.`,
  },
  calibrate,
  torture,
  bench: {
    usage:
      'Usage: npx -y pnpm@12 bench open|submit|cycle|send|import [--json] [--runs N] [--seconds N] [--clients N] [--size N] [--signed] [--processes N] [--engine sqlite|postgresql]\n       npx -y pnpm@12 bench scorecard [--answers N,N,…] [--runs N] [--engine sqlite|postgresql] [--json]\n       npx -y pnpm@12 bench pdf [--runs N] [--json]\n       npx -y pnpm@12 bench dashboard [--answers N] [--runs N] [--engine sqlite|postgresql] [--json]\n       npx -y pnpm@12 bench summary [--size N] [--runs N] [--engine sqlite|postgresql] [--json]\n       npx -y pnpm@12 bench export [--answers N] [--runs N] [--engine sqlite|postgresql] [--json]\n       npx -y pnpm@12 bench registers [--answers N] [--runs N] [--engine sqlite|postgresql] [--json]\n       npx -y pnpm@12 bench start [--all] [--runs N] [--engine sqlite|postgresql] [--json]\n       npx -y pnpm@12 bench move [--answers N] [--json]\n       npx -y pnpm@12 bench mixed [--seconds N] [--rate N] [--engine sqlite|postgresql] [--json]\n       npx -y pnpm@12 bench plans [--answers N] [--json]\n       npx -y pnpm@12 bench tests [--json]\n       npx -y pnpm@12 bench all [--write] [--json]\nMeasures one job on made-up data, in turn with a stub that does only the unavoidable work; the scorecard with waves of several sizes. The last line is JSON.',
    unknownEngine: (engine: string, engines: string) => `Unknown engine: ${engine}. Choose one of: ${engines}`,
    withoutEngine: (bench: string) => `bench ${bench} has no option --engine.`,
    figures: ({ name, perSecond, limitPerSecond, p99Milliseconds, cpuMicroseconds }: BenchFigures) =>
      `${name}: ${perSecond}/s (the stub ${limitPerSecond}/s), p99 ${p99Milliseconds} ms, ${cpuMicroseconds} µs of CPU each`,
    scorecard: ({ runs, rebuildSeconds }: ScorecardFigures) =>
      [
        ...runs.map(({ answers, milliseconds }) => `${answers} responses: five goals in ${milliseconds} ms`),
        `Recounting the largest: ${rebuildSeconds} s`,
      ].join('\n'),
    pdf: ({ pages, millisecondsPerPage, firstMilliseconds }: PdfFigures) =>
      `pdf: ${millisecondsPerPage} ms a page (${pages} pages), the first report ${firstMilliseconds} ms`,
    dashboard: ({ answers, p50Milliseconds, p99Milliseconds, firstScreen, firstPaint }: DashboardFigures) =>
      `dashboard: scorecard of ${answers} responses in ${p50Milliseconds} ms, p99 ${p99Milliseconds} ms; first screen ${firstScreen.bytes} bytes in ${firstScreen.requests} requests, its figures painted after ${firstPaint.loopback.figuresMilliseconds} ms, on a slow line after ${firstPaint.slowLine.figuresMilliseconds} ms`,
    summary: ({ pages, millisecondsPerPage, pdfBytes, readers, readersSeconds }: SummaryFigures) =>
      `summary: ${millisecondsPerPage} ms a page (${pages} pages, ${Object.entries(pdfBytes)
        .map(([locale, bytes]) => `${locale} ${bytes} bytes`)
        .join(', ')}), ${readers} readers in ${readersSeconds} s`,
    export: ({ rows, bytes, seconds, liveMegabytes }: ExportFigures) =>
      `export: ${rows} rows (${bytes} bytes) in ${seconds} s; memory in use grew by ${liveMegabytes} MB`,
    registers: ({ rows, milliseconds, slowestMilliseconds }: RegistersFigures) =>
      `registers: a list of ${rows} rows opens in ${milliseconds.first} ms, searches in ${milliseconds.search} ms, sorts in ${milliseconds.sort} ms, filters in ${milliseconds.filter} ms, shows its last page in ${milliseconds.last} ms; the slowest of all took ${slowestMilliseconds} ms`,
    start: ({ listenMilliseconds, firstPageMilliseconds, idleMegabytes, idleOfAll }: StartFigures) =>
      `start: the survey app listens after ${listenMilliseconds} ms and has sent its first page after ${firstPageMilliseconds} ms; idle, it takes ${idleMegabytes} MB${idleOfAll ? `, and all three apps ${idleOfAll.sum} MB` : ''}`,
    tests: ({ passed, failed, skipped, seconds, workSeconds, slowest }: TestFigures) =>
      [
        `tests: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s (${workSeconds} s of work)`,
        ...slowest.map((file) => `${file.seconds} s ${file.file}`),
      ].join('\n'),
    move: ({ answers, rows, there, back, digestsEqual }: MoveFigures) =>
      `move: ${answers} answers (${rows} rows) to PostgreSQL in ${there.seconds} s with ${there.peakMegabytes} MB, back in ${back.seconds} s with ${back.peakMegabytes} MB; digests ${digestsEqual ? 'equal' : 'DIFFERENT'}`,
    mixed: ({ requests, seconds, errors, p99Milliseconds, memory }: MixedFigures) =>
      [
        `mixed: ${requests} requests in ${seconds} s, errors: ${errors}, p99 ${p99Milliseconds} ms`,
        ...Object.entries(memory).map(
          ([app, { endMegabytes, megabytesAnHour }]) =>
            `${app}: ${endMegabytes} MB, growth ${megabytesAnHour} MB an hour`,
        ),
      ].join('\n'),
    plans: ({ steps }: PlanFigures) =>
      steps
        .flatMap(({ step, times, walBytes, statements }) => [
          `${step} (${times} times, ${walBytes} bytes of log each)`,
          ...statements.map(
            ({ statement, executions, milliseconds, pages, scans }) =>
              `  ${executions} × ${milliseconds} ms, ${pages} pages [${scans.join(', ')}]: ${statement}`,
          ),
        ])
        .join('\n'),
    all: ({ faults }: AllFigures) =>
      faults.length === 0
        ? 'Every target and every documented figure holds.'
        : faults.map(({ name, fault, measured, wanted }) => benchFaults[fault](name, measured, wanted)).join('\n'),
  },
  faults: {
    unknownOption: (option: string, near: string | null = null) =>
      near === null ? `Unknown option: ${option}` : `Unknown option: ${option}. Did you mean ${near}?`,
    noValue: (option: string) => `${option} takes no value`,
    optionValue: (option: string) => `${option} needs a value`,
    badDatabase:
      'The database must be a file, such as file:./data/demo.db, or a PostgreSQL database, such as postgresql://user:password@db.example.com:5432/demo.',
    databaseFilled: (name: string) => `The database ${name} is in use. Name an empty one.`,
    badSeed: 'The seed must be a word or number of at most 40 characters',
    notBuilt: 'The apps could not be built',
    badYear: (year: string, years: string) => `There is no wave for ${year}. The file has: ${years}`,
    noFolder: 'Name the folder with the files, for example: npx -y pnpm@12 replay ../data',
    missingFiles: (folder: string, names: string) => `${folder} has no ${names}`,
    notDelivered: (waiting: number) =>
      `The mail server accepts no emails; ${waiting} are waiting. No one answered. Check SMTP_URL.`,
    unreadableRelay:
      'SMTP_URL is set, but the emails it accepts cannot be read here. Leave it unset to use the built-in mail server.',
    folderNotEmpty: (folder: string) => `${folder} is not empty and was left as it is. Name a new folder with --data.`,
    folderUnusable: (folder: string) => `${folder} cannot be used: it is not a folder, or not writable.`,
    failed: (why: string) => `Stopped: ${why}`,
    usageStart:
      'Usage: wayproof start [--new]\n--new starts with an empty database if the one that the key file belongs to is missing.',
    usagePictures:
      'Usage: npx -y pnpm@12 pictures FOLDER [--tour]\nWrites pictures of every page of the dashboard with the sample company to FOLDER. --tour takes those of docs/tour.',
    usageDemo:
      'Usage: npx -y pnpm@12 demo [--seed N] [--exit] [--json] [--data FOLDER] [--database URL]\nFOLDER must be new or empty, and so must the database (default: a file in FOLDER). Emails go to a built-in mail server; SMTP_URL and the other settings are not used.',
    usageReplay:
      'Usage: npx -y pnpm@12 replay FOLDER [--year N] [--json] [--data FOLDER]\nThe folder of --data must be new or empty. Emails go to a built-in mail server; leave SMTP_URL unset.',
  },
}
