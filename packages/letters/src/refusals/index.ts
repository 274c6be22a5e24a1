export { readRefusal } from './read-refusal.ts'
export { isPolicy, REFUSAL_CAUSES, type RefusalCause } from './refusal-cause.ts'
