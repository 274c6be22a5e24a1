/** Names a cell of the grid by surface and language, as in the address. */
export interface CellPlace {
  readonly surface: string
  readonly language: string
}
