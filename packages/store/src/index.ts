export { type SurveyStoreDeps, surveyStore } from './survey-store.ts'
