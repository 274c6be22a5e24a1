import { codedFrom } from '../questionnaire/coded-items.ts'
import type { Item, MatrixRow, Questionnaire } from '../questionnaire/questionnaire.ts'

// Changes of a draft, each as a new questionnaire. An ID that the draft does not have changes nothing.

/** Replaces a question; its condition and its place stay as given. */
export const withItem = (questionnaire: Questionnaire, id: string, item: Item): Questionnaire => ({
  ...questionnaire,
  items: questionnaire.items.map((each) => (each.id === id ? item : each)),
})

/** Moves a question by `places`, down if positive; at either end it stays. */
export function moveItem(questionnaire: Questionnaire, id: string, places: number): Questionnaire {
  const items = [...questionnaire.items]
  const from = items.findIndex((item) => item.id === id)
  const to = from + places
  const [moved] = items.slice(from, from + 1)
  if (from < 0 || to < 0 || to >= items.length || !moved) return questionnaire
  items.splice(from, 1)
  items.splice(to, 0, moved)
  return { ...questionnaire, items }
}

/** Adds a question after another one, or at the end. Its ID must be free. */
export function addItem(questionnaire: Questionnaire, item: Item, after: string | null = null): Questionnaire {
  const at = questionnaire.items.findIndex(({ id }) => id === after)
  const items = [...questionnaire.items]
  items.splice(at < 0 ? items.length : at + 1, 0, item)
  return { ...questionnaire, items }
}

/** A free ID of a question or of a statement: `base` itself, or `base-2`, `base-3`, … */
export function freeId({ items }: Pick<Questionnaire, 'items'>, base: string): string {
  const taken = new Set(items.flatMap((item) => [item.id, ...rowsOf(item).map(({ id }) => id)]))
  let number = 1
  let id = base
  while (taken.has(id)) id = `${base}-${++number}`
  return id
}

/** Copies a question to the place after it, also under the stem. The copy of the headline is an ordinary question. */
export function duplicateItem(questionnaire: Questionnaire, id: string): Questionnaire {
  const item = questionnaire.items.find((each) => each.id === id)
  if (!item) return questionnaire
  const role = item.role === 'headline' ? 'driver' : item.role
  const copy = withFreeRows(questionnaire, { ...item, role, id: freeId(questionnaire, id.replace(/-\d+$/, '')) })
  const { stem } = questionnaire
  const appliesTo = stem.appliesTo.flatMap((each) => (each === id ? [each, copy.id] : [each]))
  return { ...addItem(questionnaire, copy, id), stem: { ...stem, appliesTo } }
}

const rowsOf = (item: Item) => (item.type === 'matrix' ? item.rows : [])

/** The item with IDs of its statements that no other question has. */
function withFreeRows(questionnaire: Questionnaire, item: Item): Item {
  if (item.type !== 'matrix') return item
  const rows: MatrixRow[] = []
  for (const row of item.rows) {
    const id = freeId({ items: [...questionnaire.items, { ...item, rows }] }, row.id.replace(/-\d+$/, ''))
    rows.push({ ...row, id, role: row.role === 'headline' ? 'driver' : row.role })
  }
  return { ...item, rows }
}

/** Deletes a question, also from the stem and from the conditions that name it. */
export function removeItem(questionnaire: Questionnaire, id: string): Questionnaire {
  const { items, stem } = questionnaire
  const named = conditionIds(questionnaire, id)
  return {
    ...questionnaire,
    stem: { ...stem, appliesTo: stem.appliesTo.filter((each) => each !== id) },
    items: items.filter((item) => item.id !== id).map((item) => named.reduce(withoutCondition, item)),
  }
}

/** The IDs by which conditions name an item: its own, or those of its statements or choices. */
export function conditionIds(questionnaire: Questionnaire, id: string): readonly string[] {
  const item = questionnaire.items.find((each) => each.id === id)
  return [id, ...(item ? codedFrom(questionnaire, item) : []).map((question) => question.id)]
}

/** A question with the condition that `on` has the value `code`. */
export const withCondition = (item: Item, on: string, code: string): Item => ({
  ...item,
  showIf: { ...item.showIf, [on]: code },
})

/** A question without its condition on another one; it has no `showIf` if that was its only condition. */
export function withoutCondition(item: Item, on: string): Item {
  if (item.showIf === undefined || !Object.hasOwn(item.showIf, on)) return item
  const { showIf, ...rest } = item
  const left = Object.entries(showIf).filter(([id]) => id !== on)
  return left.length > 0 ? { ...rest, showIf: Object.fromEntries(left) } : rest
}
