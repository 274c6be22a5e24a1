import { NativeSelect } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { MARGINS, type Margin } from '@wayproof/scorecard/breakdown/margin'
import type { RatedItem } from '@wayproof/scorecard/facts'
import { useLanguage } from '../language.tsx'
import styles from './breakdown.module.css'

const route = getRouteApi('/inside/waves/results')
const HEADLINE = 'overall'

interface Cut {
  readonly item?: string
  readonly by?: Margin
  readonly and?: Margin
}

/** Chooses the question and the one or two traits that cut the groups. */
export function BreakdownFilters({ items, cut }: { readonly items: readonly RatedItem[]; readonly cut: Cut }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.breakdown
  const navigate = route.useNavigate()
  const changeCut = (change: Record<keyof Cut, string>) =>
    void navigate({
      search: ({ period }) => ({
        ...(period ? { period } : {}),
        ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== '')),
      }),
      replace: true,
      resetScroll: false,
    })
  const { item = '', by = '', and = '' } = cut
  const margin = (name: Margin) => ({ value: name, label: text.margins[name] })
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={text.question}
        value={item || HEADLINE}
        data={items.flatMap(({ id, kind, text: wording }) =>
          kind === 'rating' ? [{ value: id, label: wording[locale] }] : [],
        )}
        onChange={({ currentTarget: { value } }) => changeCut({ item: value === HEADLINE ? '' : value, by, and })}
      />
      <NativeSelect
        label={text.by}
        value={by}
        data={[{ value: '', label: text.every }, ...MARGINS.map(margin)]}
        onChange={({ currentTarget: { value } }) => changeCut({ item, by: value, and: value === and ? '' : and })}
      />
      <NativeSelect
        label={text.and}
        value={and}
        disabled={by === ''}
        data={[{ value: '', label: text.nothing }, ...MARGINS.filter((name) => name !== by).map(margin)]}
        onChange={({ currentTarget: { value } }) => changeCut({ item, by, and: value })}
      />
    </div>
  )
}
