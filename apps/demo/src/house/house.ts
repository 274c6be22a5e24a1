import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openMailbox } from '../mailbox/mailbox.ts'
import { openSmtpSink, type SmtpSink } from '../mailbox/smtp-sink.ts'
import { type AppProcess, startApp } from '../processes/app-process.ts'
import { freePort } from '../processes/free-port.ts'

/** The three apps and a mail server on loopback, each in its place, over one data folder. */
export interface House {
  readonly data: string
  readonly surveyUrl: string
  readonly reportingUrl: string
  readonly mailboxUrl: string
  readonly sink: SmtpSink
  readonly accessLog: string
  /** Where the first officer signs up: printed once by the reporting app. */
  readonly firstOfficerLink: string
  close(): Promise<void>
}

export interface HouseOptions {
  readonly data: string
  /** The relay that letters go to instead of our own mail server. */
  readonly smtpUrl?: string
  readonly smtpPort: number
  /** From here on for the pages: survey, reporting, mailbox. */
  readonly firstPort: number
}

export async function openHouse({ data, smtpUrl, smtpPort, firstPort }: HouseOptions): Promise<House> {
  mkdirSync(data, { recursive: true })
  const sink = await openSmtpSink(await freePort(smtpPort))
  const surveyPort = await freePort(firstPort)
  const reportingPort = await freePort(surveyPort + 1)
  const mailboxPort = await freePort(reportingPort + 1)
  const mailbox = await openMailbox(sink, mailboxPort)
  const accessLog = join(data, 'access.log')
  const surveyUrl = `http://127.0.0.1:${surveyPort}`
  const reportingUrl = `http://127.0.0.1:${reportingPort}`
  const environment = {
    DATA_DIR: data,
    HOST: '127.0.0.1',
    SURVEY_PORT: String(surveyPort),
    REPORTING_PORT: String(reportingPort),
    SURVEY_URL: surveyUrl,
    REPORTING_URL: reportingUrl,
    SMTP_URL: smtpUrl ?? `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'privacy@yuntu.example',
    ACCESS_LOG: accessLog,
  }
  const apps: AppProcess[] = []
  const close = async () => {
    await Promise.all(apps.map((app) => app.stop()))
    await mailbox.close()
    await sink.close()
  }
  try {
    const start = (name: AppProcess['name']) => {
      const app = startApp(name, environment, join(data, `${name}.log`))
      apps.push(app)
      return app
    }
    const reporting = start('reporting')
    const firstOfficerLink = await reporting.line((line) => /https?:\/\/\S+\/invitation\/[\w-]+/.exec(line)?.[0])
    await answering(`${reportingUrl}/health`)
    start('survey')
    start('scheduler')
    await answering(`${surveyUrl}/health`)
    return {
      data,
      surveyUrl,
      reportingUrl,
      mailboxUrl: `http://127.0.0.1:${mailboxPort}`,
      sink,
      accessLog,
      firstOfficerLink,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function answering(url: string): Promise<void> {
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} does not answer`)
}
