import { NativeSelect } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { languageName } from '@wayproof/messages/language-name'
import { useState } from 'react'
import { type PolicyVersion, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { comparable } from './comparable.ts'
import { DifferenceLines } from './difference-lines.tsx'
import styles from './policies.module.css'

/** Compares two approved versions in a language that both have. */
export function Difference({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.policies
  const languages = comparable(versions)
  const [selection, choose] = useState<{ language?: string; before?: string; after?: string }>({})
  const language = languages.find((candidate) => candidate.language === selection.language) ?? languages[0]
  const versionIds = language?.versions ?? []
  const after = versionIds.find((versionId) => versionId === selection.after) ?? versionIds[0]
  const before = versionIds.find((versionId) => versionId === selection.before) ?? versionIds[1]
  const input = language && before && after ? { language: language.language, before, after } : skipToken
  const difference = useQuery(trpc.policy.difference.queryOptions(input))
  if (!language || !before || !after) return <p className={ui.soft}>{text.difference.lacking}</p>
  return (
    <>
      <div className={styles.choices}>
        <NativeSelect
          label={text.columns.language}
          data={languages.map(({ language: tag }) => ({ value: tag, label: languageName(tag, locale) }))}
          value={language.language}
          onChange={({ currentTarget }) => choose({ language: currentTarget.value })}
        />
        {(['before', 'after'] as const).map((side) => (
          <NativeSelect
            key={side}
            label={text.difference[side]}
            data={[...versionIds]}
            value={side === 'before' ? before : after}
            onChange={({ currentTarget }) => choose({ ...selection, [side]: currentTarget.value })}
          />
        ))}
      </div>
      {difference.error ? <ErrorNote error={difference.error} /> : null}
      {difference.data ? <DifferenceLines lines={difference.data} /> : null}
    </>
  )
}
