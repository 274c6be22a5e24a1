export { type RecentLanguages, recentLanguages, type SpokenLanguages } from './added/recent-languages.ts'
export { type PreviewLanguage, previewLanguage, type SpokenLanguage } from './added/spoken-language.ts'
export { halfYearName, type TravelerSentences, travelerSentences } from './traveler-sentences.ts'
