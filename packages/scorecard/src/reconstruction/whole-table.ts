/** Whole people of a wave by cell. */
export interface WholeTable {
  /** Answers with an opinion. */
  readonly opinions: readonly number[]
  /** Satisfied answers among them. */
  readonly satisfied: readonly number[]
}

/** Ascending cell indexes of a group whose figures are not shown. */
export type HiddenGroup = readonly number[]

/** Size and satisfied count of a group as one key. */
export function figureOf({ opinions, satisfied }: WholeTable, group: HiddenGroup): string {
  let [people, content] = [0, 0]
  for (const cell of group) {
    people += opinions[cell] ?? 0
    content += satisfied[cell] ?? 0
  }
  return `${content}/${people}`
}
