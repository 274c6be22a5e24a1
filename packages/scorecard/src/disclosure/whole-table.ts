/** Whole people of a wave, cell by cell. */
export interface WholeTable {
  /** Answers with an opinion. */
  readonly opinions: readonly number[]
  /** The satisfied among those. */
  readonly satisfied: readonly number[]
}

/** Some cells of a wave, by their indices, ascending: people whose figures no reader is shown. */
export type HiddenGroup = readonly number[]

/** A group's size and how many of it are satisfied, as one name. */
export function figureOf({ opinions, satisfied }: WholeTable, group: HiddenGroup): string {
  let [people, content] = [0, 0]
  for (const cell of group) {
    people += opinions[cell] ?? 0
    content += satisfied[cell] ?? 0
  }
  return `${content}/${people}`
}
