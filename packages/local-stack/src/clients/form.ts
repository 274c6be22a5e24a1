/** The survey form of a page, read without JavaScript. */
export interface Form {
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
export function readForm(html: string): Form | null {
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
