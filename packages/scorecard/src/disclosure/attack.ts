// The search for other tables by itself: what a test attacks the outlets of the product with.
export { attackedHeadline } from './attacked-items.ts'
export { searchedItem } from './published-item.ts'
export { searchTables, tablesWanted } from './table-search.ts'
export { figureOf, type WholeTable } from './whole-table.ts'
