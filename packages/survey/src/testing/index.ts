export { checkedPoints } from './checked-points.ts'
export { fulfilChecklist } from './fulfil-checklist.ts'
