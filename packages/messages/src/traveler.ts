export {
  type RecentLanguages,
  recentLanguages,
  type SpokenLanguage,
  type SpokenLanguages,
} from './added/recent-languages.ts'
export { halfYearName, type TravelerSentences, travelerSentences } from './traveler-sentences.ts'
