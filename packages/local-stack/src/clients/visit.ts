import type { Mail } from '../mail/mail.ts'
import { readForm } from './form.ts'

/** How long a traveler waits for a page. */
const PATIENCE_MS = 30_000

/** What a traveler chooses: a value of each question he answers, and a text for the open one. */
export type Choose = (question: string, offered: readonly string[]) => string | null

/** The survey link of a letter; null when it has none. */
export const surveyLink = (mail: Mail): string | null => /https?:\/\/\S+\/s\/[\w-]+/.exec(mail.text)?.[0] ?? null

/** A page is not what a traveler could use: its status. */
export class Unusable extends Error {
  readonly status: number

  constructor(what: string, status: number) {
    super(`${what}: ${status}`)
    this.status = status
  }
}

/** A form that waits to be sent; it may be sent again when nobody answered. */
export interface FilledForm {
  readonly address: URL
  readonly fields: URLSearchParams
}

/**
 * Opens the link of a letter, answers and sends, as a browser without JavaScript does. True when the thanks page came;
 * throws Unusable.
 */
export async function visit(link: string, choose: Choose): Promise<boolean> {
  const sent = await send(await fillIn(link, choose))
  const cookie = sent.headers
    .getSetCookie()
    .map((c) => c.split(';', 1)[0])
    .join('; ')
  const thanks = await fetch(new URL(sent.headers.get('location') ?? '', link), { headers: { cookie } })
  return thanks.ok
}

/** Opens the link of a letter and fills in the form. Throws Unusable where there is none. */
export async function fillIn(link: string, choose: Choose): Promise<FilledForm> {
  const page = await fetch(link, { signal: AbortSignal.timeout(PATIENCE_MS) })
  const form = readForm(await page.text())
  if (!page.ok || !form) throw new Unusable('no questionnaire', page.status)
  const fields = new URLSearchParams(form.hidden)
  for (const [question, offered] of form.choices) {
    const value = choose(question, offered)
    if (value !== null) fields.set(question, value)
  }
  for (const question of form.texts) {
    const text = choose(question, [])
    if (text !== null) fields.set(question, text)
  }
  return { address: new URL(form.action, link), fields }
}

/** Sends the form. Resolves once the answer was taken: the way to the thanks page. Throws Unusable where it was not. */
export async function send({ address, fields }: FilledForm): Promise<Response> {
  const sent = await fetch(address, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
    headers: { origin: address.origin },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (sent.status !== 303) throw new Unusable('not accepted', sent.status)
  return sent
}

/** Runs `work` over all of `items`, `atOnce` at a time. */
export async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of left) await work(item)
    }),
  )
}
