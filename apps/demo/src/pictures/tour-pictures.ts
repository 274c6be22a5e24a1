import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { ReportingClient } from '@wayproof/local-stack/clients/reporting-client'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { verdictValue } from '@wayproof/messages/goal-value'
import { executives, visitingTraveler } from '@wayproof/sample-company/people'
import type { Scorecard } from '@wayproof/scorecard/scorecard'

const [, BOARD] = executives
const PHONE = { width: 390, height: 844 }
const LETTER = { width: 640, height: 900 }
const PAGE = { width: 1280, height: 900 }
const PDF_PAGE = { width: 794, height: 1123 }

interface TourPlace {
  readonly stack: LocalStack
  readonly client: ReportingClient
  readonly folder: string
  /** The half-year of the report. */
  readonly judged: PeriodKey
}

/** The pictures with which the tour begins: a survey on a phone, a letter, a page of the PDF, and the public report. */
export async function takeTourStart(browser: Browser, { stack, client, folder, judged }: TourPlace): Promise<void> {
  const shoot = async (name: string, viewport: typeof PAGE, open: (page: Page) => Promise<unknown>) => {
    const context = await browser.newContext({ viewport, locale: 'en', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await open(page)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await context.close()
  }
  const survey = await surveyLinkOf(stack)
  await shoot('traveler-survey', PHONE, (page) => page.goto(survey))
  const letter = stack.sink.mails.findLast(({ to }) => to === BOARD.email)
  if (!letter) throw new Error(`no letter to ${BOARD.email}`)
  await shoot('executive-letter', LETTER, (page) => page.setContent(letter.html))
  await shoot('public-report', PAGE, (page) => page.goto(`${stack.surveyUrl}/report/${judged}?lang=en`))
  const { status, bytes } = await client.download(`/export/report/${judged}/en`)
  if (status !== 200) throw new Error(`no report of ${judged}: ${status}`)
  await shoot('report-pdf', PDF_PAGE, (page) => drawFirstPage(page, bytes))
}

async function surveyLinkOf({ sink }: LocalStack): Promise<string> {
  const mail = sink.mails.findLast(({ to }) => to === visitingTraveler)
  const [link] = /http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]+/.exec(mail?.text ?? '') ?? []
  if (!link) throw new Error(`no invitation to ${visitingTraveler}`)
  return link
}

/** Draws the first page of a PDF as wide as the window, by PDF.js in the browser. */
async function drawFirstPage(page: Page, pdf: Buffer): Promise<void> {
  const library = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/build/pdf.mjs')))
  await page.route('http://pdf.example/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '')
      return route.fulfill({ contentType: 'text/html', body: '<body style="margin:0"><canvas></canvas>' })
    if (name === 'report.pdf') return route.fulfill({ contentType: 'application/pdf', body: pdf })
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(library, name)) })
  })
  await page.goto('http://pdf.example/')
  await page.evaluate(`(async () => {
    const pdfjs = await import('http://pdf.example/pdf.mjs')
    pdfjs.GlobalWorkerOptions.workerSrc = 'http://pdf.example/pdf.worker.mjs'
    const first = await (await pdfjs.getDocument({ url: 'http://pdf.example/report.pdf' }).promise).getPage(1)
    const viewport = first.getViewport({ scale: ${PDF_PAGE.width} / first.getViewport({ scale: 1 }).width })
    const canvas = document.querySelector('canvas')
    Object.assign(canvas, { width: viewport.width, height: viewport.height })
    await first.render({ canvas, viewport }).promise
  })()`)
}

/** A picture of the tour: its bytes, and the figures of the goals at the moment when it was taken. */
export interface TourPicture {
  readonly sha256: string
  readonly period: PeriodKey
  readonly figures: Readonly<Record<string, string | null>>
}

/** Writes `pictures.json`: the figures from which each picture was drawn. */
export async function writeFigures(
  folder: string,
  pictures: readonly { readonly name: string; readonly period: PeriodKey }[],
  scorecardOf: (period: PeriodKey) => Promise<Scorecard>,
): Promise<void> {
  const listed: Record<string, TourPicture> = {}
  for (const { name, period } of pictures) {
    const { verdicts } = await scorecardOf(period)
    listed[name] = {
      sha256: createHash('sha256')
        .update(readFileSync(join(folder, `${name}.png`)))
        .digest('hex'),
      period,
      figures: Object.fromEntries(verdicts.map((verdict) => [verdict.goal, verdictValue(verdict, 'en')])),
    }
  }
  writeFileSync(join(folder, 'pictures.json'), `${JSON.stringify(listed, null, 2)}\n`)
}
