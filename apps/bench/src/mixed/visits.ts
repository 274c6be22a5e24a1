import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { systemTokens } from '@wayproof/kernel/system'
import type { OfficerAtWork } from '@wayproof/local-stack/clients/officer'
import { send, Unusable } from '@wayproof/local-stack/clients/visit'
import type { Random } from '@wayproof/sample-company/random'
import { newReceipt } from '@wayproof/survey/answers/receipt'

export interface VisitedStack {
  readonly surveyUrl: string
  readonly reportingUrl: string
  /** Survey links of travelers who have not answered. */
  readonly links: readonly string[]
  readonly officer: OfficerAtWork
  readonly period: PeriodKey
}

/** One request of a person; rejects if the response is not the wanted one. */
export type Visit = () => Promise<void>

const PATIENCE_MS = 30_000

/** The requests of a day, as often as `share` says; the shares add up to 1. */
interface Kind {
  readonly share: number
  readonly visit: Visit
}

const ANSWERING = 0.1
/** Corrections and withdrawals of nobody's answer become answers, and a share is no more than an expectation. */
const SPARE = 1.2
const FEWEST_TRAVELERS = 100

/** Number of travelers of whom the front half answers in `requests` requests. */
export const travelersFor = (requests: number): number =>
  Math.max(FEWEST_TRAVELERS, Math.ceil(requests * ANSWERING * SPARE * 2))

/** Draws the next request: pages, answers, corrections and withdrawals of travelers, pages and figures of an officer. */
export function drawVisit(stack: VisitedStack, draw: Random): () => Visit {
  const { surveyUrl, reportingUrl, officer, period, links } = stack
  let answered = 0
  const receipts: string[] = []
  // A link shows its page until it has answered; travelers answer from the front, and open pages at the back.
  const unansweredLink = () => links[draw.between(links.length >> 1, links.length - 1)]
  const someFields = () => ({
    overall: String(draw.between(1, 5)),
    improve: `A comment, ${draw.between(1, 1_000_000)}`,
  })
  const submit = async (path: string, fields: Readonly<Record<string, string>>) => {
    await send({ address: new URL(path, surveyUrl), fields: new URLSearchParams(fields) })
  }
  const answer = async () => {
    const link = links[answered]
    answered += 1
    const receipt = newReceipt(systemTokens)
    await submit(`${link}?lang=zh-CN`, { ...someFields(), receipt })
    receipts.push(receipt)
  }
  /** Removed while a request is under way, because a withdrawal may overtake a correction. */
  const takeReceipt = () => receipts.splice(draw.between(0, Math.max(0, receipts.length - 1)), 1)[0]
  const correct = async () => {
    const receipt = takeReceipt()
    if (!receipt) return answer()
    await submit('/receipt/correction?lang=en', { ...someFields(), receipt })
    receipts.push(receipt)
  }
  const withdraw = async () => {
    const receipt = takeReceipt()
    await (receipt ? submit('/receipt/withdrawal?lang=en', { receipt }) : answer())
  }
  const kinds: readonly Kind[] = [
    { share: 0.4, visit: () => open(`${unansweredLink()}?lang=${draw.pick(['en', 'zh-CN'])}`) },
    { share: ANSWERING, visit: answer },
    { share: 0.08, visit: correct },
    { share: 0.02, visit: withdraw },
    {
      share: 0.1,
      visit: () => open(new URL(draw.pick(['/', '/privacy', '/receipt', '/report', '/rights']), surveyUrl)),
    },
    { share: 0.1, visit: () => open(new URL(draw.pick(['/', '/waves', '/health/ready']), reportingUrl)) },
    { share: 0.05, visit: async () => void (await officer.scorecard(period)) },
    { share: 0.1, visit: async () => void (await officer.funnel(period)) },
    { share: 0.05, visit: async () => void (await officer.letters()) },
  ]
  return () => {
    let left = draw.next()
    for (const { share, visit } of kinds) {
      left -= share
      if (left < 0) return visit
    }
    return answer
  }
}

async function open(address: string | URL): Promise<void> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
  await response.arrayBuffer()
  if (!response.ok) throw new Unusable(String(address), response.status)
}
