import { join } from 'node:path'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import { quantile } from '../measuring/figures.ts'
import { peakOf } from '../measuring/process-cost.ts'

export interface PdfFigures {
  readonly name: 'pdf'
  /** Pages of one report. */
  readonly pages: number
  readonly millisecondsPerPage: number
  /** The first report of a process, which loads compiler and font. */
  readonly firstMilliseconds: number
  readonly peakMegabytes: number
}

/** Renders reports with different figures, in a new process for each run; returns the medians of `runs` runs. */
export async function benchPdf(data: string, runs: number): Promise<PdfFigures> {
  const measuredReports: PdfFigures[] = []
  for (let run = 0; run < runs; run += 1) measuredReports.push(await setReports(data))
  const middle = (figureOf: (figures: PdfFigures) => number) =>
    Number(quantile(measuredReports.map(figureOf), 0.5).toPrecision(4))
  return {
    name: 'pdf',
    pages: middle(({ pages }) => pages),
    millisecondsPerPage: middle(({ millisecondsPerPage }) => millisecondsPerPage),
    firstMilliseconds: middle(({ firstMilliseconds }) => firstMilliseconds),
    peakMegabytes: middle(({ peakMegabytes }) => peakMegabytes),
  }
}

async function setReports(data: string): Promise<PdfFigures> {
  const child = startScript('apps/bench/src/pdf/pdf-run.ts', {}, join(data, 'run.log'))
  try {
    const [, pages, milliseconds, first] = await child.line(
      (line) => /^took (\S+) (\S+) (\S+)$/.exec(line) ?? undefined,
      120_000,
    )
    return {
      name: 'pdf',
      pages: Number(pages),
      millisecondsPerPage: Number(milliseconds),
      firstMilliseconds: Number(first),
      peakMegabytes: peakOf(child.pid),
    }
  } finally {
    await child.stop()
  }
}
