import type { Item, Questionnaire } from './questionnaire.ts'

const codesByItem = new WeakMap<Item, ReadonlySet<string>>()

/** The possible values of an item: points as `1` to `5`, off-scale codes, choices. Empty for open text. */
export function codesOf(questionnaire: Questionnaire, item: Item): ReadonlySet<string> {
  const codes = codesByItem.get(item) ?? readCodes(questionnaire, item)
  codesByItem.set(item, codes)
  return codes
}

function readCodes(questionnaire: Questionnaire, item: Item): ReadonlySet<string> {
  if (item.type === 'choice') return new Set(item.options.map(({ value }) => value))
  if (item.type === 'text') return new Set()
  const scale = questionnaire.scales[item.scale]
  return new Set([
    ...(scale?.points ?? []).map(({ value }) => String(value)),
    ...(scale?.offScale ?? []).map(({ code }) => code),
  ])
}
