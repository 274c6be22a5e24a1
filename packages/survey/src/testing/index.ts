export { checkedPoints } from './checked-points.ts'
export { fulfilChecklist } from './fulfil-checklist.ts'
export { seededIds } from './seeded-chance.ts'
export { importRows, travelerRows } from './traveler-rows.ts'
