import { MARGINS } from '../breakdown/margin.ts'
import { isSmall, suppress } from '../breakdown/suppression.ts'
import { differencesOf, nextToHide } from './difference.ts'
import { type Exchange, fits } from './exchanges.ts'
import type { GroupTable } from './group-table.ts'
import { hideLeast } from './least-hiding.ts'
import { type Budget, otherTable, total } from './other-table.ts'
import { rowSpace } from './row-space.ts'

export interface HidingQuestion {
  readonly table: GroupTable
  readonly exchanges: readonly Exchange[]
  /** People in the base of the figure, by cell. */
  readonly people: readonly number[]
  /** Smallest group that a shown figure may describe. */
  readonly k: number
}

/** Some tenths of a second. If it is exhausted, more groups may be hidden than necessary. */
const MOST_STEPS = 40_000

/**
 * Chooses the hidden groups once per wave and figure, so that every filter, pair of filters, run and file comes from
 * one published table. Hidden are groups of fewer than `k` people, those that `suppress` adds for each single margin,
 * and as many more as needed so that every hidden group has another possible size that matches all shown figures, and
 * no two shown groups differ by fewer than `k` people. None of them could be shown with the others hidden. Equal counts
 * give equal groups. Returns null if this is impossible: then only the total is shown, or nothing if it is small.
 */
export function hiddenGroups(question: HidingQuestion): readonly boolean[] | null {
  const { table, people, k } = question
  const sizes = table.groups.map(({ cells }) => total(cells, people))
  if (isSmall(sizes[0] ?? 0, k)) return null
  const must = mustHide(table, sizes, k)
  const hidden = [...must]
  const differences = differencesOf(table, people)
  const proofs: Exchange['touched'][] = []
  const budget = { steps: MOST_STEPS }

  /** A hidden group that can be computed; null if each has a proof. */
  const unproven = (): number | null => {
    const standing = proofs.filter((touched) => [...touched.keys()].every((group) => hidden[group]))
    const follows = rowSpace(table, { hidden, sizes })
    for (let group = 0; group < hidden.length; group++) {
      if (!hidden[group]) continue
      if (follows(group)) return group
      if (standing.some((touched) => touched.has(group))) continue
      const proof = proofFor(question, { hidden, sizes, target: group, budget })
      if (proof === null) return group
      proofs.push(proof)
      standing.push(proof)
    }
    return null
  }
  const subtracted = () => nextToHide(differences, { hidden, sizes, k })

  for (;;) {
    const part = subtracted()
    const open = part === null ? unproven() : null
    if (part === null && open === null) break
    const next = part === null ? cheapestHiding(question, { hidden, sizes, target: open ?? 0 }) : [part]
    if (next === null) return null
    for (const group of next) hidden[group] = true
  }

  const isSafe = () => subtracted() === null && unproven() === null
  const added = [...hidden.keys()].filter((group) => hidden[group] && !must[group])
  hideLeast({ groups: added, sizes, hidden, isSafe })
  return hidden
}

/** Small groups, and the groups that each margin's own table must hide against its total. */
function mustHide(table: GroupTable, sizes: readonly number[], k: number): boolean[] {
  const must = sizes.map((size) => isSmall(size, k))
  for (const margin of MARGINS) {
    const sizeOf = new Map(
      table.categories(margin).map((category) => [category, table.indexOf([margin], [category])] as const),
    )
    const cells = Object.fromEntries([...sizeOf].map(([category, group]) => [category, sizes[group] ?? 0]))
    for (const category of suppress(cells, k).hidden) must[sizeOf.get(category) ?? 0] = true
  }
  return must
}

interface Target {
  readonly hidden: readonly boolean[]
  readonly sizes: readonly number[]
  /** The examined hidden group. */
  readonly target: number
}

/** Finds another table that matches all shown figures and differs in the target; returns the difference. */
function proofFor(question: HidingQuestion, of: Target & { readonly budget: Budget }): Exchange['touched'] | null {
  const { table, people, exchanges } = question
  const { hidden, sizes, target, budget } = of
  const exchange = exchanges.find(
    (exchange) =>
      exchange.touched.has(target) &&
      [...exchange.touched.keys()].every((group) => hidden[group]) &&
      fits(exchange, { people, sizes }),
  )
  if (exchange) return exchange.touched
  const change = otherTable({ table, people, hidden }, target, budget)
  if (change === null) return null
  const by = table.groups.map(({ cells }, group) => [group, total(cells, change)] as const)
  return new Map(by.filter(([, moved]) => moved !== 0))
}

/** Fewest groups, then fewest people, to hide so that the target gets another possible size; null if impossible. */
function cheapestHiding(
  { exchanges, people }: HidingQuestion,
  { hidden, sizes, target }: Target,
): readonly number[] | null {
  let best: { readonly groups: readonly number[]; readonly people: number } | null = null
  for (const exchange of exchanges) {
    if (!exchange.touched.has(target) || !fits(exchange, { people, sizes })) continue
    const groups = [...exchange.touched.keys()].filter((group) => !hidden[group])
    if (best !== null && groups.length > best.groups.length) continue
    const hiding = groups.reduce((sum, group) => sum + (sizes[group] ?? 0), 0)
    if (best === null || groups.length < best.groups.length || hiding < best.people) best = { groups, people: hiding }
  }
  return best?.groups ?? null
}
