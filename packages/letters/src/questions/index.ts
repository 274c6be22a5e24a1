export {
  type Asked,
  type MailTestFailure,
  type OfficerQuestion,
  QUESTION_ANSWERS,
  QUESTION_KINDS,
  type QuestionAnswer,
  type QuestionData,
  type QuestionKind,
  REPEATED_WORK,
  type RepeatedWork,
  settles,
  subjectOf,
} from './officer-question.ts'
export type { GivenAnswer, QuestionStore } from './question-store.ts'
