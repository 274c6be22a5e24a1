// The table search on its own; tests use it to attack the product's outlets.
export { attackedHeadline } from './attacked-items.ts'
export { searchedItem } from './published-item.ts'
export { requiredTables, searchTables } from './table-search.ts'
export { figureOf, type WholeTable } from './whole-table.ts'
