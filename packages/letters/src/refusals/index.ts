export { readRefusal } from './read-refusal.ts'
export { blamed, isPolicy, REFUSAL_CAUSES, type RefusalCause } from './refusal-cause.ts'
