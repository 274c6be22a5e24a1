import { codedItem } from '@wayproof/forms/questionnaire/coded-items'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { groupedItems, type ItemGroup } from './numbered-items.ts'

/** The style has a rule for as many different conditions. A question that depends on a further one is always shown. */
export const MOST_CONDITIONS = 6

/** Classes by which the style hides the questions that an answer does not ask, without a script. */
export interface FollowedConditions {
  readonly count: number
  /** The class of an option that conditions depend on, by its field and value. */
  readonly leadClass: (field: string, value: string) => string | null
  /** The class of a question that is hidden until its conditions are met; null if it is always shown. */
  readonly dependentClass: (item: Item) => string | null
  /** The same for a section, which is hidden while none of its questions is shown. */
  readonly sectionClass: (group: ItemGroup) => string | null
}

export function followedConditions(questionnaire: Questionnaire): FollowedConditions {
  /** The options that meet each condition; its place is its number. */
  const conditions: ReadonlySet<string>[] = []
  const numberOf = (options: readonly string[]): number | null => {
    const at = conditions.findIndex(
      (other) => other.size === options.length && options.every((each) => other.has(each)),
    )
    if (at >= 0) return at
    if (conditions.length === MOST_CONDITIONS) return null
    return conditions.push(new Set(options)) - 1
  }
  /** The options that a question needs, with those that the questions of these options need. */
  const optionsFor = (item: Item): readonly string[] =>
    Object.entries(item.showIf ?? {}).flatMap(([id, value]) => {
      const question = codedItem(questionnaire, id)
      // The style cannot tell an option that was left out from a question that was not answered yet.
      if (!question || (question.kind === 'tick' && value === 'no')) return []
      return [...optionsFor(question.item), optionOf(id, value)]
    })
  const numbers = new Map(
    questionnaire.items.map((item) => [item, present([...new Set(optionsFor(item))].map((each) => numberOf([each])))]),
  )
  const classOf = (prefix: string, numbered: readonly number[]) =>
    numbered.map((number) => `${prefix}${number + 1}`).join(' ') || null
  const sectionNumbers = ({ items }: ItemGroup): readonly number[] => {
    const all = [...new Set(items.map(({ item }) => item))].map((item) => numbers.get(item) ?? [])
    const [first = []] = all
    if (all.some((each) => each.length === 0)) return []
    if (all.every((each) => each.join() === first.join())) return first
    const options = all.flatMap((each) => [...(conditions[each.at(-1) ?? -1] ?? [])])
    return present([numberOf([...new Set(options)])])
  }
  const sections = new Map(groupedItems(questionnaire).map((group) => [group.id, sectionNumbers(group)]))
  return {
    count: conditions.length,
    leadClass: (field, value) =>
      classOf(
        'c',
        conditions.flatMap((options, number) => (options.has(optionOf(field, value)) ? [number] : [])),
      ),
    dependentClass: (item) => classOf('d', numbers.get(item) ?? []),
    sectionClass: ({ id }) => classOf('d', sections.get(id) ?? []),
  }
}

const optionOf = (field: string, value: string) => JSON.stringify([field, value])
const present = (numbers: readonly (number | null)[]) => numbers.filter((number) => number !== null)
