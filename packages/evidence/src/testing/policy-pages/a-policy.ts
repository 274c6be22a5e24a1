import type { PolicyWords } from './policy-words.ts'
import type { Random } from './random.ts'

/** A part of a policy. */
export type PolicyPart =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly text: string; readonly linked: boolean; readonly bold: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered: boolean }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** Unapproved markup inserted into the page. */
  | { readonly kind: 'html'; readonly html: string }

/** A policy without numbering; the page or the text adds its own. */
export interface Policy {
  readonly language: 'en' | 'zh-CN'
  readonly title: string
  readonly parts: readonly PolicyPart[]
}

export function aPolicy(random: Random, words: PolicyWords, language: Policy['language']): Policy {
  const sections = 4 + random.below(6)
  const headings = words.headings.slice(random.below(3))
  const parts: PolicyPart[] = [paragraph(random, words), paragraph(random, words)]
  for (let i = 0; i < sections; i += 1) {
    parts.push({ kind: 'heading', text: headings[i % headings.length] as string, level: 1 })
    for (let j = 1 + random.below(3); j > 0; j -= 1) parts.push(...somePart(random, words))
  }
  return { language, title: words.title, parts: [...parts, paragraph(random, words)] }
}

const filled = (random: Random, words: PolicyWords, text: string): string =>
  text
    .replaceAll('@s', () => random.one(words.subjects))
    .replaceAll('@o', () => random.one(words.objects))
    .replaceAll('#', () => String(2 + random.below(30)))

const paragraph = (random: Random, words: PolicyWords): PolicyPart => {
  const text = Array.from({ length: 1 + random.below(4) }, () => filled(random, words, random.one(words.sentences)))
  return {
    kind: 'paragraph',
    text: text.join(words.link === 'Cookie 声明' ? '' : ' '),
    linked: random.chance(0.2),
    bold: random.chance(0.2),
  }
}

function somePart(random: Random, words: PolicyWords): readonly PolicyPart[] {
  const item = () => filled(random, words, random.one(words.items))
  switch (random.below(5)) {
    case 0:
      return [{ kind: 'list', items: Array.from({ length: 2 + random.below(4) }, item), numbered: random.chance(0.5) }]
    case 1:
      return [{ kind: 'table', rows: Array.from({ length: 2 + random.below(2) }, () => [item(), item()]) }]
    case 2:
      return [{ kind: 'heading', text: item().replace(/[;；.。]$/u, ''), level: 2 }, paragraph(random, words)]
    default:
      return [paragraph(random, words)]
  }
}

/** Another version with one difference, such as the next year's. */
export function nextVersion(random: Random, words: PolicyWords, policy: Policy): Policy {
  const at = 1 + random.below(policy.parts.length - 2)
  const parts = [...policy.parts]
  const part = parts[at] as PolicyPart
  const texts = parts.flatMap((one, i) => (one.kind === 'paragraph' ? [i] : []))
  const text = random.one(texts)
  const changed = parts[text] as PolicyPart & { readonly kind: 'paragraph' }
  switch (random.below(6)) {
    case 0:
      return { ...policy, parts: parts.toSpliced(at, 0, paragraph(random, words)) }
    case 1:
      return { ...policy, parts: parts.toSpliced(text, 1) }
    case 2:
      return { ...policy, parts: parts.toSpliced(text, 1, { ...changed, text: withOtherWord(changed.text) }) }
    case 3:
      return {
        ...policy,
        parts: [...parts, { kind: 'heading', text: random.one(words.headings), level: 1 }, paragraph(random, words)],
      }
    case 4:
      return part.kind === 'list'
        ? { ...policy, parts: parts.toSpliced(at, 1, { ...part, items: [...part.items, random.one(words.subjects)] }) }
        : { ...policy, parts: [...parts, paragraph(random, words)] }
    default:
      return {
        ...policy,
        parts: parts.toSpliced(text, 1, {
          ...changed,
          text: `${changed.text} ${filled(random, words, random.one(words.sentences))}`,
        }),
      }
  }
}

const withOtherWord = (text: string): string =>
  /\d/.test(text) ? text.replace(/\d+/, (number) => String(Number(number) + 1)) : `${text.slice(0, 6)}${text.slice(8)}`
