import { NativeSelect } from '@mantine/core'
import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import type { Scale } from '@wayproof/forms/questionnaire/questionnaire'
import type { Locale } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import { numbersOf, usersOfScale } from '../questionnaire-fields/item-names.ts'
import styles from '../questionnaire-fields/items.module.css'
import { useSecondLanguage } from '../questionnaire-fields/second-language.tsx'
import { ScaleFields } from './scale-fields.tsx'

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
