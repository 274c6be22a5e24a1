import type { Mail } from '../mail/mail.ts'

const PATIENCE_MS = 60_000

/** Chooses a value for a question, a text for the open one, or null for no answer. */
export type Choose = (question: string, offered: readonly string[]) => string | null

/** The survey link of a letter; null if it has none. */
export const surveyLink = (mail: Mail): string | null => /https?:\/\/\S+\/s\/[\w-]+/.exec(mail.text)?.[0] ?? null

/** A response that a traveler cannot use. */
export class Unusable extends Error {
  readonly status: number

  constructor(what: string, status: number) {
    super(`${what}: ${status}`)
    this.status = status
  }
}

/** A filled form. It may be sent again if no response came. */
export interface FilledForm {
  readonly address: URL
  readonly fields: URLSearchParams
}

/**
 * Opens the link of a letter, answers and submits, like a browser without JavaScript. Returns true if the thanks page
 * came; throws Unusable.
 */
export async function visit(link: string, choose: Choose): Promise<boolean> {
  const response = await send(await fillIn(link, choose))
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(';', 1)[0])
    .join('; ')
  const thanks = await fetch(new URL(response.headers.get('location') ?? '', link), { headers: { cookie } })
  return thanks.ok
}

/** Opens the link of a letter and fills in the form. Throws Unusable if there is none. */
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

/** Submits the form. Returns the redirect to the thanks page; throws Unusable if the answer was not accepted. */
export async function send({ address, fields }: FilledForm): Promise<Response> {
  const response = await fetch(address, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
    headers: { origin: address.origin },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (response.status !== 303) throw new Unusable('not accepted', response.status)
  return response
}

/** Runs `work` over all `items`, `atOnce` at a time. */
export async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of left) await work(item)
    }),
  )
}

/** The survey form of a page, read without JavaScript. */
interface Form {
  readonly action: string
  /** Hidden fields of the page. */
  readonly hidden: Readonly<Record<string, string>>
  /** The values of each question, in the page's order. */
  readonly choices: ReadonlyMap<string, readonly string[]>
  readonly texts: readonly string[]
}

const attributes = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      plainText(value),
    ]),
  )

const plainText = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Reads the form with the receipt; null if the page has none. */
function readForm(html: string): Form | null {
  const form = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)].find(([, , inner]) =>
    /name="receipt"/.test(inner!),
  )
  if (!form) return null
  const hidden: Record<string, string> = {}
  const choices = new Map<string, string[]>()
  for (const [, tag = ''] of form[2]!.matchAll(/<input\b([^>]*)>/gi)) {
    const { type, name = '', value = '' } = attributes(tag)
    if (type === 'hidden') hidden[name] = value
    if (type === 'radio' || type === 'checkbox') choices.set(name, [...(choices.get(name) ?? []), value])
  }
  const texts = [...form[2]!.matchAll(/<(?:textarea|input type="text")([^>]*)>/gi)].map(
    ([, tag = '']) => attributes(tag).name ?? '',
  )
  return { action: attributes(form[1]!).action ?? '', hidden, choices, texts }
}
