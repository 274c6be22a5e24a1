import { Checkbox } from '@mantine/core'
import type { Scale } from '@wayproof/forms/questionnaire/questionnaire'
import { satisfiedPoints } from '@wayproof/forms/questionnaire/satisfied-points'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from '../questionnaire-fields/items.module.css'
import { LanguageHeads } from '../questionnaire-fields/language-heads.tsx'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'

interface ScaleFieldsProps {
  readonly scale: Scale
  /** Says which trends a change breaks. */
  readonly note: string
  readonly onChange: (scale: Scale, field: string) => void
}

/**
 * The texts of a scale in two languages, highest point first, and the points that count as satisfied. Its values stay,
 * because answers are stored under them.
 */
export function ScaleFields({ scale, note, onChange }: ScaleFieldsProps) {
  const { scale: text } = useLanguage().words.reporting.questionnaireItems
  const bestFirst = scale.points.map((point, nth) => ({ point, nth })).toSorted((a, b) => b.point.value - a.point.value)
  const satisfied = satisfiedPoints(scale)
  const count = (value: number, isSatisfied: boolean) => {
    const others = satisfied.filter((each) => each !== value)
    const next = isSatisfied ? [...others, value].toSorted((a, b) => a - b) : others
    onChange({ ...scale, satisfied: next }, `${scale.id} satisfied`)
  }
  return (
    <>
      <p className={ui.soft}>{note}</p>
      <LanguageHeads of={scale} />
      {bestFirst.map(({ point, nth }) => (
        <LocalFields
          key={point.value}
          label={text.point(point.value)}
          mark={String(point.value)}
          value={point}
          onChange={(language, words) =>
            onChange(
              { ...scale, points: scale.points.with(nth, withWording(point, language, words)) },
              `${scale.id} ${point.value} ${language}`,
            )
          }
        />
      ))}
      <fieldset className={styles.block}>
        <legend className={styles.label}>{text.satisfied}</legend>
        {bestFirst.map(({ point: { value } }) => (
          <Checkbox
            key={value}
            label={text.point(value)}
            checked={satisfied.includes(value)}
            onChange={({ currentTarget: { checked } }) => count(value, checked)}
          />
        ))}
      </fieldset>
      {scale.offScale.length > 0 ? <p className={styles.label}>{text.offScale}</p> : null}
      {scale.offScale.map((choice, nth) => (
        <LocalFields
          key={choice.code}
          label={text.offScale}
          value={choice}
          onChange={(language, words) =>
            onChange(
              { ...scale, offScale: scale.offScale.with(nth, withWording(choice, language, words)) },
              `${scale.id} ${choice.code} ${language}`,
            )
          }
        />
      ))}
    </>
  )
}
