export { evidenceStore } from './evidence-store.ts'
export { factSource } from './fact-source.ts'
export { type SurveyStoreDeps, surveyStore } from './survey-store.ts'
