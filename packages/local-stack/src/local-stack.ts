import { join } from 'node:path'
import { Interrupted, unlessInterrupted } from '@wayproof/command-line/interruption'
import { DEFAULT_TIME_ZONE } from '@wayproof/command-line/open-data'
import { openSmtpSink, type SinkReply, type SmtpSink } from './mail/smtp-sink.ts'
import { type AppEnvironment, type AppProcess, startApp } from './processes/app-process.ts'
import { onFreePort } from './processes/free-port.ts'
import type { AppName } from './processes/node-options.ts'

/** The apps that torture kills and restarts while the stack stays open. */
export type RestartableApp = Extract<AppName, 'survey' | 'scheduler'>

/** The three apps and a mail server on loopback over one data folder. */
export interface LocalStack {
  readonly data: string
  readonly databaseUrl: string
  readonly surveyUrl: string
  readonly reportingUrl: string
  readonly sink: SmtpSink
  /** Letters go to a relay instead of `sink`. */
  readonly relayed: boolean
  readonly accessLog: string
  /** The first officer's sign-up link, printed once by the reporting app; empty if the database had people. */
  readonly firstOfficerLink: string
  /** Ends an app like a power cut (SIGKILL). */
  kill(name: RestartableApp): Promise<void>
  /** Starts a killed app with the same settings. Resolves when it is ready, with the milliseconds of the start. */
  restart(name: RestartableApp): Promise<number>
  processIds(): Readonly<Record<AppName, number>>
  close(): Promise<void>
}

export interface LocalStackOptions {
  /** An existing folder: empty, or with the key of the database. */
  readonly data: string
  /** The database; by default a SQLite file in the folder. */
  readonly databaseUrl?: string | undefined
  /** True if the database has people who can sign in, so that no first officer is invited. */
  readonly hasPeople?: boolean
  /** The relay for letters, instead of our own mail server. */
  readonly smtpUrl?: string
  readonly smtpPort: number
  /** How our own mail server responds to each letter; by default it accepts all. */
  readonly reply?: () => SinkReply
  /** Seconds until a deferred letter is retried; by default the product's own. */
  readonly retrySeconds?: number
  /** Lease of a scheduler's letters in seconds; by default the product's own. */
  readonly leaseSeconds?: number
  /** First port to try for the pages of survey and reporting. */
  readonly firstPort: number
  /** Resolves when the user wants to stop; opening is then cut short, and everything opened is closed. */
  readonly stopped?: Promise<void>
}

/** Opens a local stack, or rejects and leaves nothing open. Each port is the next free one. */
export async function openLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const closers: (() => Promise<void>)[] = []
  let closing: Promise<unknown> | undefined
  const close = async () => {
    closing ??= Promise.all(closers.map((one) => one()))
    await closing
  }
  const toClose = async <T extends { close(): Promise<void> }>(opened: Promise<T>): Promise<T> => {
    const one = await opened
    closers.push(() => one.close())
    return one
  }
  const start = (name: AppName, environment: AppEnvironment): AppProcess => {
    if (closing) throw new Interrupted()
    const app = startApp(name, environment, join(options.data, `${name}.log`))
    closers.push(() => app.stop())
    return app
  }
  try {
    return await unlessInterrupted(open(options, toClose, start, close), options.stopped ?? new Promise(() => {}))
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  {
    data,
    databaseUrl = `file:${join(data, 'wayproof.db')}`,
    hasPeople = false,
    smtpUrl,
    smtpPort,
    reply,
    retrySeconds,
    leaseSeconds,
    firstPort,
  }: LocalStackOptions,
  toClose: <T extends { close(): Promise<void> }>(opened: Promise<T>) => Promise<T>,
  start: (name: AppName, environment: AppEnvironment) => AppProcess,
  close: () => Promise<void>,
): Promise<LocalStack> {
  const sink = await onFreePort(smtpPort, (port) => toClose(openSmtpSink(port, reply)))
  const accessLog = join(data, 'access.log')
  // Every setting is named, so that none of the caller's own leads a sample to a real database.
  const settings = {
    DATA_DIR: data,
    DATABASE_URL: databaseUrl,
    KEY_FILE: join(data, 'wayproof.key'),
    HOST: '127.0.0.1',
    SMTP_URL: smtpUrl ?? `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'privacy@yuntu.example',
    TIME_ZONE: DEFAULT_TIME_ZONE,
    DEFAULT_LOCALE: 'zh-CN',
    ACCESS_LOG: accessLog,
    BOUNCE_ADDRESS: undefined,
    BOUNCE_DIR: undefined,
    BOUNCE_IMAP_URL: undefined,
    SENDING_HOURS: undefined,
    DOMAIN_CONCURRENCY: undefined,
    LETTERS_A_MINUTE: undefined,
    DKIM_DOMAIN: undefined,
    DKIM_SELECTOR: undefined,
    DKIM_KEY_FILE: undefined,
    MAIL_EVENTS_SECRET: undefined,
    MAIL_EVENTS_PASSWORD: undefined,
    MAIL_EVENTS_MAILGUN_KEY: undefined,
    TIME_URL: undefined,
    TRUSTED_PROXY: undefined,
    SCHEDULER_PORT: undefined,
    METRICS_HOST: undefined,
    SURVEY_METRICS_PORT: undefined,
    REPORTING_METRICS_PORT: undefined,
    SCHEDULER_METRICS_PORT: undefined,
    DRAIN_SECONDS: undefined,
    LEASE_SECONDS: leaseSeconds === undefined ? undefined : String(leaseSeconds),
    ...(retrySeconds === undefined ? {} : { RETRY_SECONDS: String(retrySeconds) }),
  }
  const survey = await onFreePort(firstPort, async (port) => {
    const url = `http://127.0.0.1:${port}`
    const own = { ...settings, SURVEY_PORT: String(port), SURVEY_URL: url }
    const app = start('survey', own)
    await ready(app, (line) => line.includes(url) || undefined)
    return { port, url, own, app }
  })
  const reporting = await onFreePort(survey.port + 1, async (port) => {
    const url = `http://127.0.0.1:${port}`
    const own = { ...survey.own, REPORTING_PORT: String(port), REPORTING_URL: url }
    const app = start('reporting', own)
    const invitation = (line: string) => /https?:\/\/\S+\/invitation\/[\w-]+/.exec(line)?.[0]
    const link = await ready(app, hasPeople ? (line) => (line.includes(url) ? '' : undefined) : invitation)
    return { url, own, app, link }
  })
  const restartable = { survey: survey.app, scheduler: start('scheduler', reporting.own) }
  const signs = { survey: survey.url, scheduler: `127.0.0.1:${sink.port}` }
  return {
    data,
    databaseUrl,
    surveyUrl: survey.url,
    reportingUrl: reporting.url,
    sink,
    relayed: smtpUrl !== undefined,
    accessLog,
    firstOfficerLink: reporting.link,
    kill: (name) => restartable[name].kill(),
    restart: async (name) => {
      const begun = performance.now()
      restartable[name] = start(name, reporting.own)
      await restartable[name].line((line) => line.includes(signs[name]) || undefined)
      return performance.now() - begun
    },
    processIds: () => ({
      survey: restartable.survey.pid,
      reporting: reporting.app.pid,
      scheduler: restartable.scheduler.pid,
    }),
    close,
  }
}

/** Returns what `wanted` finds in the app's output; stops an app that ends or prints nothing in time. */
async function ready<T>(app: AppProcess, wanted: (line: string) => T | undefined): Promise<T> {
  try {
    return await app.line(wanted)
  } catch (error) {
    await app.stop()
    throw error
  }
}
