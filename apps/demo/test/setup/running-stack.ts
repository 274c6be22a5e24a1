import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { progress } from '@wayproof/command-line/progress'
import { createServerDatabase } from '@wayproof/database/testing/server-database'
import { openBrowserServer } from '@wayproof/local-stack/browser/open-browser'
import { type LocalStack, openLocalStack } from '@wayproof/local-stack/local-stack'
import type { Mail } from '@wayproof/local-stack/mail/mail'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { messages } from '@wayproof/messages/messages'
import type { TestProject } from 'vitest/node'
import { type DemoResult, runDemo } from '../../src/demo-run.ts'
import { openMailbox } from '../../src/mailbox/mailbox.ts'

/** A running installation of the sample company. */
export interface RunningStack {
  readonly surveyUrl: string
  readonly reportingUrl: string
  readonly mailboxUrl: string
  /** The settings that lead a command to the installation. */
  readonly places: { readonly DATA_DIR: string; readonly DATABASE_URL: string }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** See `worker-stack.ts`. */
    stacks: { readonly perWorker: readonly RunningStack[]; readonly ofScreens: RunningStack }
    demo: DemoResult
    /** The address of the one Chromium of all workers. */
    browserEndpoint: string
  }
}

const SMTP_PORT = 2600
const FIRST_PORT = 4400
/** Ports that a stack and its mailbox may take. */
const PORTS_OF_STACK = 10

const closers: (() => Promise<unknown>)[] = []

/**
 * The sample company has a half-year that has ended. It is played once; each worker has a copy with three apps and a
 * mail server of its own.
 */
export async function setup(project: TestProject): Promise<void> {
  try {
    const browser = openBrowserServer()
    closers.push(async () => (await browser).close())
    const played = await playDemo(project)
    const workers = Array.from({ length: Number(project.config.maxWorkers) || 1 }, (_, index) => index)
    // The first is for looks at every screen.
    const copies = [0, ...workers.map((worker) => worker + 1)].map((index) => openCopy(project, played, index))
    const [ofScreens, ...perWorker] = (await Promise.all(copies)) as [RunningStack, ...RunningStack[]]
    project.provide('stacks', { perWorker, ofScreens })
    project.provide('demo', played.demo)
    project.provide('browserEndpoint', (await browser).wsEndpoint())
  } catch (error) {
    await teardown()
    throw error
  }
}

export async function teardown(): Promise<void> {
  // Apps end before their databases and folders.
  for (const close of closers.splice(0).toReversed()) await close()
}

interface PlayedDemo {
  readonly data: string
  /** The name of the database on the server; null for a file in `data`. */
  readonly database: string | null
  readonly stack: Pick<LocalStack, 'surveyUrl' | 'reportingUrl'>
  readonly mails: readonly Mail[]
  readonly demo: DemoResult
}

/** Plays the demo and ends its apps. */
async function playDemo(project: TestProject): Promise<PlayedDemo> {
  const data = dataFolder()
  const database = await databaseOnServer(project)
  const stack = await openLocalStack({
    data,
    databaseUrl: database?.url,
    smtpPort: SMTP_PORT,
    firstPort: FIRST_PORT,
  })
  try {
    const demo = await runDemo(stack, '1', Date.now(), progress(), messages('en').commands)
    return { data, database: database?.name ?? null, stack, mails: stack.sink.mails, demo }
  } finally {
    await stack.close()
  }
}

/** Opens a copy of the played company. Links in its letters lead to its own apps. */
async function openCopy(project: TestProject, played: PlayedDemo, index: number): Promise<RunningStack> {
  const data = dataFolder()
  cpSync(played.data, data, { recursive: true })
  const database = played.database === null ? null : await databaseOnServer(project, played.database)
  const firstPort = FIRST_PORT + PORTS_OF_STACK * index
  const stack = await openLocalStack({
    data,
    databaseUrl: database?.url,
    hasPeople: true,
    smtpPort: SMTP_PORT + PORTS_OF_STACK * index,
    firstPort,
  })
  closers.push(() => stack.close())
  const { surveyUrl, reportingUrl } = stack
  stack.sink.addEarlier(withLinksTo(stack, played))
  const mailbox = await onFreePort(firstPort + 2, (port) => openMailbox(stack.sink, port, reportingUrl))
  closers.push(() => mailbox.close())
  const places = { DATA_DIR: data, DATABASE_URL: stack.databaseUrl }
  return { surveyUrl, reportingUrl, mailboxUrl: mailbox.url, places }
}

function withLinksTo({ surveyUrl, reportingUrl }: LocalStack, { stack, mails }: PlayedDemo): readonly Mail[] {
  const text = JSON.stringify(mails).replaceAll(stack.surveyUrl, surveyUrl).replaceAll(stack.reportingUrl, reportingUrl)
  return JSON.parse(text) as Mail[]
}

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-journeys-'))
  closers.push(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A database on the server of a run on PostgreSQL, empty or a copy of `template`. */
async function databaseOnServer(project: TestProject, template?: string) {
  const { engine, postgresUrl } = project.getProvidedContext()
  if (engine !== 'postgresql') return null
  const database = await createServerDatabase(postgresUrl, template)
  closers.push(() => database.drop())
  return database
}
