import type { Mail } from '../mailbox/mail.ts'
import { readForm } from './form.ts'

/** What a traveler chooses: a value of each question he answers, and a text for the open one. */
export type Choose = (question: string, offered: readonly string[]) => string | null

/** The survey link of a letter; null when it has none. */
export const surveyLink = (mail: Mail): string | null => /https?:\/\/\S+\/s\/[\w-]+/.exec(mail.text)?.[0] ?? null

/**
 * Opens the link of a letter, answers and sends, as a browser without JavaScript does. True when the thanks page came;
 * throws when a page is not what a traveler could use.
 */
export async function visit(link: string, choose: Choose): Promise<boolean> {
  const page = await fetch(link)
  const form = readForm(await page.text())
  if (!page.ok || !form) throw new Error(`no questionnaire: ${page.status}`)
  const fields = new URLSearchParams(form.hidden)
  for (const [question, offered] of form.choices) {
    const value = choose(question, offered)
    if (value !== null) fields.set(question, value)
  }
  for (const question of form.texts) {
    const text = choose(question, [])
    if (text !== null) fields.set(question, text)
  }
  const sent = await fetch(new URL(form.action, link), {
    method: 'POST',
    body: fields,
    redirect: 'manual',
    headers: { origin: new URL(link).origin },
  })
  if (sent.status !== 303) throw new Error(`not accepted: ${sent.status}`)
  const cookie = sent.headers
    .getSetCookie()
    .map((c) => c.split(';', 1)[0])
    .join('; ')
  const thanks = await fetch(new URL(sent.headers.get('location') ?? '', link), { headers: { cookie } })
  return thanks.ok
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
