import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { systemClock, systemIds } from '@wayproof/kernel/system'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import type { BenchDatabases } from '../fixtures/bench-databases.ts'
import { type FixturePlace, withFixtureStore } from '../fixtures/fixture-store.ts'
import { scorecardFixture } from '../fixtures/scorecard-fixture.ts'
import { quantile } from '../measuring/figures.ts'

export interface PageFigures {
  /** Pages of one PDF. */
  readonly pages: number
  /** Time to write and render the letter. */
  readonly letterMilliseconds: number
  /** Time to make a page of the tagged PDF. */
  readonly millisecondsPerPage: number
  /** HTML of the largest letter. */
  readonly letterBytes: number
  /** The largest PDF of each language. */
  readonly pdfBytes: Readonly<Record<Locale, number>>
}

export interface SummaryFigures extends PageFigures {
  readonly name: 'summary'
  readonly readers: number
  /** Time to judge the half-year, make letters and PDFs in each language, archive them and post a letter to each reader. */
  readonly readersSeconds: number
}

const ANSWERS = 1_000
const LONGEST_MS = 300_000

/** Makes the executive summary repeatedly, then sends an edition to `readers` people; returns the medians of `runs` runs. */
export async function benchSummary(
  folder: string,
  databases: BenchDatabases,
  readers: number,
  runs: number,
): Promise<SummaryFigures> {
  const pageRuns: PageFigures[] = []
  const seconds: number[] = []
  for (let run = 0; run < runs; run += 1) {
    pageRuns.push(JSON.parse(await took('page-run.ts', {}, join(folder, 'run.log'))))
    seconds.push(await sendEdition(join(folder, String(run)), databases, readers))
  }
  const middle = (figureOf: (figures: PageFigures) => number) => rounded(pageRuns.map(figureOf))
  return {
    name: 'summary',
    pages: middle(({ pages }) => pages),
    letterMilliseconds: middle(({ letterMilliseconds }) => letterMilliseconds),
    millisecondsPerPage: middle(({ millisecondsPerPage }) => millisecondsPerPage),
    letterBytes: middle(({ letterBytes }) => letterBytes),
    pdfBytes: { 'zh-CN': middle(({ pdfBytes }) => pdfBytes['zh-CN']), en: middle(({ pdfBytes }) => pdfBytes.en) },
    readers,
    readersSeconds: rounded(seconds),
  }
}

const rounded = (values: readonly number[]) => Number(quantile(values, 0.5).toPrecision(4))

/** An edition is sent once, so each run has an installation of its own. */
async function sendEdition(data: string, databases: BenchDatabases, readers: number): Promise<number> {
  mkdirSync(data)
  const place = { data, databaseUrl: await databases.create(data) }
  await scorecardFixture(place, ANSWERS)
  await addReaders(place, readers)
  const settings = { BENCH_DATA: data, BENCH_DATABASE: place.databaseUrl }
  const [seconds, letters] = (await took('readers-run.ts', settings, join(data, 'run.log'))).split(' ')
  if (Number(letters) !== readers) throw new Error('not every reader got a letter')
  return Number(seconds)
}

async function took(script: string, settings: Readonly<Record<string, string>>, log: string): Promise<string> {
  const child = startScript(`apps/bench/src/summary/${script}`, settings, log)
  try {
    return await child.line((line) => /^took (.+)$/.exec(line)?.[1], LONGEST_MS)
  } finally {
    await child.stop()
  }
}

const INVITED_MS = 60_000

/** Adds `count` executives, who read every edition, half of them in each language. */
async function addReaders(place: FixturePlace, count: number): Promise<void> {
  await withFixtureStore(place, async ({ store }) => {
    for (let nth = 0; nth < count; nth += 1) {
      const now = systemClock.now()
      const id = systemIds.next()
      const locale = LOCALES[nth % LOCALES.length] ?? 'en'
      const email = `reader-${nth}@bench.example`
      const times = { createdAt: now, expiresAt: now + INVITED_MS }
      await store.people.invite({ id, email, role: 'executive', locale, invitedBy: null, ...times })
      const account = { userId: systemIds.next(), accountId: systemIds.next(), passwordHash: '' }
      const accepted = await store.people.accept(
        { invitationId: id, name: `Reader ${nth}`, email: null, locale, ...account },
        now,
      )
      if (!accepted.ok) throw new Error(accepted.fault.code)
    }
  })
}
