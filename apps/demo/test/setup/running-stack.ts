import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { progress } from '@wayproof/command-line'
import { openLocalStack } from '@wayproof/local-stack'
import { onFreePort } from '@wayproof/local-stack/processes'
import { messages } from '@wayproof/messages'
import { createServerDatabase } from '@wayproof/store/testing/server'
import type { TestProject } from 'vitest/node'
import { type DemoResult, runDemo } from '../../src/demo-run.ts'
import { openMailbox } from '../../src/mailbox/mailbox.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    stack: {
      readonly surveyUrl: string
      readonly reportingUrl: string
      readonly mailboxUrl: string
      /** The settings that lead a command to the installation. */
      readonly places: { readonly DATA_DIR: string; readonly DATABASE_URL: string }
    }
    demo: DemoResult
  }
}

let close: () => Promise<void> = async () => {}

/** One sample company for all journeys: three apps, a mail server, and a half-year that has ended. */
export async function setup(project: TestProject): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-journeys-'))
  const { engine, postgresUrl } = project.getProvidedContext()
  const onServer = engine === 'postgresql' ? await createServerDatabase(postgresUrl) : null
  const stack = await openLocalStack({ data, databaseUrl: onServer?.url, smtpPort: 2600, firstPort: 4400 })
  const mailbox = await onFreePort(4402, (port) => openMailbox(stack.sink, port))
  close = async () => {
    await Promise.all([mailbox.close(), stack.close()])
    await onServer?.drop()
    rmSync(data, { recursive: true, force: true })
  }
  const demo = await runDemo(stack, '1', Date.now(), progress(), messages('en').commands)
  const { surveyUrl, reportingUrl } = stack
  const places = { DATA_DIR: data, DATABASE_URL: stack.databaseUrl }
  project.provide('stack', { surveyUrl, reportingUrl, mailboxUrl: mailbox.url, places })
  project.provide('demo', demo)
}

export const teardown = (): Promise<void> => close()
