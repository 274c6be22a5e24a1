export type { Letter, LetterData, LetterKind, LetterOf, SurveyLetterData } from './letter.ts'
export type { ClaimedLetter, Outbox, PostedLetter, Recipient } from './outbox.ts'
