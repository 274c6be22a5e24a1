import { Checkbox, NativeSelect } from '@mantine/core'
import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import type { Scale } from '@wayproof/forms/questionnaire/questionnaire'
import { satisfiedPoints } from '@wayproof/forms/questionnaire/satisfied-points'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import type { Locale } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import { numbersOf, usersOfScale } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { LanguageHeads } from '../questionnaire-fields/language-heads.tsx'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'
import { useSecondLanguage } from '../questionnaire-fields/second-language.tsx'

/** The scale of a question: which one, who shares it, its points; its texts on demand. */
export function ScalePanel({ questionnaire, change, item, changeItem }: ItemEditing) {
  const { locale, words } = useLanguage()
  const text = words.reporting.questionnaireItems.scale
  const [isEditing, setIsEditing] = useState(false)
  if (item.type !== 'scale' && item.type !== 'matrix') return null
  const { scales } = questionnaire
  const scale = scales[item.scale]
  const users = usersOfScale(questionnaire, item.scale)
  const others = users.filter((id) => id !== item.id)
  const label = others.length > 0 ? text.shared(numbersOf(questionnaire, others, locale)) : text.own
  const scaleIds = Object.keys(scales)
  const copy = () => {
    if (!scale) return
    const id = freeName(scaleIds, item.scale)
    const items = questionnaire.items.map((each) => (each.id === item.id ? { ...item, scale: id } : each))
    change({ ...questionnaire, scales: { ...scales, [id]: { ...scale, id } }, items })
  }
  return (
    <div className={styles.block}>
      <NativeSelect
        label={label}
        className={styles.short}
        value={item.scale}
        data={[...(scale ? [] : [item.scale]), ...scaleIds].map((id) => ({
          value: id,
          label: nameOf(scales[id], locale),
        }))}
        onChange={({ currentTarget: { value } }) => changeItem({ ...item, scale: value })}
      />
      {scale && isEditing ? (
        <ScaleFields
          scale={scale}
          note={text.editNote(users.length)}
          onChange={(next, field) => change({ ...questionnaire, scales: { ...scales, [item.scale]: next } }, field)}
        />
      ) : scale ? (
        <Chips questionnaire={questionnaire} item={item} />
      ) : null}
      {scale ? (
        <p className={styles.links}>
          <LinkButton aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
            {isEditing ? text.done : text.edit}
          </LinkButton>
          {others.length > 0 ? <LinkButton onClick={copy}>{text.copy}</LinkButton> : null}
        </p>
      ) : null}
    </div>
  )
}

function Chips({ questionnaire, item }: Pick<ItemEditing, 'questionnaire' | 'item'>) {
  const { hints } = useLanguage().words.reporting.questionnaireItems.preview
  const { second } = useSecondLanguage()
  const translated = optionsOf(questionnaire, item, second, hints.en.fixed)
  return (
    <ul className={styles.chips} translate="no">
      {optionsOf(questionnaire, item, 'zh-CN', hints['zh-CN'].fixed).map(({ code, label, isOffScale }, nth) => (
        <li key={code} data-off={isOffScale || undefined}>
          <span lang="zh-CN">{label}</span> ·{' '}
          <bdi lang={translated[nth]?.language ?? second}>{translated[nth]?.label}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** A scale by its ends, because its ID says nothing to an officer. */
function nameOf(scale: Scale | undefined, locale: Locale): string {
  const points = scale?.points.toSorted((a, b) => b.value - a.value) ?? []
  return [points[0], points.at(-1)].flatMap((point) => point?.[locale] || []).join(' – ') || (scale?.id ?? '–')
}

function freeName(taken: readonly string[], base: string): string {
  let number = 2
  while (taken.includes(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

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
function ScaleFields({ scale, note, onChange }: ScaleFieldsProps) {
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
