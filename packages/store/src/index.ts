export { evidenceStore } from './evidence-store.ts'
