import { codedFrom, NO, tickId, YES } from '@wayproof/forms/questionnaire/coded-items'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { conditionsOf } from '@wayproof/forms/questionnaire/show-if'
import fc from 'fast-check'
import type { AnswerValues } from '../answers/answer.ts'
import { showsItem } from '../answers/answer.ts'

const TYPES = ['scale', 'choice', 'several', 'yes-no', 'recommend', 'matrix'] as const

interface Recipe {
  readonly type: (typeof TYPES)[number]
  readonly size: number
  readonly flag: boolean
  /** Which earlier value shows it; none above the number of values. */
  readonly shownBy: number
}

const scales = Object.keys(DEFAULT_QUESTIONNAIRE.scales)

function itemOf({ type, size, flag }: Recipe, nth: number): Item {
  const id = `q${nth}`
  const text = (name: string) => ({ 'zh-CN': name, en: name })
  const base = { id, role: flag ? 'driver' : 'profile', ...text(id) }
  const scale = scales[size % scales.length] ?? ''
  const options = Array.from({ length: size + 1 }, (_, option) => ({ value: `v${option}`, ...text(`${id} ${option}`) }))
  switch (type) {
    case 'scale':
      return { ...base, type, scale }
    case 'choice':
      return { ...base, type, options }
    case 'yes-no':
    case 'recommend':
      return { ...base, type, allowsDontKnow: flag }
    case 'matrix':
      return { ...base, type, scale, rows: options.map(({ value }) => ({ ...base, id: `${id}-${value}` })) }
    case 'several':
      return {
        ...{ ...base, type },
        options: options.map((option, at) => ({ ...option, ...(flag && at === size && { exclusive: true }) })),
        ...(size > 1 && flag && { maxChosen: size - 1 }),
      }
  }
}

/** A valid questionnaire of up to 7 items after the headline, with conditions; without open text. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...TYPES),
      size: fc.integer({ min: 1, max: 4 }),
      flag: fc.boolean(),
      shownBy: fc.nat(60),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((recipes) => {
    const [headline] = DEFAULT_QUESTIONNAIRE.items
    if (!headline) throw new Error('no headline')
    let questionnaire: Questionnaire = {
      ...DEFAULT_QUESTIONNAIRE,
      stem: { ...DEFAULT_QUESTIONNAIRE.stem, appliesTo: [] },
      items: [headline],
    }
    for (const [nth, recipe] of recipes.entries()) {
      const earlier = questionnaire.items.flatMap((item) =>
        codedFrom(questionnaire, item).flatMap(({ id, codes }) => codes.map((code) => ({ id, code }))),
      )
      const shownBy = earlier[recipe.shownBy]
      const item = itemOf(recipe, nth + 1)
      const shown = { ...questionnaire, items: [...questionnaire.items, showing(item, shownBy)] }
      const isReachable = !conditionsOf(shown).includes(null)
      questionnaire = isReachable ? shown : { ...questionnaire, items: [...questionnaire.items, item] }
    }
    return questionnaire
  })

const showing = (item: Item, shownBy: { readonly id: string; readonly code: string } | undefined): Item =>
  shownBy ? { ...item, showIf: { [shownBy.id]: shownBy.code } } : item

/** A valid answer to the questionnaire: hidden questions are blank, and others may be. */
export function anyAnswer(questionnaire: Questionnaire): fc.Arbitrary<AnswerValues> {
  return fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 }).map((draws) => {
    let next = 0
    const draw = (below: number) => (draws[next++ % draws.length] ?? 0) % below
    const values: Record<string, string> = {}
    for (const [nth, item] of questionnaire.items.entries()) {
      const isBlank = nth > 0 && draw(4) === 0
      if (isBlank || !showsItem(questionnaire, values, item)) continue
      if (item.type === 'several') {
        const first = draw(item.options.length)
        const most = item.options[first]?.exclusive ? 1 : (item.maxChosen ?? item.options.length)
        const chosen = item.options.filter(({ exclusive = false }, at) => at === first || (!exclusive && draw(2) === 0))
        const others = chosen.filter((option) => option !== item.options[first]).slice(0, most - 1)
        for (const option of item.options)
          values[tickId(item, option)] = option === item.options[first] || others.includes(option) ? YES : NO
      } else
        for (const { id, codes, item: asked } of codedFrom(questionnaire, item))
          if (asked.type !== 'matrix' || draw(5) > 0) values[id] = codes[draw(codes.length)] ?? ''
    }
    return values
  })
}
