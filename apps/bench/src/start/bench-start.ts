import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openLocalStack } from '@wayproof/local-stack/local-stack'
import type { AppName } from '@wayproof/local-stack/processes/node-options'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import { surveyFixture } from '../fixtures/survey-fixture.ts'
import { quantile } from '../measuring/figures.ts'
import { residentOf } from '../measuring/process-cost.ts'
import { openConnection } from '../survey/http-connection.ts'
import { startSurvey } from '../survey/start-survey.ts'
import { openPage } from '../survey/survey-work.ts'

export interface StartFigures {
  readonly name: 'start'
  /** Time from the start of the survey app's process to the line that it listens. */
  readonly listenMilliseconds: number
  /** Time from the same moment to the complete response to the first survey link. */
  readonly firstPageMilliseconds: number
  /** Resident memory of the survey app after some seconds without a request. */
  readonly idleMegabytes: number
  /** Each app of an installation that nobody uses, and their sum; only with `--all`. */
  readonly idleOfAll?: Readonly<Record<AppName | 'sum', number>>
}

const FIRST_PORT = 4790
/** By then the check of the database that the start begins has ended. */
const IDLE_MILLISECONDS = 4_000

/** By then the scheduler has run its calendar, and the dashboard has checked its structure. */
const ALL_IDLE_MILLISECONDS = 20_000

/** Resident megabytes of the three apps of a new installation that nobody uses. */
async function benchIdle(data: string): Promise<NonNullable<StartFigures['idleOfAll']>> {
  mkdirSync(data)
  const stack = await openLocalStack({ data, smtpPort: 0, firstPort: FIRST_PORT })
  try {
    await wait(ALL_IDLE_MILLISECONDS)
    const { survey, reporting, scheduler } = stack.processIds()
    const apps = { survey: residentOf(survey), reporting: residentOf(reporting), scheduler: residentOf(scheduler) }
    return { ...apps, sum: Math.round(apps.survey + apps.reporting + apps.scheduler) }
  } finally {
    await stack.close()
  }
}

/** Starts the survey app on an open wave, `runs` times after one without measuring, and returns the medians. */
export async function benchStart(
  data: string,
  databases: BenchDatabases,
  { runs, isOfAll }: { readonly runs: number; readonly isOfAll: boolean },
): Promise<StartFigures> {
  const fixture = await surveyFixture({ data, databaseUrl: await databases.create(data) }, 1)
  const [token = ''] = fixture.tokens
  const [listens, pages, idle]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run <= runs; run += 1) {
    const startedAt = performance.now()
    const { process, port } = await startSurvey(fixture, FIRST_PORT, null)
    try {
      const listenMilliseconds = performance.now() - startedAt
      const connection = await openConnection(port)
      await openPage(connection, token)
      connection.close()
      // The first start compiles the program for the later ones.
      if (run === 0) continue
      listens.push(listenMilliseconds)
      pages.push(performance.now() - startedAt)
    } finally {
      await process.stop()
    }
    idle.push(await idleMegabytes())
  }
  const middle = (figures: readonly number[]) => Number(quantile(figures, 0.5).toPrecision(3))
  return {
    name: 'start',
    listenMilliseconds: middle(listens),
    firstPageMilliseconds: middle(pages),
    idleMegabytes: middle(idle),
    ...(isOfAll ? { idleOfAll: await benchIdle(join(data, 'all')) } : {}),
  }

  async function idleMegabytes(): Promise<number> {
    const { process } = await startSurvey(fixture, FIRST_PORT, null)
    try {
      await wait(IDLE_MILLISECONDS)
      return residentOf(process.pid)
    } finally {
      await process.stop()
    }
  }
}
