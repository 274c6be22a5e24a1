import { languageName } from '@wayproof/messages/language-name'
import type { PlannedQuestions } from '@wayproof/survey/opening/preview-wave'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import styles from './opening.module.css'

/** Lists the questions that the wave will ask. */
export function QuestionsStep({ questions }: { readonly questions: PlannedQuestions | null }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.opening
  if (!questions) return <p>{text.noQuestions}</p>
  return (
    <>
      <p className={ui.soft}>{text.questionsLead(questions.items.length, questions.version)}</p>
      {questions.untranslated.map(({ language, travelers }) => (
        <Note key={language} tone="caution">
          {text.untranslated(languageName(language, locale), travelers)}
        </Note>
      ))}
      <ol className={styles.questions}>
        {questions.items.map((question, at) => (
          <li key={question.id}>
            <span className={styles.place}>{at + 1}</span>
            <span>
              {question[locale]} {question.isRequired ? <span className={ui.soft}>{text.required}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      <p className={ui.soft}>{text.preview}</p>
    </>
  )
}
