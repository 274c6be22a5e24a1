export { evidenceStore } from './evidence-store.ts'
export { factSource } from './fact-source.ts'
export type { FactDeps } from './facts/training-facts.ts'
export { type SurveyStoreDeps, surveyStore } from './survey-store.ts'
